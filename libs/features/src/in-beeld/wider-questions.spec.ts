import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent, TrajectoryId } from '@trajectboek/events';
import * as f from '@trajectboek/testing/facts';
import { AUDITOR, CLOCK, CLOCKS, guideOf, HEADS, LATER, partsOf, RULE_BOOK } from '../testing/asking.js';
import type { Told } from '../testing/stored-youths.js';
import { MeasuredYouths } from '../metrics/measured-youths.js';
import type { MetricQuery } from '../metrics/metric.query.js';
import { ReadMetric, ReadMetricHandler } from '../metrics/read-metric.handler.js';
import { CountInBeeld, CountInBeeldHandler } from './count-in-beeld.handler.js';
import type { CountsQuery } from './in-beeld.query.js';
import { StoredSituations } from './stored-situations.js';
import { groupsOn, widerThan } from './wider-questions.js';

const [ENSCHEDE, ZWOLLE, DATE] = ['GM0153', 'GM0193', '2021-06-01'];
const FILTERS = ['municipality', 'rmcRegion', 'labourMarketRegion', 'school', 'definition'] as const;

describe('the questions that a published answer can be subtracted from', () => {
  it('leave out each filter, or take a municipality for its regions', () => {
    const query: CountsQuery = { by: 'status', municipality: ENSCHEDE, school: f.SCHOOL };
    const wider = widerThan(query, FILTERS, DATE);
    expect(wider).toHaveLength(7);
    expect(wider).toEqual(expect.arrayContaining([
      { by: 'status' }, { by: 'status', municipality: ENSCHEDE }, { by: 'status', school: f.SCHOOL }, { by: 'status', rmcRegion: expect.any(String) }, { by: 'status', labourMarketRegion: expect.any(String) },
      { by: 'status', rmcRegion: expect.any(String), school: f.SCHOOL }, { by: 'status', labourMarketRegion: expect.any(String), school: f.SCHOOL },
    ]));
  });

  it('are not there without filters', () => {
    expect(widerThan<CountsQuery>({ by: 'status', asOf: DATE }, FILTERS, DATE)).toEqual([]);
  });

  it('know the regions of a municipality', () => {
    const [rmc, market] = groupsOn(DATE).municipality.map((groupOf) => groupOf(ENSCHEDE));
    expect([rmc, market].every((region) => region !== undefined)).toBe(true);
    expect(groupsOn(DATE).municipality.map((groupOf) => groupOf(ZWOLLE))).not.toEqual([rmc, market]);
  });
});

let made = 0;
function youths(count: number, ...events: readonly RecordedEvent[]): readonly Told[] {
  return Array.from({ length: count }, () => ({ trajectoryId: `00000000-0000-4000-8000-${String(made += 1).padStart(12, '0')}` as TrajectoryId, events }));
}
const at = (municipality: string) => f.opened('2021-01-01', { municipality }, { by: f.RMC });
const works = f.placed('2021-02-01', {}, { by: f.RMC });
const learns = f.enrolled('2021-02-01', {}, { by: f.RMC });
const tried = f.attempted('2021-03-01', {}, { by: f.RMC });
/** Of who works a few live elsewhere; of who learns many do. */
const TOLD = [
  ...youths(30, at(ENSCHEDE), works), ...youths(40, at(ENSCHEDE), learns), ...youths(20, at(ENSCHEDE), tried),
  ...youths(4, at(ZWOLLE), works), ...youths(25, at(ZWOLLE), learns), ...youths(15, at(ZWOLLE)),
];

describe.each([['an auditor, from tallies', AUDITOR, {}], ['an auditor, folded', AUDITOR, { knownAt: LATER }], ['an organisation', guideOf(f.RMC), {}]])('published counts for %s', (_, access, knowledge) => {
  const { store, members, youths: all, rows } = partsOf(TOLD);
  const counts = new CountInBeeldHandler(all, members, new StoredSituations(store, rows), HEADS, RULE_BOOK, CLOCK);
  const cellsOf = async (query: CountsQuery): Promise<Readonly<Record<string, number | null>>> => {
    const { cells } = await counts.execute(new CountInBeeld({ asOf: DATE, by: 'status', published: 'true', ...knowledge, ...query }, access)) as { readonly cells: readonly { readonly status: string; readonly count: number | null }[] };
    return Object.fromEntries(cells.map(({ status, count }) => [status, count]));
  };

  it('of a part do not leave few of the whole', async () => {
    expect(await cellsOf({})).toEqual({ education: 65, work: 35, 'out-of-view': 35 });
    // Four work elsewhere: 35 less 30 would tell of them; the smallest other one goes with it.
    expect(await cellsOf({ municipality: ENSCHEDE })).toEqual({ education: 40, work: null, 'out-of-view': null });
  });

  it('of everybody where nobody is elsewhere are whole', async () => {
    expect(await cellsOf({ school: f.SCHOOL })).toEqual({ education: null });
    expect(await cellsOf({ municipality: ENSCHEDE, published: 'false' })).toEqual({ education: 40, work: 30, 'out-of-view': 20 });
  });
});

describe('a published metric', () => {
  const attempts = (elsewhere: number): ReadMetricHandler => {
    const told = [...TOLD, ...youths(elsewhere, at(ZWOLLE), tried)];
    return new ReadMetricHandler(new MeasuredYouths(partsOf(told).youths, CLOCKS, RULE_BOOK), HEADS, RULE_BOOK, CLOCK);
  };
  const ask = (handler: ReadMetricHandler, query: MetricQuery): Promise<unknown> => handler.execute(new ReadMetric('C20', { from: '2021-01-01', to: DATE, asOf: DATE, ...query }, AUDITOR));

  it('is left out when it leaves few youths of the same metric with fewer filters', async () => {
    for (const query of [{ municipality: ENSCHEDE }, { municipality: ENSCHEDE, ageTo: 30 }]) {
      expect(await ask(attempts(9), { ...query, published: 'true' })).toMatchObject({ suppressed: true, youthsCounted: null, attempted: null });
      expect(await ask(attempts(10), { ...query, published: 'true' })).toMatchObject({ youthsCounted: 20, attempted: 20 });
      expect(await ask(attempts(0), { ...query, published: 'true' })).toMatchObject({ youthsCounted: 20, attempted: 20 });
      expect(await ask(attempts(9), query)).toMatchObject({ suppressed: false, youthsCounted: 20, attempted: 20 });
    }
  });
});
