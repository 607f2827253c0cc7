import fc from 'fast-check';
import { plus } from '@trajectboek/events';
import { day } from '../arbitraries.js';
import { fact, MUNICIPALITY, OTHER_SCHOOL, SCHOOL, type Fact } from '../given.js';

type Kind = fc.Arbitrary<Fact>;
const of = fc.constantFrom;
const soon = fc.integer({ min: 0, max: 60 });
const some = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
/** Leaves out what is undefined: an optional field is there or not. */
const given = <Fields extends object>(fields: Fields): Fields => Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;

const school = of(SCHOOL, OTHER_SCHOOL);
const placementId = of('p1', 'p2', 'p3');
const programme = of('a', 'b', 'c');
const schoolType = of('entree', 'mbo-2', 'vso', 'pro');
const seldom = of(false, false, false, false, true);
const domain = of('work', 'debts', 'care');

export const ENROLMENTS: readonly Kind[] = [
  fc.record({ at: day, institution: school, type: schoolType }).map(({ at, institution, type }) => fact('EnrolmentStarted', at, { institution, schoolType: type })),
  fc.record({ at: day, institution: school, reason: of('completed', 'switched', 'other'), destination: of('education', 'labour', 'none', 'unknown', 'care'), basic: seldom, next: some(soon) })
    .map(({ at, institution, reason, destination, basic, next }) => fact('EnrolmentEnded', at, given({ institution, reason, destination, withBasicQualification: basic, nextStartsOn: next === undefined ? undefined : plus(at, `P${next}D`) }) as never)),
];
export const JOBS: readonly Kind[] = [
  fc.record({ at: day, placementId, kind: of('contract', 'trial-placement', 'day-activity', 'volunteer', 'bbl'), paid: fc.boolean() })
    .map(({ at, ...data }) => fact('PlacementStarted', at, { ...data, hoursPerWeek: 24, enrolled: false })),
  fc.record({ at: day, placementId }).map(({ at, placementId: id }) => fact('PlacementStarted', at, { placementId: id, kind: 'contract', paid: true, hoursPerWeek: 24, enrolled: false })),
  fc.record({ at: day, placementId }).map(({ at, placementId: id }) => fact('JobLost', at, { placementId: id, lastWorkingDay: at, reason: 'dismissed' })),
  fc.record({ at: day, placementId }).map(({ at, placementId: id }) => fact('PlacementEnded', at, { placementId: id, reason: 'completed' })),
];
/** Jobs of about a year and longer. */
export const LONG_JOBS: readonly Kind[] = [
  fc.integer({ min: 0, max: 10 }).map((days) => fact('PlacementStarted', plus('2020-01-01', `P${days}D`), { placementId: 'long', kind: 'contract', paid: true, hoursPerWeek: 24, enrolled: false })),
  of(364, 366, 367, 370, 376, 400).map((days) => plus('2020-01-01', `P${days}D`)).map((at) => fact('JobLost', at, { placementId: 'long', lastWorkingDay: at, reason: 'dismissed' })),
];
export const TRACKS: readonly Kind[] = [
  fc.record({ at: day, programme, goal: of('school', 'work', 'care', 'orientation', 'stabilisation') }).map(({ at, ...data }) => fact('TrackStarted', at, { ...data, provider: MUNICIPALITY })),
  fc.record({ at: day, programme, result: fc.subarray(['work', 'school', 'nominated-for-work', 'no-result'] as const, { minLength: 1 }), completed: fc.boolean() })
    .map(({ at, result, ...data }) => fact('TrackEnded', at, { ...data, result: [...result] })),
];
const internshipId = some(of('s1', 's2'));
export const INTERNSHIPS: readonly Kind[] = [
  fc.record({ at: day, internshipId }).map(({ at, internshipId: id }) => fact('InternshipStarted', at, given({ internshipId: id, kind: 'bpv', employer: MUNICIPALITY, hoursPerWeek: 24, plannedEnd: at }) as never)),
  fc.record({ at: day, internshipId, reason: of('completed', 'converted-to-contract', 'sent-away') }).map(({ at, internshipId: id, reason }) => fact('InternshipEnded', at, given({ internshipId: id, reason }) as never)),
  day.map((at) => fact('InternshipSearchStarted', at, {})),
  day.map((at) => fact('InternshipSearchEnded', at, { found: true, ground: 'none' })),
];
export const CONTACTS: readonly Kind[] = [
  fc.record({ at: day, purpose: of('guidance', 'aftercare', 'work-check') }).map(({ at, purpose }) => fact('ContactMade', at, { purpose, situation: 'unknown', supportNeeded: false })),
  fc.record({ at: day, reached: fc.boolean(), channel: of('letter', 'phone', 'app'), dayPart: of('day', 'evening'), purpose: of('guidance', 'aftercare') })
    .map(({ at, ...data }) => fact('ContactAttempted', at, data)),
  fc.record({ at: day, kind: of('mbo', 'joint', 'municipal', 'track') }).map(({ at, kind }) => fact('IntakeHeld', at, { kind, outcome: 'suitable' })),
  fc.record({ at: day, kind: of('exit-interview', 'outflow-meeting', 'career'), youthPresent: fc.boolean() }).map(({ at, ...data }) => fact('MeetingHeld', at, { ...data, participants: [SCHOOL] })),
  fc.record({ at: day, situation: of('school', 'work', 'benefit', 'nothing', 'unknown'), by: of('youth', 'register', 'guide'), horizon: of('1-year', '3-months') }).map(({ at, ...data }) => fact('StatusConfirmed', at, data)),
];
export const MEETINGS: readonly Kind[] = [
  fc.record({ at: day, kind: of('exit-interview', 'outflow-meeting') }).map(({ at, kind }) => fact('MeetingHeld', at, { kind, youthPresent: true, participants: [SCHOOL] })),
];
const guide = fc.record({ at: day, person: of('person:1', 'person:2'), role: of('job-coach', 'mentor') });
export const GUIDES: readonly Kind[] = [
  guide.map(({ at, ...data }) => fact('GuideAssigned', at, { ...data, organisation: SCHOOL, fixedContact: true })),
  fc.tuple(guide, of('phase-ended', 'goal-reached', 'left-organisation')).map(([{ at, ...data }, reason]) => fact('GuideEnded', at, { ...data, reason })),
];
export const SIGNALS: readonly Kind[] = [
  day.map((at) => fact('DropoutRiskSignalled', at, { signal: 'absence', urgency: 'early' })),
  fc.record({ at: day, institution: school, withBasicQualification: seldom, exitInterviewHeld: fc.boolean() }).map(({ at, ...data }) => fact('DroppedOut', at, { ...data, lastSchoolDay: at })),
];
export const ADVICE: readonly Kind[] = [
  fc.record({ at: day, institution: school }).map(({ at, institution }) => fact('EnrolmentStarted', at, { institution, schoolType: 'entree' })),
  fc.record({ at: day, institution: school, advice: of('positive', 'negative-leave', 'negative-switch'), supportOffered: fc.boolean(), warned: fc.boolean() })
    .map(({ at, warned, ...data }) => fact('StudyAdviceIssued', at, given({ ...data, enrolmentStartedOn: at, writtenWarningOn: warned ? at : undefined }) as never)),
];
export const ADMISSIONS: readonly Kind[] = [
  fc.record({ at: day, institution: school, decision: of('refused', 'admitted', 'alternative-offered', 'refused'), alternative: some(of('programme-b')) })
    .map(({ at, institution, decision, alternative }) => fact('AdmissionDecided', at, given({ institution, decision, ground: 'capacity', alternative: decision === 'refused' && at > '2020-02-01' ? undefined : alternative }) as never)),
  fc.record({ at: day, institution: school }).map(({ at, institution }) => fact('ApplicationSubmitted', at, { institution, submittedOn: at })),
];
export const BENEFITS: readonly Kind[] = [
  day.map((at) => fact('BenefitReported', at, { municipality: 'GM0034', urgentNeed: false })),
  fc.record({ at: day, length: soon, supportFromDayOne: fc.boolean() }).map(({ at, length, supportFromDayOne }) => fact('SearchPeriodStarted', at, { endsOn: plus(at, `P${length}D`), supportFromDayOne })),
  day.map((at) => fact('SearchPeriodWaived', at, { ground: 'disability' })),
  day.map((at) => fact('BenefitApplied', at, { kind: 'social-assistance' })),
  fc.record({ at: day, outcome: of('granted', 'refused', 'reduced') }).map(({ at, outcome }) => fact('BenefitDecided', at, { kind: 'social-assistance', outcome, ground: 'none' })),
  day.map((at) => fact('BenefitEnded', at, { kind: 'social-assistance', reason: 'work' })),
];
const requestId = of('r1', 'r2', 'r3');
export const NEEDS: readonly Kind[] = [
  fc.record({ at: day, requestId, domain }).map(({ at, ...data }) => fact('SupportRequested', at, data)),
  fc.record({ at: day, requestId: some(requestId) }).map(({ at, requestId: id }) => fact('SupportRefused', at, given({ requestId: id, ground: 'no-capacity' }) as never)),
  fc.record({ at: day, domain }).map(({ at, domain: about }) => fact('ReferralMade', at, { to: MUNICIPALITY, domain: about })),
  day.map((at) => fact('SupportStarted', at, { instrument: 'coach' })),
];
export const OTHERS: readonly Kind[] = [
  fc.record({ at: day, recheck: some(soon) }).map(({ at, recheck }) => fact('SupportDeclined', at, given({ recheckOn: recheck === undefined ? undefined : plus(at, `P${recheck}D`) }) as never)),
  fc.record({ at: day, recheck: soon }).map(({ at, recheck }) => fact('InactivityExplained', at, { reason: 'illness', recheckOn: plus(at, `P${recheck}D`) })),
  fc.record({ at: day, recheck: soon }).map(({ at, recheck }) => fact('PathInterrupted', at, { what: 'enrolment', recheckOn: plus(at, `P${recheck}D`) })),
  day.map((at) => fact('PathResumed', at, { what: 'enrolment' })),
  day.map((at) => fact('InstitutionStayStarted', at, { category: 'clinic' })),
  fc.record({ at: day, arranged: some(fc.boolean()) }).map(({ at, arranged }) => fact('InstitutionStayEnded', at, given({ followUpPlaceArranged: arranged }) as never)),
];
export const HOLDERS: readonly Kind[] = [
  fc.record({ at: day, role: of('lead', 'guidance', 'income', 'aftercare'), organisation: of(SCHOOL, OTHER_SCHOOL, MUNICIPALITY) }).map(({ at, ...data }) => fact('ResponsibilityTaken', at, { ...data, ground: 'agreement' })),
  day.map((at) => fact('ResponsibilityDisputed', at, { parties: [SCHOOL, MUNICIPALITY], question: 'who-leads' })),
];
export const CREDENTIALS: readonly Kind[] = [
  fc.record({ at: day, type: of('entree', 'pro', 'work-ready-diploma', 'mbo-2'), basicQualification: seldom }).map(({ at, ...data }) => fact('CredentialAwarded', at, data)),
  fc.record({ at: day, profile: of('labour', 'further-education') }).map(({ at, profile }) => fact('ExitProfileSet', at, { profile })),
];
export const AFTERCARE: readonly Kind[] = [
  day.map((at) => fact('AftercareStarted', at, { scheme: 'aftercare-pro-follow-2y', organisation: SCHOOL, mode: 'active' })),
  fc.record({ at: day, scheme: of('aftercare-pro-follow-2y', 'monitoring-arnhem') }).map(({ at, scheme }) => fact('AftercareEnded', at, { scheme, reason: 'term' })),
];
export const CLOSINGS: readonly Kind[] = [
  day.map((at) => fact('TrajectoryClosed', at, { reason: 'durable-work' })),
  day.map((at) => fact('TrajectoryOpened', at, { reason: 'returned', birthDate: '1998-06-15', municipality: 'GM0034' })),
];
