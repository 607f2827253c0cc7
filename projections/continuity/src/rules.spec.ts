import { describe, expect, test } from '@jest/globals';
import { AsOf, type Chronicle } from '@trajectboek/events';
import type { Youth } from '@trajectboek/situation';
import { contact, fact, left, measure, opened, SCHOOL, youth, type Fact } from './testing/given.js';
import { rulesWith } from './testing/rules.js';

const RULES = rulesWith();
const on = (chronicle: Chronicle, date: string): Youth => RULES.youthOn(chronicle.on(new AsOf(date)));
const leaver = (...facts: readonly Fact[]): Chronicle =>
  youth(opened('2018-09-01'), fact('EnrolmentStarted', '2018-09-01', { institution: SCHOOL, schoolType: 'pro' }), left('2021-01-15', 'labour'), ...facts);
const aftercareEnded = (at: string): Fact => fact('AftercareEnded', at, { scheme: 'aftercare-pro-follow-2y', reason: 'declined' });

describe('where a youth stands', () => {
  test('has a cause only when the youth is out of view', () => {
    expect(RULES.sightOn(on(leaver(), '2020-01-01'))).toEqual({ status: 'education', cause: undefined });
    expect(RULES.sightOn(on(leaver(), '2022-01-01'))).toEqual({ status: 'out-of-view', cause: expect.any(String) });
  });
});

describe('aftercare that asks for contact', () => {
  test.each([
    ['as long as the scheme says', [], '2023-01-15'],
    ['until somebody ends it', [aftercareEnded('2021-09-01')], '2021-09-01'],
    ['no longer than the scheme says, whoever ends it later', [aftercareEnded('2023-09-01')], '2023-01-15'],
  ])('lasts %s; other clocks of the youth are none', (_, facts: readonly Fact[], endsOn) => {
    expect(RULES.aftercareOn(on(leaver(...facts), '2024-01-01'))).toEqual([{ scheme: 'aftercare-pro-follow-2y', startedOn: '2021-01-15', endsOn, contactEvery: 'P6M', contactsOn: [] }]);
  });

  test('asks for no period after it was ended', () => {
    const call = fact('ContactMade', '2021-07-01', { purpose: 'aftercare', situation: 'work', supportNeeded: false });
    expect(measure('C21', ['2021-01-01', '2021-12-31', '2023-12-31'], leaver(call, aftercareEnded('2021-09-01')), leaver(call, contact('2021-08-01')))).toMatchObject({ numerator: 1, denominator: 2 });
  });
});

describe('the clocks of a youth', () => {
  const assessed = youth(opened('2025-09-01'), fact('StudyObligationAssessed', '2026-02-01', { studyIsOption: true, evidence: 'rmc' }));

  test('tell what must be done from what may', () => {
    const duties = new Map(RULES.clocksOn(on(assessed, '2026-06-01')).map(({ scheme, isDuty }) => [scheme, isDuty]));
    expect(duties.get('college-decides-education-first')).toBe(false);
    expect(duties.get('age-27')).toBe(true);
  });

  test('leave what may be done open when its day is past, and never call it missed', () => {
    expect(measure('C22', ['2026-01-01', '2026-12-31', '2026-06-01'], assessed)['college-decides-education-first']).toEqual({ metOnTime: 0, metLate: 0, missed: 0, running: 1 });
  });
});
