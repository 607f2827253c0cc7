import type { RecordedEvent } from '@trajectboek/events';

/** Facts of partners that cannot both be true (views.md, section 6). */
export const CONTRADICTION_LABELS = {
  'overlapping-enrolments': 'Ingeschreven bij twee instellingen tegelijk',
  'job-lost-for-unknown-placement': 'Baan verloren die niet bekend is',
  'ended-before-started': 'Beëindigd voordat het begon',
  'two-municipalities': 'Twee woongemeenten tegelijk',
  'contact-contradicts-ended': 'Zegt te werken waar de werkgever het einde meldde',
  'register-contradicts-facet': 'Het register kent niet wat hier open staat',
} as const;
export type ContradictionKind = keyof typeof CONTRADICTION_LABELS;

/** One or two events: one where the other side is missing. */
export interface Contradiction {
  readonly kind: ContradictionKind;
  readonly kindLabel: string;
  readonly events: readonly RecordedEvent[];
}

export function contradiction(kind: ContradictionKind, ...events: readonly RecordedEvent[]): Contradiction {
  return { kind, kindLabel: CONTRADICTION_LABELS[kind], events };
}
