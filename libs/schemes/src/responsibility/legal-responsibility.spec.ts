import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { RULE_BOOK, youthWith, type Told } from '../testing/youths.js';
import { legalResponsibility, type LegalResponsibility } from './legal-responsibility.js';

const SCHOOL = 'urn:nld:oin:00000099000000000001';
const opened = (birthDate: CivilDate): Told => ['2010-01-01', 'TrajectoryOpened', { reason: 'mbo', birthDate, municipality: 'GM0153' }];
const enrolled = (on: CivilDate, schoolType = 'mbo-2'): Told => [on, 'EnrolmentStarted', { institution: SCHOOL, schoolType }];
const left = (on: CivilDate): Told => [on, 'EnrolmentEnded', { institution: SCHOOL, reason: 'completed', destination: 'none', withBasicQualification: false }];
const qualified = (on: CivilDate): Told => [on, 'CredentialAwarded', { type: 'mbo-2', basicQualification: true }];
const on = (date: CivilDate, ...facts: readonly Told[]): LegalResponsibility => legalResponsibility(RULE_BOOK, youthWith(facts, date));

describe('the legal party', () => {
  it('is the school while the youth is enrolled', () => {
    expect(on('2020-06-01', opened('2000-01-01'), enrolled('2019-09-01')).lead).toMatchObject({ party: 'school', organisationOf: 'subject.lastInstitution', organisation: SCHOOL, rule: 'enrolled', duty: 'must', certain: true });
  });

  it('is the RMC until 23, and nobody for one with a startkwalificatie: a real gap in law', () => {
    const leaver = [opened('2000-01-01'), enrolled('2018-09-01'), left('2019-07-01')];
    expect(on('2020-06-01', ...leaver).lead).toMatchObject({ party: 'rmc', partyLabel: 'RMC; sinds 2026 Doorstroompunt (college, contactgemeente)', municipality: 'GM0153', organisation: null });
    expect(on('2023-01-01', ...leaver).lead).toMatchObject({ party: 'none', duty: 'none' });
    expect(on('2020-06-01', ...leaver, qualified('2020-01-01')).lead.party).toBe('none');
  });

  it('comes from the set of the asked date: the same youth has another party in another year', () => {
    const leaver = [opened('2000-01-01'), enrolled('2018-09-01'), left('2019-07-01')];
    expect(['2014-12-31', '2015-01-01', '2019-01-01', '2025-12-31', '2026-01-01'].map((date) => on(date, ...leaver).set)).toEqual(['until-2014', '2015-2018', '2019-2025', '2019-2025', 'from-2026']);
    expect([on('2025-12-31', ...leaver).lead.party, on('2026-01-01', ...leaver).lead]).toEqual(['none', expect.objectContaining({ party: 'rmc', duty: 'may', rule: 'doorstroompunt' })]);
  });

  it('is shown with the other claim where two laws point at two parties', () => {
    const absent: Told = ['2026-03-02', 'AbsenceReported', { category: 'unauthorised', weeks: 4, since: '2026-02-01' }];
    expect(on('2026-03-10', opened('2006-01-01'), enrolled('2025-09-01'), absent).lead).toMatchObject({ rule: 'enrolled-absent', contestedBy: ['rmc'] });
  });

  it('is uncertain when a rule that comes first cannot be decided, and says what is missing', () => {
    const { lead, uncertain } = on('2020-06-01', opened('2000-01-01'));
    expect(lead).toMatchObject({ party: 'none', certain: false, missing: ['subject.basicQualification'] });
    expect(uncertain).toEqual(['lead', 'follow']);
  });

  it('has a party per role: who follows, who pays and who offers aftercare', () => {
    const { lead, follow, income, aftercare } = on('2026-09-01', opened('2008-01-01'), enrolled('2024-09-01', 'vso'), left('2026-07-01'));
    expect([lead.rule, follow?.rule, income?.rule, aftercare?.rule]).toEqual(['doorstroompunt-school-first', 'follow-doorstroompunt', 'income-on-request', 'aftercare-vso']);
    expect(lead.consultFirst).toEqual(['school']);
    expect(aftercare).toMatchObject({ party: 'vso', organisation: SCHOOL });
    expect(on('2026-09-01', opened('2008-01-01'), enrolled('2024-09-01', 'mbo-2')).aftercare).toBeNull();
  });
});

describe('a leaver of pro through the years, sixteen on 10 March 2014', () => {
  const credential: Told = ['2014-06-30', 'CredentialAwarded', { type: 'pro', basicQualification: false }];
  const leaver = [opened('1998-03-10'), enrolled('2013-08-26', 'pro'), left('2014-06-30'), credential];
  it.each([
    ['2014-03-01', 'enrolled', null, 'no-income-under-18', null],
    ['2014-07-31', 'leerplicht', 'follow-rmc', 'no-income-under-18', 'aftercare-pro'],
    ['2014-08-01', 'exempt-16-17', 'follow-rmc', 'no-income-under-18', 'aftercare-pro'],
    ['2015-06-30', 'exempt-16-17', 'follow-rmc', 'no-income-under-18', 'aftercare-pro'],
    ['2015-07-01', 'exempt-16-17', 'follow-rmc', 'no-income-under-18', null],
    ['2016-03-10', 'rmc', 'follow-rmc', 'income-on-request', null],
    ['2019-01-01', 'rmc', 'follow-jikp', 'income-on-request', null],
    ['2021-03-10', 'none', 'follow-23-27', 'income-on-request', null],
    ['2025-03-10', 'none', null, 'income-on-request', null],
    ['2026-01-01', 'over-27', null, 'income-on-request', null],
  ])('on %s falls under %s', (date, lead, follow, income, aftercare) => {
    const legal = on(date, ...leaver);
    expect([legal.lead.rule, legal.follow?.rule ?? null, legal.income?.rule ?? null, legal.aftercare?.rule ?? null]).toEqual([lead, follow, income, aftercare]);
  });

  it('is for the RMC until 2014 and for the municipality from 2015', () => {
    expect([on('2014-12-31', ...leaver).lead.party, on('2015-01-01', ...leaver).lead.party]).toEqual(['rmc', 'municipality']);
  });
});
