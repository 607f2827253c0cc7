import { describe, expect, test } from '@jest/globals';
import { AsOf } from '@trajectboek/events';
import { summarise } from '../compute.js';
import type { Figures } from '../figures/figure.js';
import type { MetricId } from '../metric.js';
import { METRICS } from '../registry.js';
import type { AftercareOnDate, ClockOnDate, MetricRules } from '../rules.js';
import { opened, youth } from '../testing/given.js';
import { rulesWith } from '../testing/rules.js';

const WINDOW = { from: '2020-01-01', to: '2020-12-31', asOf: '2022-01-02' };

/** A metric of one youth of whom the rules say this. */
function measured(id: MetricId, said: Partial<MetricRules>): Figures {
  const rules = { ...rulesWith(), ...said };
  const history = youth(opened('2020-01-01')).on(new AsOf(WINDOW.asOf));
  return summarise(METRICS[id], METRICS[id].itemsOf(rules.youthOn(history), { window: WINDOW, rules }));
}

describe('deadlines met (C22)', () => {
  const clock = (said: Partial<ClockOnDate>): ClockOnDate => ({ scheme: 'a', state: 'overdue', type: 'deadline', startedOn: '2020-06-01', isDuty: true, ...said });
  const outcome = (said: Partial<ClockOnDate>): unknown => measured('C22', { clocksOn: () => [clock(said)] })['a'];
  const nothing = { metOnTime: 0, metLate: 0, missed: 0, running: 0 };

  test.each([
    ['met-on-time', 'metOnTime'], ['met-late', 'metLate'], ['overdue', 'missed'], ['running', 'running'], ['warned', 'running'], ['due', 'running'], ['too-early', 'running'],
  ])('counts a clock that is %s as %s', (state, key) => {
    expect(outcome({ state })).toEqual({ ...nothing, [key]: 1 });
  });

  test.each(['met-on-time', 'met-late', 'running'])('counts %s the same when it is no duty', (state) => {
    expect(outcome({ state, isDuty: false })).toEqual(outcome({ state }));
  });

  test('cannot call missed what is no duty', () => {
    expect(outcome({ isDuty: false })).toEqual({ ...nothing, running: 1 });
  });

  test.each([{ state: 'cancelled' }, { state: 'past' }, { type: 'window' }, { type: 'mark' }, { startedOn: '2019-12-31' }, { startedOn: '2021-01-01' }])('leaves out a clock with %j', (said) => {
    expect(outcome(said)).toBeUndefined();
  });

  test('adds up the clocks of a scheme, and keeps schemes apart', () => {
    expect(measured('C22', { clocksOn: () => [clock({}), clock({}), clock({ state: 'met-late' }), clock({ scheme: 'b' })] }))
      .toEqual({ a: { ...nothing, missed: 2, metLate: 1 }, b: { ...nothing, missed: 1 } });
  });
});

describe('aftercare coverage (C21)', () => {
  const covered = (said: Partial<AftercareOnDate>): Figures => measured('C21', {
    aftercareOn: () => [{ scheme: 'a', startedOn: '2020-06-01', endsOn: '2022-06-01', contactEvery: 'P6M', contactsOn: [], ...said }],
  });

  test.each([
    ['in each half year', ['2020-08-01', '2021-03-01', '2021-10-01'], 1],
    ['on the first and the last day of a period', ['2020-06-01', '2021-06-01', '2021-12-01'], 1],
    ['in two of the three', ['2020-08-01', '2021-10-01'], 0],
    ['twice in one period and never in the next', ['2020-07-01', '2020-12-01', '2021-10-01'], 0],
    ['before it began only', ['2020-05-31', '2021-03-01', '2021-10-01'], 0],
  ])('with contact %s', (_, contactsOn, numerator) => {
    expect(covered({ contactsOn })).toMatchObject({ numerator, denominator: 1, censored: 0 });
  });

  test('asks about the last period when it ends with the scheme', () => {
    expect(covered({ endsOn: '2020-12-01' })).toMatchObject({ numerator: 0, denominator: 1 });
    expect(covered({ endsOn: '2020-11-30' })).toMatchObject({ denominator: 0, censored: 1 });
  });

  test('knows periods of more than nine months, and of weeks', () => {
    expect(covered({ contactEvery: 'P10M', contactsOn: ['2021-04-01'] })).toMatchObject({ numerator: 1, denominator: 1 });
    expect(covered({ contactEvery: 'P10M', contactsOn: ['2021-04-02'] })).toMatchObject({ numerator: 0, denominator: 1 });
    expect(covered({ contactEvery: 'P26W', endsOn: '2021-06-01', contactsOn: ['2020-07-01', '2021-05-31'] })).toMatchObject({ numerator: 1, denominator: 1 });
    expect(covered({ contactEvery: 'P26W', endsOn: '2021-06-01', contactsOn: ['2020-07-01'] })).toMatchObject({ numerator: 0, denominator: 1 });
  });

  test('counts by the start of the aftercare', () => {
    expect(covered({ startedOn: '2019-12-31' })).toMatchObject({ result: 'insufficient-data', denominator: 0, censored: 0 });
  });
});
