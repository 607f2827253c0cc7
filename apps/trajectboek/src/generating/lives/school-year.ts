import { SCHOOL } from '../calibration/school.js';
import type { Day } from '../day.js';
import type { Life } from '../life.js';
import { tellInternship } from './internship.js';
import { signalRisk } from './leaving-school.js';

export interface SchoolYear {
  readonly institution: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly isEntree: boolean;
}

const OF_AGE = 18;
const FIRST_WEEKS = 28;
const INTERRUPTED_DAYS = 60;

/** A year that is finished: advice, absence, signals that came to nothing, and an internship. */
export function tellSchoolYear(life: Life, year: SchoolYear): void {
  const { institution, startsOn, endsOn, isEntree } = year;
  const some = (): Day => life.random.between(startsOn + FIRST_WEEKS, endsOn - FIRST_WEEKS);
  if (isEntree) adviseOnStudy(life, year);
  if (life.happens(SCHOOL.absence)) tellAbsence(life, institution, some());
  if (life.happens(SCHOOL.signalFalse)) signalRisk(life, institution, { reason: life.choose(SCHOOL.signal), on: some() });
  if (life.happens(SCHOOL.internship)) tellInternship(life, { school: institution, startsOn: life.random.between(startsOn + 2 * FIRST_WEEKS, endsOn - SCHOOL.internshipDays.most) });
  if (life.happens(SCHOOL.interrupted)) interrupt(life, institution, some());
  if (life.happens(SCHOOL.changed)) life.tell('EnrolmentChanged', { by: institution, day: some(), data: { institution, change: 'programme' } });
}

function tellAbsence(life: Life, institution: string, on: Day): void {
  if (life.happens(SCHOOL.homeSitting)) life.tell('AbsenceReported', { by: institution, day: on, data: { category: 'at-home', weeks: 5, since: life.date(on - FIRST_WEEKS) } });
  else life.tell('AbsenceReported', { by: institution, day: on, data: { category: life.random.pick(['unauthorised', 'sickness']), hours: life.random.between(16, 40), since: life.date(on - FIRST_WEEKS) } });
  if (life.age(on) < OF_AGE && life.happens(SCHOOL.absenceEnforced)) life.tell('AttendanceEnforcementStarted', { by: life.around.municipality, day: on + FIRST_WEEKS, data: { ground: 'unauthorised-absence' } });
}

function interrupt(life: Life, institution: string, on: Day): void {
  life.tell('PathInterrupted', { by: institution, day: on, data: { what: 'enrolment', recheckOn: life.date(on + INTERRUPTED_DAYS) } });
  life.tell('PathResumed', { by: institution, day: on + INTERRUPTED_DAYS, data: { what: 'enrolment' } });
}

/** Binding study advice: given within four months, later, or not at all. */
function adviseOnStudy(life: Life, { institution, startsOn }: SchoolYear): void {
  if (!life.happens(SCHOOL.bsaGiven)) return;
  const on = startsOn + life.days(life.happens(SCHOOL.bsaOnTime) ? SCHOOL.bsaAfter : SCHOOL.bsaLateAfter);
  const isNegative = life.happens(SCHOOL.bsaNegative);
  const isWarned = isNegative && life.happens(SCHOOL.bsaWarned);
  life.tell('StudyAdviceIssued', { by: institution, day: on, data: {
    institution, advice: isNegative ? 'negative-switch' : 'positive', enrolmentStartedOn: life.date(startsOn), supportOffered: !isNegative || isWarned, ...(isWarned && { writtenWarningOn: life.date(on - FIRST_WEEKS) }),
  } });
}
