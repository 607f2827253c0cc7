import type { CivilDate, Recorded } from '@trajectboek/events';
import type { Youth } from '@trajectboek/situation';
import { enrolmentsOf, internshipsOf, isOpenOn, placementsOf, tracksOf, type Span } from './spells.js';

/** What a transition starts with: the end of an enrolment, a placement or a job. */
export type Exit = Recorded<'EnrolmentEnded'> | Recorded<'PlacementEnded'> | Recorded<'JobLost'>;

/** From an exit to the next opening of education, work, activity or care; without one it is still running. */
export interface Transition {
  readonly exit: Exit;
  readonly exitedOn: CivilDate;
  /** The day of the exit itself when something else stayed open. */
  readonly openedOn: CivilDate | undefined;
}

/**
 * Every exit with its next opening. An internship counts as activity when there is no enrolment; while there is one,
 * education is open, so an internship never makes a gap longer or shorter than it is. An institution stay is no opening
 * (metrics.md, "Further").
 */
export function transitionsOf(youth: Youth): readonly Transition[] {
  const { history } = youth;
  const exits: Exit[] = [...history.all('EnrolmentEnded'), ...history.all('PlacementEnded'), ...history.all('JobLost')];
  if (exits.length === 0) return [];
  const spells = [...enrolmentsOf(youth), ...placementsOf(youth), ...tracksOf(youth), ...internshipsOf(youth)];
  return exits.map((exit) => {
    const others = spells.filter(({ end }) => end?.eventId !== exit.eventId);
    return { exit, exitedOn: exit.occurredOn, openedOn: firstOpeningFrom(exit.occurredOn, others) };
  });
}

function firstOpeningFrom(date: CivilDate, spells: readonly Span[]): CivilDate | undefined {
  if (spells.some((spell) => isOpenOn(spell, date))) return date;
  return spells.map(({ startedOn }) => startedOn).filter((startedOn) => startedOn >= date).sort()[0];
}
