import { plus } from '@trajectboek/events';
import fc from 'fast-check';
import type { WindowDates } from './day-by-day.js';
import { contact, enrolled, fact, jobLost, left, MUNICIPALITY, opened, OTHER_SCHOOL, placed, placementEnded, SCHOOL, type Fact } from './given.js';

/** Enough to meet the rare order of things, few enough to wait for. */
export const RUNS = { numRuns: 300 };

const dayNumber = fc.oneof(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 400 }), fc.constantFrom(28, 29, 30, 90, 91, 180, 366));
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

/** Jobs with ends after their starts, some of them on the edge of the 28 days. */
export const jobs = fc.array(fc.array(fc.tuple(day, fc.option(fc.oneof(fc.integer({ min: 1, max: 300 }), fc.constantFrom(90, 91, 182, 366)))), { maxLength: 4 })
  .map((list) => list.flatMap(([at, length], index): History => [placed(at, `p${index}`), ...(length === null ? [] : [jobLost(plus(at, `P${length}D`), `p${index}`)])])), { maxLength: 5 });

export const contacts = youths(fc.tuple(day, fc.array(day, { maxLength: 6 })).map(([at, list]) => [opened(at), ...list.map(contact)]));

export const attempts = youths(historyOf(fc.record({
  at: day, reached: fc.boolean(), channel: fc.constantFrom('letter' as const, 'phone' as const), dayPart: fc.constantFrom('day' as const, 'evening' as const),
}).map(({ at, ...data }) => fact('ContactAttempted', at, { ...data, purpose: 'guidance' }))));

export interface PlannedHandover {
  readonly on: string;
  /** Days to answer. */
  readonly term: number;
  readonly answer: 'HandoverAccepted' | 'HandoverReturned' | 'HandoverRevoked' | undefined;
  /** Days until the answer, and from there until the arrival. */
  readonly after: number;
  readonly arrives: number | null;
}

const delay = fc.integer({ min: 0, max: 40 });
const answer = fc.constantFrom<PlannedHandover['answer'][]>('HandoverAccepted', 'HandoverReturned', 'HandoverRevoked', undefined);
export const handovers = fc.array(fc.array(fc.record({ on: day, term: delay, answer, after: delay, arrives: fc.option(delay) }), { maxLength: 3 }), { maxLength: 4 });

/** The facts of planned handovers. */
export function toFacts(list: readonly PlannedHandover[]): History {
  return list.flatMap(({ on, term, answer: type, after, arrives }, index) => {
    const [handoverId, answeredOn] = [`h${index}`, plus(on, `P${after}D`)];
    const facts: Fact[] = [fact('HandoverOffered', on, { handoverId, to: MUNICIPALITY, receiverRole: 'rmc', warm: true, answerBy: plus(on, `P${term}D`) })];
    if (type === 'HandoverAccepted') facts.push(fact(type, answeredOn, { handoverId }));
    if (type === 'HandoverReturned') facts.push(fact(type, answeredOn, { handoverId, ground: 'not-ready' }));
    if (type === 'HandoverRevoked') facts.push(fact(type, answeredOn, { handoverId, reason: 'situation-changed' }));
    if (type === 'HandoverAccepted' && arrives !== null) {
      const arrivedOn = plus(answeredOn, `P${arrives}D`);
      facts.push(fact('HandoverCompleted', arrivedOn, { handoverId, firstContactOn: arrivedOn }));
    }
    return facts;
  });
}
