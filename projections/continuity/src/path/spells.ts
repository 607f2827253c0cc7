import { earlierOf, inOrderOfTheWorld, laterOf, type CivilDate, type RecordedEvent } from '@trajectboek/events';
import * as situation from '@trajectboek/situation';
import type { Youth } from '@trajectboek/situation';

/** From one day to another; the day of the end is no longer part of it. Without an end it goes on. */
export interface Span {
  readonly startedOn: CivilDate;
  readonly endedOn: CivilDate | undefined;
}

interface Spell<Start extends RecordedEvent, End extends RecordedEvent> {
  readonly start: Start;
  readonly end: End | undefined;
}

/** A spell of libs/situation with its dates. */
export type Dated<Start extends RecordedEvent, End extends RecordedEvent> = Spell<Start, End> & Span;

function dated<Start extends RecordedEvent, End extends RecordedEvent>(spells: readonly Spell<Start, End>[]): readonly Dated<Start, End>[] {
  return spells.map(({ start, end }) => ({ start, end, startedOn: start.occurredOn, endedOn: end?.occurredOn }));
}

export const enrolmentsOf = (youth: Youth) => dated(situation.enrolmentsOf(youth));
export const internshipsOf = (youth: Youth) => dated(situation.internshipsOf(youth));
export const placementsOf = (youth: Youth) => dated(situation.placementsOf(youth));
export const tracksOf = (youth: Youth) => dated(situation.tracksOf(youth));
export const guidancesOf = (youth: Youth) => dated(situation.guidancesOf(youth));

/**
 * A search has no id: its end closes every search that was open. Whoever starts an internship searches no longer, also when
 * nobody told that the search ended (clock `internship-search`).
 */
export const searchesOf = ({ history }: Youth) => dated(situation.spellsOf({
  starts: history.all('InternshipSearchStarted'),
  ends: [...history.all('InternshipSearchEnded'), ...history.all('InternshipStarted')].sort(inOrderOfTheWorld),
  isOfKey: () => true,
}));

export type Placement = ReturnType<typeof placementsOf>[number];
export type Track = ReturnType<typeof tracksOf>[number];
export type Guidance = ReturnType<typeof guidancesOf>[number];

/** Work, as the facet means it: paid, and no day activity. */
export function isPaidWork({ start: { data } }: Placement): boolean {
  return situation.facetOfPlacement(data) === 'work';
}

/** Open on the day; on the day of its end it no longer is. */
export function isOpenOn({ startedOn, endedOn }: Span, date: CivilDate): boolean {
  return startedOn <= date && (endedOn === undefined || endedOn > date);
}

/** The part of a span from one day up to another, that one not included; undefined when there is none. */
export function clip({ startedOn, endedOn }: Span, [from, until]: readonly [CivilDate, CivilDate]): readonly [CivilDate, CivilDate] | undefined {
  const [start, end] = [laterOf(startedOn, from), earlierOf(endedOn ?? until, until)];
  return start < end ? [start, end] : undefined;
}
