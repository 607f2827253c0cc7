import { describe, expect, it } from '@jest/globals';
import type { RequestAccess } from '@trajectboek/api';
import { METRIC_IDS, type MetricId } from '@trajectboek/continuity-view';
import type { TrajectoryId } from '@trajectboek/events';
import { recorded } from '@trajectboek/testing';
import * as f from '@trajectboek/testing/facts';
import { days, ORGANISATIONS } from '@trajectboek/testing/histories';
import fc from 'fast-check';
import { AUDITOR, CLOCK, CLOCKS, guideOf, HEADS, LATER, PAGES, partsOf, RULE_BOOK } from '../testing/asking.js';
import { population, type Told } from '../testing/stored-youths.js';
import { ListMetricYouths, ListMetricYouthsHandler } from './list-metric-youths.handler.js';
import { MeasuredYouths } from './measured-youths.js';
import type { MetricYouthsQuery } from './metric.query.js';
import { ReadMetric, ReadMetricHandler } from './read-metric.handler.js';

interface Why { readonly figure: string; readonly part: string; readonly partLabel: string; readonly date: string | null; readonly value: number }
interface Listed { readonly count: number; readonly items: readonly { readonly trajectoryId: string; readonly since: string; readonly why: readonly Why[] }[]; readonly next: string | null }
interface Measured { readonly youthsCounted: number; readonly partial: boolean; readonly links: { readonly list: string; readonly worklist: string }; readonly numerator?: number; readonly denominator?: number }

function asking(told: readonly Told[], access: RequestAccess) {
  const measured = new MeasuredYouths(partsOf(told).youths, CLOCKS, RULE_BOOK);
  const figures = new ReadMetricHandler(measured, HEADS, RULE_BOOK, CLOCK);
  const youths = new ListMetricYouthsHandler(measured, HEADS, PAGES, RULE_BOOK, CLOCK);
  return {
    measure: async (metric: MetricId, query: MetricYouthsQuery) => await figures.execute(new ReadMetric(metric, query, access)) as Measured,
    list: async (metric: MetricId, query: MetricYouthsQuery) => await youths.execute(new ListMetricYouths(metric, query, access)) as Listed,
  };
}

describe('the youths behind a metric', () => {
  const filters = fc.constantFrom<MetricYouthsQuery>({}, { knownAt: LATER }, { municipality: 'GM0001' }, { ageTo: 19 });
  const readers = fc.constantFrom(AUDITOR, ...ORGANISATIONS.map(guideOf));

  it('are as many as its figures count, for every reader, and come in pages that together are the whole', async () => {
    await fc.assert(fc.asyncProperty(population, days, fc.tuple(filters, readers, fc.constantFrom(...METRIC_IDS)), async (told, asOf, [filter, reader, metric]) => {
      const ask = asking(told, reader);
      const query = { ...filter, from: '2015-01-01', to: asOf < '2015-01-01' ? '2015-01-01' : asOf, asOf, limit: 500 };
      const { youthsCounted } = await ask.measure(metric, query);
      const whole = await ask.list(metric, query);
      expect([whole.count, whole.items.length, new Set(whole.items.map(({ trajectoryId }) => trajectoryId)).size]).toEqual([youthsCounted, youthsCounted, youthsCounted]);
      const pages: object[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = await ask.list(metric, { ...query, limit: 1, ...(cursor !== undefined && { cursor }) });
        pages.push(...page.items);
        cursor = page.next;
      }
      expect(pages).toEqual(whole.items);
    }), { numRuns: 150 });
  });
});

const idOf = (nth: number): TrajectoryId => `00000000-0000-4000-8000-00000000000${nth}` as TrajectoryId;
const offer = (on: string, warm: boolean) => recorded('HandoverOffered', { occurredAt: on, handoverId: `handover of ${on}`, to: f.MUNICIPALITY, receiverRole: 'work-and-income', warm, answerBy: '2021-12-31' }, { by: f.SCHOOL });
const TOLD: readonly Told[] = [
  { trajectoryId: idOf(1), events: [offer('2021-02-01', true)] },
  { trajectoryId: idOf(2), events: [offer('2021-03-01', false)] },
  { trajectoryId: idOf(3), events: [f.enrolled('2020-09-01', {}, { by: f.RMC })] },
];
const QUERY = { from: '2021-01-01', to: '2021-06-30', asOf: '2021-07-01' } as const;

describe('the list behind a figure', () => {
  it('says of each youth in which part he is, and from which day', async () => {
    const { count, items } = await asking(TOLD, AUDITOR).list('C6', QUERY);
    expect(count).toBe(2);
    expect(items).toEqual([
      { trajectoryId: idOf(2), since: '2021-03-01', why: [{ figure: '', part: 'denominator', partLabel: 'alleen in de noemer', date: '2021-03-01', value: 1 }] },
      { trajectoryId: idOf(1), since: '2021-02-01', why: [{ figure: '', part: 'numerator', partLabel: 'in de teller', date: '2021-02-01', value: 1 }] },
    ]);
  });

  it('can be asked for one figure or one part', async () => {
    const youthsWith = async (metric: MetricId, query: MetricYouthsQuery): Promise<readonly string[]> => (await asking(TOLD, AUDITOR).list(metric, { ...QUERY, ...query })).items.map(({ trajectoryId }) => trajectoryId);
    expect(await youthsWith('C6', { part: 'numerator' })).toEqual([idOf(1)]);
    expect(await youthsWith('C6', { part: 'censored' })).toEqual([]);
    expect(await youthsWith('C2', { figure: 'accepted' })).toEqual([]);
    expect(await youthsWith('C2', { figure: 'offered' })).toEqual([idOf(2), idOf(1)]);
  });

  it('has the address that goes with the figure', async () => {
    const { links } = await asking(TOLD, AUDITOR).measure('C6', { ...QUERY, knownAt: '2021-08-01', municipality: 'GM0001' });
    expect(links).toMatchObject({
      list: '/v1/metrics/C6/youths?from=2021-01-01&to=2021-06-30&asOf=2021-07-01&knownAt=2021-08-01&municipality=GM0001',
      worklist: '/v1/worklists/open-handovers?asOf=2021-07-01&knownAt=2021-08-01&municipality=GM0001',
    });
  });

  it('has no youth that the reader has nothing to do with', async () => {
    expect(await asking(TOLD, guideOf(f.RMC)).list('C6', QUERY)).toMatchObject({ count: 0, items: [] });
    expect((await asking(TOLD, guideOf(f.SCHOOL)).list('C6', QUERY)).count).toBe(2);
  });

  it('and the figure itself say nothing of what somebody may only know to have happened', async () => {
    const advice = recorded('IndicationDecided', { occurredAt: '2021-02-01', kind: 'sheltered-work-advice', outcome: 'granted' }, { by: f.MUNICIPALITY });
    const told = [{ trajectoryId: idOf(1), events: [f.enrolled('2020-09-01'), advice] }];
    const sees = async (reader: RequestAccess): Promise<readonly [number, number, boolean]> => {
      const { youthsCounted, partial } = await asking(told, reader).measure('C22', QUERY);
      return [youthsCounted, (await asking(told, reader).list('C22', { ...QUERY, figure: 'sheltered-work-offer.running' })).count, partial];
    };
    expect([await sees(AUDITOR), await sees(guideOf(f.SCHOOL))]).toEqual([[1, 1, false], [0, 0, true]]);
  });
});
