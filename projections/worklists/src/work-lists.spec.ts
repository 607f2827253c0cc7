import { describe, expect, it } from '@jest/globals';
import { findWorkList, listIdOf, WORK_LISTS } from './work-lists.js';

/** The names of views.md section 3, in its order. */
const NAMES = [
  'open-handovers', 'deadlines-due-and-overdue', 'out-of-view', 'no-internship-found', 'internship-sent-away', 'bsa-due', 'bsa-overdue',
  'left-school-without-exit-interview', 'admission-refused-without-alternative', 'search-period-ended-without-application',
  'benefit-refused-and-nothing-followed', 'contract-ends-within-60-days', 'job-lost-without-contact', 'guide-vacancy',
  'second-transition-meeting-due', 'yearly-route-review-due', 'aftercare-contact-due', 'institution-release-without-follow-up',
  'turning-18', 'turning-23', 'turning-27', 'consent-pending-or-withdrawn', 'stale-situation', 'home-sitting', 'income-gap', 'contradictions', 'possible-duplicates',
];

describe('the work lists', () => {
  it('are all of views.md', () => {
    expect(WORK_LISTS.map(({ id }) => id)).toEqual(NAMES);
    for (const { label } of WORK_LISTS) expect(label).toMatch(/^[A-Z]/);
  });
  it('are found by their id, and by other names that people use', () => {
    for (const id of NAMES.slice(0, -1)) expect(findWorkList(listIdOf(id))?.id).toBe(id);
    expect(['bsa-due-overdue', 'deadlines', 'turning-18-23-27-within-6-months', 'duplicates'].map(listIdOf)).toEqual(['bsa-due', 'deadlines-due-and-overdue', 'turning-18-23-27', 'possible-duplicates']);
    expect(findWorkList('turning-18-23-27')?.id).toBe('turning-18-23-27');
  });
  it('are not found by a name that nobody knows', () => {
    expect([listIdOf('nonsense'), findWorkList('nonsense')]).toEqual(['nonsense', undefined]);
  });
});
