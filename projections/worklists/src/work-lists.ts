import { AFTERCARE_CONTACT } from './lists/aftercare.js';
import { BSA_DUE, BSA_OVERDUE, DEADLINES, SECOND_TRANSITION_MEETING, YEARLY_ROUTE_REVIEW } from './lists/deadlines.js';
import { POSSIBLE_DUPLICATES } from './lists/duplicates.js';
import { CONSENT_PENDING, GUIDE_VACANCY, TURNING, TURNING_ALL } from './lists/guidance.js';
import { OPEN_HANDOVERS } from './lists/handovers.js';
import { BENEFIT_REFUSED, INCOME_GAP, SEARCH_PERIOD_ENDED } from './lists/income.js';
import { INTERNSHIP_SENT_AWAY, NO_INTERNSHIP_FOUND } from './lists/internship.js';
import { INSTITUTION_RELEASE } from './lists/release.js';
import { HOME_SITTING, LEFT_WITHOUT_EXIT_INTERVIEW, REFUSED_WITHOUT_ALTERNATIVE } from './lists/school.js';
import { CONTRADICTIONS, OUT_OF_VIEW, STALE_SITUATION } from './lists/situation.js';
import { CONTRACT_ENDS, JOB_LOST_WITHOUT_CONTACT } from './lists/work.js';
import type { WorkList } from './work-item.js';

/** Every work list of views.md section 3 that looks at one youth at a time, in its order. */
export const LISTS_OF_ONE: readonly WorkList[] = [
  OPEN_HANDOVERS, DEADLINES, OUT_OF_VIEW, NO_INTERNSHIP_FOUND, INTERNSHIP_SENT_AWAY, BSA_DUE, BSA_OVERDUE, LEFT_WITHOUT_EXIT_INTERVIEW,
  REFUSED_WITHOUT_ALTERNATIVE, SEARCH_PERIOD_ENDED, BENEFIT_REFUSED, CONTRACT_ENDS, JOB_LOST_WITHOUT_CONTACT, GUIDE_VACANCY,
  SECOND_TRANSITION_MEETING, YEARLY_ROUTE_REVIEW, AFTERCARE_CONTACT, INSTITUTION_RELEASE, ...TURNING, CONSENT_PENDING, STALE_SITUATION, HOME_SITTING,
  INCOME_GAP, CONTRADICTIONS,
];

/** All work lists; possible duplicates is the one that compares youths with each other. */
export const WORK_LISTS: readonly Pick<WorkList, 'id' | 'label'>[] = [...LISTS_OF_ONE, POSSIBLE_DUPLICATES];

/** Other names by which people look for a list. */
const ALIASES: Readonly<Record<string, string>> = {
  'deadlines': DEADLINES.id, 'deadlines-due': DEADLINES.id, 'deadlines-overdue': DEADLINES.id, 'handovers': OPEN_HANDOVERS.id,
  'bsa': BSA_DUE.id, 'bsa-due-overdue': BSA_DUE.id, 'bsa-due-and-overdue': BSA_DUE.id,
  'no-internship': NO_INTERNSHIP_FOUND.id, 'admission-refused': REFUSED_WITHOUT_ALTERNATIVE.id, 'search-period-ended': SEARCH_PERIOD_ENDED.id,
  'benefit-refused': BENEFIT_REFUSED.id, 'benefit-refused-nothing-followed': BENEFIT_REFUSED.id, 'contract-ends': CONTRACT_ENDS.id, 'job-lost': JOB_LOST_WITHOUT_CONTACT.id,
  'guide-vacancies': GUIDE_VACANCY.id, 'second-transition-meeting': SECOND_TRANSITION_MEETING.id, 'yearly-route-review': YEARLY_ROUTE_REVIEW.id,
  'aftercare-contact': AFTERCARE_CONTACT.id, 'institution-release': INSTITUTION_RELEASE.id, 'turning-18-within-6-months': 'turning-18', 'turning-23-within-6-months': 'turning-23',
  'turning-27-within-6-months': 'turning-27', 'turning-18-23-27-within-6-months': TURNING_ALL.id, 'consent-pending': CONSENT_PENDING.id, 'stale': STALE_SITUATION.id,
  'duplicates': POSSIBLE_DUPLICATES.id,
};

const BY_ID = new Map([...LISTS_OF_ONE, TURNING_ALL].map((list) => [list.id, list]));

/** The id of a list by its id or another name; a name that nobody knows stays as it is. */
export function listIdOf(name: string): string {
  return ALIASES[name] ?? name;
}

export function findWorkList(id: string): WorkList | undefined {
  return BY_ID.get(id);
}
