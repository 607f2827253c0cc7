import type { EventName } from '@trajectboek/events';

/** The groups of catalogue.yaml, in its order, with the Dutch word for one of them. */
export const GROUP_LABELS = {
  registers: 'register', programmes: 'programma', instruments: 'instrument', funding: 'geldstroom',
  bodies: 'organisatie of overleg', documents: 'document', laws: 'wet of regel', research: 'rapport',
} as const;
export type CatalogueGroup = keyof typeof GROUP_LABELS;

/** What a row does to the ledger (head of catalogue.yaml), in Dutch. */
export const ROLE_LABELS = {
  'emits': 'legt feiten vast', 'reads': 'wordt beantwoord met een overzicht', 'emits-and-reads': 'legt vast en leest',
  'track': 'traject of werkwijze', 'instrument': 'voorziening voor één jongere', 'clock': 'start of stopt een termijn',
  'document': 'plan, verklaring of toestemming', 'basis': 'grondslag, code of betaling', 'context': 'alleen genoemd, laat geen feit na',
} as const;
export type CatalogueRole = keyof typeof ROLE_LABELS;

/** How the source (2014-2022) speaks of it; not how it is today. */
export const STATUS_LABELS = { 'in-force': 'geldt volgens de bron', 'practice': 'gebeurt ergens', 'proposed': 'voorgesteld', 'historic': 'beëindigd of vervangen' } as const;
export type SourceStatus = keyof typeof STATUS_LABELS;

/** One register, programme, instrument, scheme of money, body, document, law or report that the sources name. */
export interface CatalogueRow {
  /** Kebab-case, unique over the catalogue: what the code fields of events carry. */
  readonly code: string;
  readonly group: CatalogueGroup;
  /** The Dutch name as people read it. */
  readonly label: string;
  readonly aliases: readonly string[];
  /** Source and lines, as in the head of catalogue.yaml. */
  readonly seeds: readonly string[];
  readonly what: string;
  readonly role: CatalogueRole;
  /** The event types through which the row enters the ledger. */
  readonly events: readonly EventName[];
  /** Where it shows: a section of views.md, a part of one (`facet:work`, `worklist:bsa-due`) or a metric (`C18`). */
  readonly views: readonly string[];
  readonly statusInSource: SourceStatus;
}

export interface Catalogue {
  readonly rows: readonly CatalogueRow[];
  readonly groups: Readonly<Record<CatalogueGroup, readonly CatalogueRow[]>>;
}
