import type { CivilDate, History } from '@trajectboek/events';
import type { Span } from './spells.js';

/** When the trajectory was open: from an opening to the next closing. A later opening opens it again (views.md, section 1). */
export function openPeriodsOf(history: History): readonly Span[] {
  const periods: { startedOn: CivilDate; endedOn: CivilDate | undefined }[] = [];
  for (const event of history.events) {
    const last = periods.at(-1);
    const isOpen = last !== undefined && last.endedOn === undefined;
    if (event.type === 'TrajectoryOpened' && !isOpen) periods.push({ startedOn: event.occurredOn, endedOn: undefined });
    if (event.type === 'TrajectoryClosed' && isOpen) last.endedOn = event.occurredOn;
  }
  return periods;
}

/** The opening that still stands on the date of the history. */
export function findOpening(history: History): CivilDate | undefined {
  const last = openPeriodsOf(history).at(-1);
  return last?.endedOn === undefined ? last?.startedOn : undefined;
}
