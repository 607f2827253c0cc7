import { plus } from '@trajectboek/events';
import fc from 'fast-check';
import { enrolled, fact, jobLost, left, MUNICIPALITY, OTHER_SCHOOL, placed, placementEnded, SCHOOL, type Fact } from './given.js';

export type WindowDates = readonly [from: string, to: string, asOf: string];

const dayNumber = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 400 }), fc.constantFrom(28, 29, 30, 90, 91, 180, 366, 372, 400));
/** Days that fall together often: the rules differ on the edges. */
export const day = dayNumber.map((number) => plus('2020-01-01', `P${number}D`));
export const windowDates = fc.tuple(day, day, day).map(([a, b, c]): WindowDates => (a <= b ? [a, b, c] : [b, a, c]));

type History = readonly Fact[];

export function historyOf(...kinds: readonly fc.Arbitrary<Fact>[]): fc.Arbitrary<History> {
  return fc.array(fc.oneof(...kinds), { maxLength: 14 }).map((list) => list.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at))));
}

export const youths = (history: fc.Arbitrary<History>): fc.Arbitrary<readonly History[]> => fc.array(history, { maxLength: 3 });

const school = fc.constantFrom(SCHOOL, OTHER_SCHOOL);
const placementId = fc.constantFrom('p1', 'p2', 'p3');
const programme = fc.constantFrom('a', 'b');
const results = fc.subarray(['work', 'school', 'no-result'] as const, { minLength: 1 });

const enrolmentFacts = [
  fc.tuple(day, school).map(([at, institution]) => enrolled(at, institution)),
  fc.tuple(day, school).map(([at, institution]) => left(at, 'none', institution)),
];
const placementFacts = [placed, jobLost, placementEnded].map((state) => fc.tuple(day, placementId).map(([at, id]) => state(at, id)));
const trackFacts = [
  fc.tuple(day, programme).map(([at, code]) => fact('TrackStarted', at, { programme: code, provider: MUNICIPALITY, goal: 'work' })),
  fc.tuple(day, programme, results, fc.boolean()).map(([at, code, result, completed]) => fact('TrackEnded', at, { programme: code, result: [...result], completed })),
];
const internshipFacts = [
  day.map((at) => fact('InternshipStarted', at, { internshipId: 's1', kind: 'bpv', employer: MUNICIPALITY, hoursPerWeek: 24, plannedEnd: at })),
  fc.tuple(day, fc.constantFrom('completed' as const, 'sent-away' as const, 'converted-to-contract' as const))
    .map(([at, reason]) => fact('InternshipEnded', at, { internshipId: 's1', reason })),
  day.map((at) => fact('InternshipSearchStarted', at, {})),
  day.map((at) => fact('InternshipSearchEnded', at, { found: true, ground: 'none' })),
];

/** School, work, tracks and internships, in any order and with any contradiction. */
export const paths = youths(historyOf(...enrolmentFacts, ...placementFacts, ...trackFacts, ...internshipFacts));
