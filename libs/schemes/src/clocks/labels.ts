import type { Confidence } from '../definitions/definition.js';
import type { Duty } from '../responsibility/rule-set.js';
import type { ClockKind, ClockType } from './clock.js';
import type { DeadlineState } from './deadline.js';

/** What people read of a clock. */
export const STATE_LABELS: Readonly<Record<DeadlineState, string>> = {
  running: 'loopt',
  warned: 'loopt bijna af',
  due: 'vandaag',
  'too-early': 'te vroeg gedaan, telt niet',
  overdue: 'te laat',
  'met-on-time': 'op tijd gehaald',
  'met-late': 'te laat gehaald',
  cancelled: 'vervallen',
  ended: 'afgelopen',
  past: 'voorbij',
};

export const KIND_LABELS: Readonly<Record<ClockKind, string>> = {
  statutory: 'wettelijk',
  'municipal-policy': 'gemeentelijk beleid',
  programme: 'programma',
  recommendation: 'aanbeveling',
};

export const TYPE_LABELS: Readonly<Record<ClockType, string>> = {
  deadline: 'termijn',
  window: 'periode',
  recurring: 'terugkerende termijn',
  limit: 'langste duur',
  mark: 'datum om op te letten',
};

export const DUTY_LABELS: Readonly<Record<Duty, string>> = {
  must: 'moet',
  may: 'mag',
  'on-request': 'op verzoek',
  right: 'recht',
  none: 'geen plicht',
};

export const CONFIDENCE_LABELS: Readonly<Record<Confidence, string>> = {
  stated: 'staat in de bron',
  inferred: 'afgeleid of gekozen',
  unverified: 'niet gecontroleerd',
};
