import { ACCEPTED, refused, type Decision, type Proposed } from '../decision.js';
import { isFenced, type Erasure } from '../rights/erasure.js';
import { findEntry, isRetracted, type RecordedLog } from './recorded-log.js';

export const AMENDMENT_EVENTS = ['EventCorrected', 'EventRetracted'] as const;

interface Known {
  readonly log: RecordedLog;
  readonly erasures: readonly Erasure[];
}

/**
 * Whoever may state facts about this youth may correct or retract one: the sources name no owner of a correction, a right to
 * rectification may be decided by another party than the source, and the timeline always shows who did it.
 */
export function decideAmendment({ log, erasures }: Known, event: Proposed<(typeof AMENDMENT_EVENTS)[number]>): Decision {
  const target = findEntry(log, event.type === 'EventCorrected' ? event.data.correctedEventId : event.data.retractedEventId);
  if (target === undefined) return refused('unknown-event');
  if (target.type === 'SubjectErased') return refused('not-correctable');
  if (event.type === 'EventCorrected' && (target.type === 'EventCorrected' || target.type === 'EventRetracted')) return refused('not-correctable');
  if (event.type === 'EventCorrected' && isFenced(erasures, target)) return refused('subject-erased');
  return isRetracted(log, target.eventId) ? refused('already-retracted') : ACCEPTED;
}
