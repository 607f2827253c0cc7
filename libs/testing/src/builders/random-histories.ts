import fc from 'fast-check';
import { civilDateOf, instantOf, plus, type EventId, type EventName, type OrganisationUrn, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';

export const ORGANISATIONS = ['urn:nld:oin:00000099000000000001', 'urn:nld:oin:00000099000000000002', 'urn:nld:oin:00000099000000000003'] as unknown as readonly OrganisationUrn[];
const [A, B, C] = ORGANISATIONS;
const START = '2020-01-01';
export const LAST_DAY = 4000;

const organisation = fc.constantFrom(...ORGANISATIONS);
const date = fc.integer({ min: 0, max: 900 }).map((days) => plus(START, `P${days}D`));
const id = fc.constantFrom('1', '2');
const yes = fc.boolean();
const record = (fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<Record<string, unknown>> => fc.record(fields);
const one = fc.constantFrom;
const situation = one('school', 'work', 'school-and-work', 'track', 'benefit', 'care', 'institution', 'caring-for-family', 'looking');

/** Data that the folds read, of every type that they read; what they do not read is left out. */
const DATA: Partial<Record<EventName, fc.Arbitrary<Record<string, unknown>>>> = {
  TrajectoryOpened: record({ reason: one('mbo', 'register-match'), birthDate: one('1999-03-01', '2003-06-15'), municipality: one('GM0001', 'GM0002') }),
  ResidenceChanged: record({ municipality: one('GM0001', 'GM0002'), from: date }),
  TrajectoryClosed: record({ reason: one('durable-work') }),
  EnrolmentStarted: record({ institution: organisation, schoolType: one('mbo-2'), teachingLocation: one(undefined, A, B), form: one(undefined, 'extraneus', 'regular') }),
  EnrolmentChanged: record({ institution: organisation, change: one('level') }),
  EnrolmentEnded: record({ institution: organisation, destination: one('education', 'labour', 'unknown'), withBasicQualification: yes, nextStartsOn: one(undefined, '2021-02-01') }),
  DroppedOut: record({ institution: organisation, withBasicQualification: yes }),
  ApplicationSubmitted: record({ institution: organisation, submittedOn: date }),
  AdmissionDecided: record({ institution: organisation, decision: one('refused', 'admitted', 'alternative-offered') }),
  CredentialAwarded: record({ type: one('mbo-2'), basicQualification: yes }),
  InternshipStarted: record({ internshipId: one(undefined, '1', '2'), employer: organisation }),
  InternshipEvaluated: record({ internshipId: one(undefined, '1') }),
  InternshipEnded: record({ internshipId: one(undefined, '1', '2') }),
  PlacementStarted: record({ placementId: id, kind: one('contract', 'volunteer', 'day-activity', 'own-business'), employer: organisation, paid: yes }),
  PlacementChanged: record({ placementId: id, change: one('extended') }),
  PlacementEnded: record({ placementId: id }),
  JobLost: record({ placementId: id }),
  WorkplaceContactHeld: record({ placementId: one(undefined, '1'), with: one('youth', 'employer'), purpose: one('visit', 'mediation') }),
  TrackStarted: record({ programme: id, provider: organisation }),
  TrackPhaseChanged: record({ programme: id }),
  PlanReviewed: record({ type: one('action-plan') }),
  TrackEnded: record({ programme: id }),
  InstitutionStayStarted: record({ category: one('clinic') }),
  InstitutionStayEnded: record({ followUpPlaceArranged: one(undefined, true, false) }),
  SearchPeriodStarted: record({ endsOn: date, supportFromDayOne: yes }),
  SearchPeriodWaived: record({ ground: one('law') }),
  BenefitReported: record({ municipality: one('GM0001') }),
  BenefitApplied: record({ kind: one('social-assistance') }),
  BenefitDecided: record({ kind: one('social-assistance', 'disability'), outcome: one('granted', 'refused', 'reduced') }),
  BenefitEnded: record({ kind: one('social-assistance', 'disability') }),
  InactivityExplained: record({ reason: one('illness'), recheckOn: date }),
  PathInterrupted: record({ what: one('enrolment', 'track'), recheckOn: date }),
  PathResumed: record({ what: one('enrolment', 'track') }),
  ContactMade: record({ situation, confidential: one(undefined, true) }),
  ContactAttempted: record({ reached: one(true, false, false) }),
  StatusConfirmed: record({ situation, by: one('youth', 'register') }),
  MeetingHeld: record({ kind: one('career'), youthPresent: yes }),
  SupportDeclined: record({ recheckOn: fc.option(date, { nil: undefined }) }),
  SupportStarted: record({ instrument: one('jobcoach'), provider: organisation }),
  RegisterMatched: record({ result: one('found', 'no-legal-basis'), checked: one(undefined, ['employed', 'enrolled']), facts: one([], ['enrolled'], ['basic-qualification']), runOn: date }),
  GuideAssigned: record({ role: one('job-coach'), person: one('person:1', 'person:2'), organisation, confidential: one(undefined, true) }),
  GuideEnded: record({ role: one('job-coach'), person: one('person:1', 'person:2'), reason: one('phase-ended'), successor: one(undefined, undefined, 'person:2') }),
  AftercareStarted: record({ scheme: one('nazorg'), organisation, mode: one('active', 'on-request'), until: fc.option(date, { nil: undefined }) }),
  AftercareEnded: record({ scheme: one('nazorg') }),
  HandoverOffered: record({ handoverId: id, to: organisation, receiverRole: one('rmc'), warm: yes, answerBy: date, expectedStart: fc.option(date, { nil: undefined }) }),
  HandoverAccepted: record({ handoverId: id }),
  HandoverReturned: record({ handoverId: id }),
  HandoverRevoked: record({ handoverId: id }),
  HandoverCompleted: record({ handoverId: id }),
  ResponsibilityTaken: record({ role: one('lead', 'income', 'guidance', 'aftercare'), organisation }),
  ResponsibilityDisputed: record({ parties: one([A, C]) }),
  ConsentRequested: record({ consentId: id, from: one('youth', 'both', 'parents'), parties: one([A], [B, C]), dataCategories: one(['debts'], ['income']) }),
  ConsentGiven: record({ consentId: id, by: one(undefined, 'youth', 'parents'), validUntil: fc.option(date, { nil: undefined }) }),
  ConsentWithdrawn: record({ consentId: id, by: one(undefined, 'parents') }),
  InformationShared: record({ basis: one('law', 'consent'), recipients: one([A], [B]), level: one('that', 'what') }),
  LifeEventRecorded: record({ category: one('debts'), from: date }),
  AccessRequested: record({ requestId: id }),
};

const statement = fc.constantFrom(...(Object.keys(DATA) as EventName[])).chain((type) => fc.record({
  type: fc.constant(type),
  data: DATA[type] ?? fc.constant({}),
  on: date,
  by: organisation,
  recordedAfter: fc.integer({ min: 0, max: 60 }),
}));

type Statement = typeof statement extends fc.Arbitrary<infer S> ? S : never;

function toEvent({ type, data, on, by, recordedAfter }: Statement, position: number): RecordedEvent {
  // Random data of a type is data of that type; the compiler cannot follow the choice.
  return {
    type, data: { occurredAt: on, ...data }, trajectoryId: 'youth' as TrajectoryId, eventId: `${by} ${position}` as EventId, source: by, id: String(position),
    organisation: by, occurredOn: civilDateOf(on), occurredAt: instantOf(on), recordedAt: instantOf(plus(on, `P${recordedAfter}D`)), revision: position, position,
  } as unknown as RecordedEvent;
}

/** An amendment of an event of the history, told by another organisation some days later. */
const amendment = fc.record({ target: fc.nat({ max: 30 }), retract: yes, after: fc.integer({ min: 0, max: 200 }), by: organisation });

function amended(events: readonly RecordedEvent[], { target, retract, after, by }: { target: number; retract: boolean; after: number; by: OrganisationUrn }): RecordedEvent[] {
  const event = events[target % events.length];
  if (!event) return [];
  const data = retract ? { retractedEventId: event.eventId } : { correctedEventId: event.eventId, replacement: { ...event.data, occurredAt: plus(event.occurredOn, `P${after}D`) } };
  return [toEvent({ type: retract ? 'EventRetracted' : 'EventCorrected', data, on: plus(event.occurredOn, `P${after}D`), by, recordedAfter: 0 }, events.length)];
}

/** Histories of 1 to 25 events in the order of their positions, some with a correction or a retraction. */
export const histories: fc.Arbitrary<readonly RecordedEvent[]> = fc.tuple(fc.array(statement, { minLength: 1, maxLength: 24 }), fc.option(amendment))
  .map(([statements, change]) => {
    const events = statements.map(toEvent);
    return change ? [...events, ...amended(events, change)] : events;
  });

/** Dates from the first possible fact to years after the last. */
export const days = fc.integer({ min: 0, max: LAST_DAY }).map((offset) => plus(START, `P${offset}D`));
