/** What a route can ask of who calls it, `resource:action`, with the Dutch sentence that an administrator reads. */
export const SCOPES = {
  'trajectories:open': 'Een traject openen of terugvinden met identificerende gegevens.',
  'trajectories:read': 'De situatie, verantwoordelijkheid en termijnen van één jongere lezen.',
  'events:append': 'Gebeurtenissen vastleggen namens de eigen organisatie.',
  'events:import': 'Een geschiedenis inladen met de tijdstippen van de bron, in een leeg boek.',
  'events:read': 'De tijdlijn van één jongere lezen, voor zover de organisatie die mag zien.',
  'views:read': 'Lijsten en aantallen lezen: in beeld, werklijsten en tellingen.',
  'metrics:read': 'Maten van continuïteit lezen.',
  'stream:read': 'Veranderingen volgen zodra ze gebeuren.',
  'event-types:read': 'De catalogus van soorten gebeurtenissen lezen.',
  'audit:read': 'Lezen wie wat wanneer en waarvoor heeft gelezen of vastgelegd.',
  'settings:write': 'Instellingen van de eigen organisatie wijzigen.',
  'ledger:verify': 'Nagaan dat er niets in het boek is veranderd.',
  'views:rebuild': 'Overzichten opnieuw opbouwen uit het boek.',
} as const satisfies Record<string, string>;

export type Scope = keyof typeof SCOPES;

export function isScope(value: string): value is Scope {
  return Object.hasOwn(SCOPES, value);
}

/** Scopes that are about one youth, or give youths one by one: there the relation of the organisation to the youth counts. */
export const SCOPES_OF_A_YOUTH: ReadonlySet<Scope> = new Set<Scope>(['trajectories:read', 'events:read', 'views:read', 'stream:read']);
