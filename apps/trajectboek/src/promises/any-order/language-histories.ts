import { EVENT_TYPES, plus, type EventName, type EventTypeDescription, type FieldSchema } from '@trajectboek/events';
import type { Proposal } from '@trajectboek/ledger';
import { EMPLOYER, MUNICIPALITY, SCHOOL } from '@trajectboek/testing';
import fc from 'fast-check';

type Data = Proposal['data'];
type Fields = Readonly<Record<string, unknown>>;

const START = '2020-01-01';
const LAST_DAY = 1_200;
/** More than a history has events. */
const MOST_EVENTS = 31;
const ORGANISATIONS = [SCHOOL, MUNICIPALITY, EMPLOYER];

/** After an erasure nothing of the youth is taken in any more, so that what came before it and what after is not the same history. */
const LEFT_OUT: ReadonlySet<EventName> = new Set(['SubjectErased', 'EventCorrected', 'EventRetracted']);
/** Types that meet each other in the rules come more often than the many that stand alone. */
const OFTEN: readonly EventName[] = [
  'TrajectoryOpened', 'EnrolmentStarted', 'EnrolmentEnded', 'PlacementStarted', 'PlacementEnded', 'JobLost', 'ContactMade', 'ContactAttempted', 'TrackStarted', 'TrackEnded',
  'HandoverOffered', 'HandoverAccepted', 'HandoverReturned', 'HandoverCompleted', 'ResponsibilityTaken', 'ConsentRequested', 'ConsentGiven', 'BenefitReported', 'SearchPeriodStarted', 'BenefitDecided', 'GuideAssigned', 'GuideEnded', 'RegisterMatched',
];

const month = fc.integer({ min: 0, max: Math.floor(LAST_DAY / MOST_EVENTS) });
const day = fc.integer({ min: 0, max: LAST_DAY }).map((days) => plus(START, `P${days}D`));

/** A value of a field: few different ones, so that events are about the same things. */
function valueOf({ type, enum: values, format, anyOf, pattern, items }: FieldSchema): fc.Arbitrary<unknown> {
  if (Array.isArray(values)) return fc.constantFrom(...values as readonly unknown[]);
  if (type === 'boolean') return fc.boolean();
  if (type === 'integer') return fc.integer({ min: 0, max: 40 });
  if (type === 'array') return fc.array(valueOf(items as FieldSchema), { maxLength: 2 });
  if (format === 'date' || anyOf !== undefined) return day;
  if (typeof pattern !== 'string') return fc.constantFrom('a', 'b');
  if (pattern.includes('urn:nld:oin')) return fc.constantFrom<string>(...ORGANISATIONS);
  if (pattern.includes('GM')) return fc.constantFrom('GM0153', 'GM0202');
  return pattern.includes('person:') ? fc.constantFrom('person:1', 'person:2') : fc.constantFrom('a', 'b');
}

function fieldsOf({ fields }: EventTypeDescription): fc.Arbitrary<Fields> {
  const own = fields.filter(({ name }) => name !== 'occurredAt');
  const model = Object.fromEntries(own.map(({ name, schema }) => [name, valueOf(schema)]));
  return fc.record(model, { requiredKeys: own.filter(({ required }) => required).map(({ name }) => name) });
}

const TYPES = EVENT_TYPES.filter(({ name }) => !LEFT_OUT.has(name));
const anyType = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...TYPES.filter(({ name }) => OFTEN.includes(name))) }, { weight: 2, arbitrary: fc.constantFrom(...TYPES) });
const statement = anyType.chain((type) => fc.record({ type: fc.constant(type.name), fields: fieldsOf(type), month, by: fc.constantFrom(...ORGANISATIONS), again: fieldsOf(type) }));
type Statement = typeof statement extends fc.Arbitrary<infer Value> ? Value : never;

const amendment = fc.record({ target: fc.nat(), retract: fc.boolean(), month, by: fc.constantFrom(...ORGANISATIONS) });

/**
 * No two events happen on one day: of those that do, the one that was recorded first goes first (views.md, section 1;
 * schemes.yaml, "Events of one day"). That rule looks at the order of arrival, and is the only one that may.
 */
function moment(month: number, nth: number): string {
  const date = plus(START, `P${month * MOST_EVENTS + nth}D`);
  return nth % 2 === 0 ? date : `${date}T${String(nth % 24).padStart(2, '0')}:30:00+02:00`;
}

function proposed({ type, fields, month: when, by }: Statement, nth: number): Proposal {
  return { type, source: by, id: String(nth), data: { ...fields, occurredAt: moment(when, nth) } };
}

/** A history of any types of the language, in an order in which it could have been told: amendments come last. */
export const histories: fc.Arbitrary<readonly Proposal[]> = fc.tuple(fc.array(statement, { minLength: 2, maxLength: 20 }), fc.array(amendment, { maxLength: 3 })).map(([statements, amendments]) => {
  const events = statements.map(proposed);
  return [...events, ...amendments.map(({ target, retract, month: when, by }, nth): Proposal => {
    const place = target % events.length;
    const [id, first, statementAt] = [String(events.length + nth), events[place], statements[place]];
    const names = `${first?.source ?? ''} ${first?.id ?? ''}`;
    const replacement: Data = { ...statementAt?.again, occurredAt: moment(when, 24 + nth) };
    const data = retract ? { retractedEventId: names, reason: 'never-happened' } : { correctedEventId: names, reason: 'wrong-content', replacement };
    return { type: retract ? 'EventRetracted' : 'EventCorrected', source: by, id, data: { ...data, occurredAt: moment(when, 20 + nth) } };
  })];
});

export const dates = fc.integer({ min: 0, max: LAST_DAY + 1_500 }).map((days) => plus(START, `P${days}D`));
