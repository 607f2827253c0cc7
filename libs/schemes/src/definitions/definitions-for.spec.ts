import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { RULE_BOOK, youthWith, type Told } from '../testing/youths.js';
import { definitionsFor, outcomeOf, type DefinitionAnswer } from './definitions-for.js';

const SCHOOL = 'urn:nld:oin:00000099000000000001';
const opened = (birthDate: CivilDate, municipality = 'GM0153'): Told => ['2018-01-01', 'TrajectoryOpened', { reason: 'mbo', birthDate, municipality }];
const dropped: Told = ['2019-05-01', 'DroppedOut', { institution: SCHOOL, lastSchoolDay: '2019-05-01', withBasicQualification: false, exitInterviewHeld: false }];
const enrolled = (on: CivilDate): Told => [on, 'EnrolmentStarted', { institution: SCHOOL, schoolType: 'mbo-2' }];
const left = (on: CivilDate): Told => [on, 'EnrolmentEnded', { institution: SCHOOL, reason: 'other', destination: 'none', withBasicQualification: false }];

function ask(definition: string, facts: readonly Told[], date: CivilDate): DefinitionAnswer | undefined {
  return definitionsFor(RULE_BOOK, youthWith(facts, date), definition)[0];
}

describe('the definitions', () => {
  it('are all answered, each with its Dutch name and what it is about', () => {
    const answers = definitionsFor(RULE_BOOK, youthWith([opened('2002-03-01')], '2020-06-01'));
    expect(answers).toHaveLength(67);
    expect(answers[0]).toMatchObject({ definition: 'default', label: 'Uit beeld (standaard)', about: 'out-of-view', outcome: true });
    expect(definitionsFor(RULE_BOOK, youthWith([], '2020-06-01'), 'no-such-definition')).toEqual([]);
  });

  it('say why in Dutch sentences, of what decided and of nothing else', () => {
    expect(ask('rmc-monthly', [opened('2000-03-01'), dropped], '2020-06-01')).toMatchObject({
      outcome: true,
      why: ['Is 20 jaar.', 'Heeft geen startkwalificatie.', 'Volgt geen onderwijs.', 'Dit geldt niet: Leerplichtig.', 'Dit geldt niet: Kwalificatieplichtig.'],
    });
    expect(ask('rmc-monthly', [opened('1990-03-01'), dropped], '2020-06-01')).toMatchObject({ outcome: false, why: ['Is 30 jaar.'] });
  });

  it('name the facts that are missing when they cannot be decided', () => {
    expect(ask('rmc-monthly', [opened('2000-03-01')], '2020-06-01')).toMatchObject({ outcome: 'unknown', missing: ['subject.basicQualification'], why: ['Niet bekend: of er een startkwalificatie is.'] });
    expect(ask('cbs-inactive-18-27', [opened('2000-03-01')], '2020-06-01')).toMatchObject({ outcome: 'unknown', missing: ['job-seeker-registration'] });
    expect(ask('cbs-inactive-18-27', [opened('2000-03-01'), enrolled('2020-01-01')], '2020-06-01')).toMatchObject({ outcome: false, missing: [] });
  });

  it('do not apply outside their dates, and do apply outside the municipality that they come from', () => {
    const facts = [opened('2002-03-01'), dropped];
    expect([outcomeOf(RULE_BOOK, youthWith(facts, '2025-12-31'), 'duo-list-23'), outcomeOf(RULE_BOOK, youthWith(facts, '2026-01-01'), 'duo-list-23')]).toEqual([false, 'not-applicable']);
    expect([ask('vsv-local-work-ready', facts, '2020-06-01')?.outcome, ask('vsv-local-work-ready', [opened('2002-03-01', 'GM0034'), dropped], '2020-06-01')?.outcome]).toEqual([true, true]);
  });

  it('follow the dated age limit: whoever is 24 is on the list of 2026 and not on that of 2025', () => {
    const facts = [opened('2001-10-01'), dropped];
    expect(['2024-09-30', '2024-10-01', '2025-12-31', '2026-01-01', '2028-10-01'].map((date) => outcomeOf(RULE_BOOK, youthWith(facts, date), 'rmc-monthly'))).toEqual([true, false, false, true, false]);
  });

  it('contradict each other side by side: at work is in view for one and under the radar for another', () => {
    const facts: readonly Told[] = [opened('2000-03-01'), enrolled('2018-09-01'), left('2020-01-01'), ['2020-02-01', 'PlacementStarted', { placementId: 'p1', kind: 'contract', hoursPerWeek: 32, paid: true, enrolled: false }]];
    expect([outcomeOf(RULE_BOOK, youthWith(facts, '2020-06-01'), 'default'), outcomeOf(RULE_BOOK, youthWith(facts, '2020-06-01'), 'mbo-leaver-at-work')]).toEqual([false, true]);
  });

  it('keep the duty to attend until the end of the school year in which the youth turns sixteen', () => {
    const outcomes = (birthDate: CivilDate): unknown[] => ['2018-07-31', '2018-08-01', '2019-07-31', '2019-08-01'].map((date) => outcomeOf(RULE_BOOK, youthWith([opened(birthDate)], date), 'leerplichtig'));
    expect(outcomes('2002-09-15')).toEqual([true, true, true, false]);
    expect(outcomes('2002-07-15')).toEqual([true, false, false, false]);
  });

  it('exempt a leaver of pro with a credential from the qualification duty', () => {
    const facts = [opened('2003-03-01'), enrolled('2018-09-01')];
    const credential: Told = ['2020-03-15', 'CredentialAwarded', { type: 'pro', basicQualification: false }];
    expect([outcomeOf(RULE_BOOK, youthWith(facts, '2020-06-01'), 'kwalificatieplichtig'), outcomeOf(RULE_BOOK, youthWith([...facts, credential], '2020-06-01'), 'kwalificatieplichtig')]).toEqual(['unknown', false]);
  });

  it('count a new early leaver from one 1 October to the next', () => {
    const facts = [opened('2002-03-01'), enrolled('2018-09-01'), left('2020-02-01')];
    expect(['2020-09-30', '2020-10-01', '2021-09-30', '2021-10-01'].map((date) => outcomeOf(RULE_BOOK, youthWith(facts, date), 'vsv-new-duo'))).toEqual([false, true, true, false]);
  });

  it('close a trajectory until it is opened again, also on one day', () => {
    const closed: Told = ['2020-03-02', 'TrajectoryClosed', { reason: 'age-limit' }];
    const again: Told = ['2020-03-02', 'TrajectoryOpened', { reason: 'returned', birthDate: '2000-03-01', municipality: 'GM0153' }];
    expect([outcomeOf(RULE_BOOK, youthWith([opened('2000-03-01'), closed], '2020-03-02'), 'closed'), outcomeOf(RULE_BOOK, youthWith([opened('2000-03-01'), closed, again], '2020-03-02'), 'closed')]).toEqual([true, false]);
  });

  it('is an error for a code that does not exist', () => {
    expect(() => outcomeOf(RULE_BOOK, youthWith([], '2020-01-01'), 'no-such-definition')).toThrow('no definition no-such-definition');
  });
});
