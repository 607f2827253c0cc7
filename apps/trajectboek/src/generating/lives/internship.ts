import { SCHOOL } from '../calibration/school.js';
import type { Day } from '../day.js';
import { employerOf } from '../organisations.js';
import type { Life } from '../life.js';

const EMPLOYERS = 40;
const SEARCH_BEFORE_DAYS = 40;
const HOURS = [8, 16, 24, 32] as const;

export function anEmployer(life: Life): string {
  return employerOf(life.birth.place, life.random.between(1, EMPLOYERS));
}

/** An internship that begins about a day, perhaps after a search, and may end early or in a contract. */
export function tellInternship(life: Life, { school, startsOn }: { readonly school: string; readonly startsOn: Day }): void {
  if (life.happens(SCHOOL.internshipSearch)) {
    life.tell('InternshipSearchStarted', { by: school, day: startsOn - SEARCH_BEFORE_DAYS, data: { helper: life.random.pick(['self', 'school', 'broker']) } });
    const isFound = life.happens(SCHOOL.internshipFound);
    life.tell('InternshipSearchEnded', { by: school, day: startsOn, data: { found: isFound, ground: isFound ? 'none' : life.random.pick(['shortage', 'company-capacity', 'discrimination']) } });
    if (!isFound) return;
  }
  const internshipId = life.newId('i');
  const endsOn = startsOn + life.days(SCHOOL.internshipDays);
  const employer = anEmployer(life);
  life.tell('InternshipStarted', { by: school, day: startsOn, data: { internshipId, kind: 'bpv', employer, recognisedCompany: true, hoursPerWeek: life.random.pick(HOURS), plannedEnd: life.date(endsOn) } });
  endInternship(life, { school, internshipId, startsOn, endsOn });
}

function endInternship(life: Life, { school, internshipId, startsOn, endsOn }: { readonly school: string; readonly internshipId: string; readonly startsOn: Day; readonly endsOn: Day }): void {
  if (life.happens(SCHOOL.sentAway)) {
    life.tell('InternshipEnded', { by: school, day: life.random.between(startsOn + 7, endsOn), data: { internshipId, reason: life.random.pick(['sent-away', 'stopped-by-youth', 'company-ended']) } });
    return;
  }
  life.tell('InternshipEvaluated', { by: school, day: endsOn, data: { internshipId, outcome: life.random.pick(['good', 'good', 'sufficient']) } });
  life.tell('InternshipEnded', { by: school, day: endsOn, data: { internshipId, reason: life.happens(SCHOOL.converted) ? 'converted-to-contract' : 'completed' } });
}
