// Why a youth is out of view on a day, from the table of views.md section 1.
import { isHeldOn, qualifiedOn } from './holding.js';
import { searchPeriods, seen, type Youth } from './situation.js';
import { isContact, isOn } from './support.js';
import { shift, type Row } from './world.js';

const STARTS = ['EnrolmentStarted', 'InternshipStarted', 'PlacementStarted', 'TrackStarted', 'InstitutionStayStarted'];
const HELP = ['ApplicationSubmitted', 'SearchPeriodStarted', 'SupportStarted'];
const DECISIONS = ['AdmissionDecided', 'BenefitDecided', 'IndicationDecided', 'BenefitApplied'];

type Condition = (youth: Youth, day: string) => readonly string[];
const text = (value: unknown): string => String(value);
const daysOf = (facts: readonly Row[]): readonly string[] => facts.map(({ day }) => day);
const startedSince = (youth: Youth, day: string, since: string): boolean => seen(youth, day, ...STARTS).some((start) => start.day >= since);
const appliedSince = (youth: Youth, day: string, since: string): boolean => seen(youth, day, 'ApplicationSubmitted').some((application) => application.day >= since);
const noContactSince: (...types: readonly string[]) => Condition = (...types) => (youth, day) =>
  daysOf(seen(youth, day, ...types).filter((fact) => !seen(youth, day).some((other) => isContact(other) && other.day >= fact.day)));

const handoverNotArrived: Condition = (youth, day) => seen(youth, day, 'HandoverOffered').flatMap((offer) => {
  const steps = seen(youth, day).filter(({ data, type }) => data['handoverId'] === offer.data['handoverId'] && type !== 'HandoverOffered');
  const isOver = steps.some(({ type }) => type !== 'HandoverAccepted');
  const expected = [text(offer.data['answerBy']), text(offer.data['expectedStart'] ?? '')].sort()[1] ?? '';
  return isOver || day <= shift(expected, 14) ? [] : [offer.day, ...daysOf(steps)].sort().slice(-1);
});

const searchPeriodLapsed: Condition = (youth, day) => daysOf(searchPeriods(youth, day).filter((period) => text(period.data['endsOn']) < day
  && !seen(youth, day, 'BenefitApplied', 'BenefitDecided').some((step) => step.day >= period.day)));

const notEntitled: Condition = (youth, day) => daysOf(seen(youth, day, 'BenefitDecided').filter((refusal) => refusal.data['outcome'] === 'refused'
  && !seen(youth, day).some((fact) => (DECISIONS.includes(fact.type) ? fact.seq > refusal.seq
    : fact.day >= refusal.day && (STARTS.includes(fact.type) || HELP.includes(fact.type) || isContact(fact))))));

const admissionRefused: Condition = (youth, day) => daysOf(seen(youth, day, 'AdmissionDecided').filter((refusal) => {
  const until = shift(refusal.day, 28);
  if (refusal.data['decision'] !== 'refused' || refusal.data['alternative'] !== undefined || day <= until) return false;
  const hasAlternative = seen(youth, day, 'AdmissionDecided').some(({ data, day: on }) => data['decision'] !== 'refused' && refusal.day <= on && on <= until);
  const hasOther = seen(youth, day, 'ApplicationSubmitted').some((application) => application.day > refusal.day
    || (application.day === refusal.day && (application.seq > refusal.seq || application.data['institution'] !== refusal.data['institution'])));
  return !hasAlternative && !hasOther && !startedSince(youth, day, refusal.day);
}));

const transitionGap: Condition = (youth, day) => daysOf(seen(youth, day, 'EnrolmentEnded').filter((exit) =>
  ['education', 'none', 'unknown'].includes(text(exit.data['destination'])) && shift(exit.day, 28) < day
  && !startedSince(youth, day, exit.day) && !appliedSince(youth, day, exit.day)));

const contactLost: Condition = (youth, day) => {
  const last = seen(youth, day).filter(isContact).at(-1)?.day ?? '';
  const missed: Row[] = [];
  for (const attempt of seen(youth, day, 'ContactAttempted').filter((one) => one.day >= last)) {
    if (attempt.data['reached'] === true) missed.length = 0;
    else missed.push(attempt);
  }
  return missed.length >= 2 ? daysOf(missed).slice(-1) : [];
};

const supportDeclined: Condition = (youth, day) => daysOf(seen(youth, day, 'SupportDeclined').filter(({ data }) => data['recheckOn'] === undefined || text(data['recheckOn']) < day));

const released: Condition = (youth, day) => noContactSince('InstitutionStayEnded')(
  { ...youth, facts: youth.facts.filter(({ type, data }) => type !== 'InstitutionStayEnded' || data['followUpPlaceArranged'] !== true) }, day);

const agedOut: Condition = (youth, day) => {
  const birthday = `${Number(youth.birthDate?.slice(0, 4)) + 23}${youth.birthDate?.slice(4) ?? ''}`;
  const isActive = isHeldOn(youth, day) || youth.spells.some((spell) => spell.kind === 'guide' && isOn(spell, day));
  return youth.birthDate === undefined || birthday > day || isActive || qualifiedOn(youth, day) ? [] : [birthday];
};

const qualifiedUnfollowed: Condition = (youth, day) => {
  const last = seen(youth, day, 'EnrolmentEnded').at(-1)?.day;
  if (last === undefined || seen(youth, day).some((fact) => fact.day > last)) return [];
  const states = seen(youth, day, 'EnrolmentEnded').some((exit) => exit.day === last && exit.data['withBasicQualification'] === true);
  return states || qualifiedOn(youth, day) ? [last] : [];
};

const neverSeen: Condition = (youth, day) => (seen(youth, day).some(isContact) ? []
  : daysOf(seen(youth, day, 'TrajectoryOpened').filter(({ data }) => data['reason'] === 'register-match')));

/** In the order of the table: with equal dates the lower one. */
const CONDITIONS: readonly (readonly [string, Condition])[] = [
  ['handover-not-arrived', handoverNotArrived], ['search-period-lapsed', searchPeriodLapsed], ['not-entitled', notEntitled],
  ['admission-refused', admissionRefused], ['transition-gap', transitionGap], ['dropped-out', noContactSince('DroppedOut')],
  ['job-lost', noContactSince('JobLost')], ['contact-lost', contactLost], ['support-declined', supportDeclined],
  ['released-without-follow-up', released], ['aged-out', agedOut], ['qualified-unfollowed', qualifiedUnfollowed], ['never-seen', neverSeen],
];

export function causeOn(youth: Youth, day: string): string {
  let [cause, newest] = ['silence', ''];
  for (const [name, condition] of CONDITIONS) {
    const trigger = [...condition(youth, day)].sort().at(-1);
    if (trigger !== undefined && trigger >= newest) [cause, newest] = [name, trigger];
  }
  return cause;
}
