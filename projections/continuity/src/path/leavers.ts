import { minus, type CivilDate, type History, type Recorded } from '@trajectboek/events';
import { startingIn, type Window } from '../window.js';

const WITHOUT_NEXT_SCHOOL: ReadonlySet<string> = new Set(['labour', 'none', 'unknown']);

/** The leavers of C5 and C14: to labour, nowhere or unknown. */
export function leaversIn(window: Window, history: History): readonly Recorded<'EnrolmentEnded'>[] {
  return startingIn(window, history.all('EnrolmentEnded')).filter(({ data }) => WITHOUT_NEXT_SCHOOL.has(data.destination));
}

/** True when something happened in the months up to and including a day. */
export function happenedWithin(events: readonly { readonly occurredOn: CivilDate }[], period: string, day: CivilDate): boolean {
  const earliest = minus(day, period);
  return events.some(({ occurredOn }) => earliest <= occurredOn && occurredOn <= day);
}
