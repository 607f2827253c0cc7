import { plus, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import fc from 'fast-check';
import { day } from '../arbitraries.js';
import { fact, MUNICIPALITY, OTHER_SCHOOL, type Fact } from '../given.js';
import { onTime, recordLife, type Change, type Life, type Told } from './told.js';

const late = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: 1, max: 120 }) });
const after = fc.integer({ min: 0, max: 90 });
const retracted = after.map((days): Change => ({ how: 'retracted', after: days }));
const corrected = fc.tuple(after, fc.integer({ min: 0, max: 12 })).map(([days, shift]): Change => ({ how: 'corrected', after: days, days: shift }));
const change = fc.oneof({ weight: 8, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: retracted }, { weight: 1, arbitrary: corrected });

function told(kinds: readonly fc.Arbitrary<Fact>[]): fc.Arbitrary<Told> {
  return fc.record({ fact: fc.oneof(...kinds), late, change });
}

const delay = fc.oneof(fc.integer({ min: 0, max: 40 }), fc.constantFrom(0, 14, 15));
type Step = readonly [type: 'HandoverAccepted' | 'HandoverReturned' | 'HandoverRevoked' | 'HandoverCompleted', days: number];
const steps: fc.Arbitrary<readonly Step[]> = fc.oneof(
  fc.constant([]),
  delay.map((days): readonly Step[] => [['HandoverAccepted', days]]),
  fc.tuple(delay, delay).map(([days, more]): readonly Step[] => [['HandoverAccepted', days], ['HandoverCompleted', days + more]]),
  fc.tuple(fc.constantFrom('HandoverReturned', 'HandoverRevoked'), delay).map(([type, days]): readonly Step[] => [[type, days]]),
);

function stepData([type, days]: Step, handoverId: string, on: string): Fact {
  const at = plus(on, `P${days}D`);
  switch (type) {
    case 'HandoverAccepted': return fact(type, at, { handoverId });
    case 'HandoverReturned': return fact(type, at, { handoverId, ground: 'not-ready' });
    case 'HandoverRevoked': return fact(type, at, { handoverId, reason: 'situation-changed' });
    case 'HandoverCompleted': return fact(type, at, { handoverId, firstContactOn: at });
  }
}

/** A handover with what came of it; sometimes the last step is taken back, or the offer turns out to be cold. */
const handover = fc.record({ on: day, term: delay, start: fc.option(delay, { nil: undefined }), warm: fc.boolean(), to: fc.constantFrom(MUNICIPALITY, OTHER_SCHOOL), steps, amends: fc.constantFrom('nothing', 'nothing', 'nothing', 'last step', 'warm'), after });

type Plan = typeof handover extends fc.Arbitrary<infer Of> ? Of : never;

function handoverOf(plan: Plan, index: number): readonly Told[] {
  const { on, term, start, warm, to, amends } = plan;
  const handoverId = `h${index}`;
  const expected = start === undefined ? {} : { expectedStart: plus(on, `P${start}D`) };
  const offer: Told = {
    fact: fact('HandoverOffered', on, { handoverId, to, receiverRole: 'rmc', warm, answerBy: plus(on, `P${term}D`), ...expected }), late: 0,
    change: amends === 'warm' ? { how: 'corrected', after: plan.after, days: 0, data: { warm: !warm } } : undefined,
  };
  const taken = plan.steps.map((step): Told => onTime(stepData(step, handoverId, on)));
  const last = taken.at(-1);
  return [offer, ...(amends === 'last step' && last ? [...taken.slice(0, -1), { ...last, change: { how: 'retracted' as const, after: plan.after } }] : taken)];
}

export const HANDOVERS = Symbol('handovers');
export type Theme = readonly fc.Arbitrary<Fact>[] | typeof HANDOVERS;

const reason = fc.constantFrom('mbo', 'register-match');
const birthDate = fc.constantFrom('1999-03-01', '1997-02-28', '1999-12-31', '2000-06-15');

/** Who is opened again is still born on the same day. */
function withBirthDate(one: Told, birthDate: string): Told {
  return one.fact.type === 'TrajectoryOpened' ? { ...one, fact: { ...one.fact, data: { ...one.fact.data, birthDate } } } : one;
}

/** The life of one youth: opened early, and then what belongs to the themes, in any order. */
function life(themes: readonly Theme[]): fc.Arbitrary<Life> {
  const kinds = themes.flatMap((theme) => (theme === HANDOVERS ? [] : theme));
  const facts: fc.Arbitrary<readonly Told[]> = kinds.length > 0 ? fc.array(told(kinds), { minLength: 4, maxLength: 16, size: 'max' }) : fc.constant([]);
  const offers: fc.Arbitrary<readonly Plan[]> = themes.includes(HANDOVERS) ? fc.array(handover, { maxLength: 3 }) : fc.constant([]);
  return fc.record({ on: fc.integer({ min: 0, max: 30 }), reason, birthDate, facts, offers }).map(({ on, facts: list, offers: plans, ...data }) => [
    onTime(fact('TrajectoryOpened', plus('2020-01-01', `P${on}D`), { ...data, municipality: 'GM0034' })),
    ...list.map((one) => withBirthDate(one, data.birthDate)), ...plans.flatMap((plan, index) => handoverOf(plan, index)),
  ]);
}

export interface Question {
  readonly lives: readonly (readonly RecordedEvent[])[];
  readonly from: string;
  readonly to: string;
  readonly asOf: string;
  readonly knownAt: string;
}

const follow = fc.oneof(fc.integer({ min: -30, max: 60 }), fc.constantFrom(0, 28, 29, 42, 43, 90, 365, 366), fc.integer({ min: 300, max: 800 }));

const first = fc.oneof({ weight: 3, arbitrary: fc.constant('2020-01-01') }, { weight: 2, arbitrary: day });
const length = fc.oneof({ weight: 1, arbitrary: fc.integer({ min: 0, max: 30 }) }, { weight: 3, arbitrary: fc.integer({ min: 200, max: 400 }) });

/** Some youths and a question about them: the date may lie before the end of the window, and what is known may lag behind. */
export function asked(...themes: readonly Theme[]): fc.Arbitrary<Question> {
  return fc.record({ some: fc.array(life(themes), { minLength: 1, maxLength: 4 }), first, length, after: follow, lag: fc.oneof(fc.constant(900), fc.integer({ min: -60, max: 60 })) })
    .map(({ some, first: from, length: days, after: later, lag }) => {
      const to = plus(from, `P${days}D`);
      const asOf = plus(from, `P${Math.max(0, days + later)}D`);
      return { lives: some.map((one, index) => recordLife(one, `youth-${index}` as TrajectoryId)), from, to, asOf, knownAt: plus(from, `P${Math.max(0, days + later + lag)}D`) };
    });
}
