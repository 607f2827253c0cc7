import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Caller } from './testing/caller.js';
import { enrolment, opening, sent, type Json } from './testing/facts.js';
import { ARNHEM, EDE, populate } from './testing/population.js';
import { MUNICIPALITY, Running, SCHOOL } from './testing/running.js';

let ledger: Running;
let auditor: Caller;
let youths: readonly string[];
beforeAll(async () => {
  ledger = await Running.start();
  youths = await populate(ledger);
  auditor = await ledger.as('auditor');
});
afterAll(() => ledger[Symbol.asyncDispose]());

const ON = 'asOf=2024-04-01';
const itemsIn = ({ body }: { readonly body: Json }): readonly Json[] => body['items'] as readonly Json[];
const youthsIn = (items: readonly Json[]): readonly number[] => items.map(({ trajectoryId }) => youths.indexOf(String(trajectoryId))).sort((a, b) => a - b);
const where = (holds: (nth: number) => boolean): readonly number[] => youths.map((_, nth) => nth).filter(holds);

/** All pages of a list, one after the other. */
async function pagesOf(reader: Caller, path: string, between: (page: number) => Promise<void> = async () => undefined): Promise<readonly Json[]> {
  const items: Json[] = [];
  for (let cursor = '', page = 0; ; page += 1) {
    const { body, status } = await reader.get(`${path}${cursor}`);
    expect(status).toBe(200);
    items.push(...body['items'] as readonly Json[]);
    if (body['next'] === null) return items;
    cursor = `&cursor=${String(body['next'])}`;
    await between(page);
  }
}

describe('the list of who is in beeld', () => {
  it.each<[string, (nth: number) => boolean]>([
    ['', () => true],
    ['status=education', (nth) => nth % 10 < 4],
    ['status=work', (nth) => [4, 5, 6].includes(nth % 10)],
    ['status=out-of-view', (nth) => nth % 10 > 6],
    ['cause=dropped-out', () => false],
    ['cause=transition-gap', (nth) => [7, 8].includes(nth % 10)],
    [`municipality=${EDE}`, (nth) => nth % 3 === 0],
    [`municipality=${ARNHEM}&status=work`, (nth) => nth % 3 !== 0 && [4, 5, 6].includes(nth % 10)],
    ['municipality=GM9999', () => false],
    [`school=${SCHOOL}`, (nth) => nth % 10 < 4 || [7, 8].includes(nth % 10)],
    ['guide=person:1', (nth) => nth % 10 < 4 && nth % 2 === 1],
    ['targetGroup=vsv', (nth) => nth % 2 === 0],
    ['ageFrom=18', (nth) => nth % 6 < 3],
    ['ageTo=17&status=education', (nth) => nth % 6 >= 3 && nth % 10 < 4],
    ['ageFrom=18&ageTo=18', (nth) => nth % 6 === 2],
  ])('with %s has exactly those', async (query, holds) => {
    const items = itemsIn(await auditor.get(`/v1/in-beeld?${ON}&limit=500&${query}`));
    expect(youthsIn(items)).toEqual(where(holds));
    const folded = itemsIn(await auditor.get(`/v1/in-beeld?${ON}&limit=500&knownAt=2199-12-31&${query}`));
    expect(youthsIn(folded)).toEqual(youthsIn(items));
  });

  it('says of each what the contract names', async () => {
    const [first] = itemsIn(await auditor.get(`/v1/in-beeld?${ON}&status=education&limit=1`));
    expect(first).toMatchObject({ trajectoryId: expect.any(String), status: 'education', statusLabel: 'onderwijs', cause: null, since: '2024-01-15', municipality: expect.stringMatching(/^GM\d{4}$/), lastContact: null, why: [] });
  });

  it.each(['', '&knownAt=2199-12-31', '&definition=default', '&guide=person:1', `&municipality=${ARNHEM}`])('comes in pages that are together the whole list%s', async (query) => {
    const whole = itemsIn(await auditor.get(`/v1/in-beeld?${ON}&limit=500${query}`));
    for (const limit of [1, 7, 29, 30, 31]) expect(await pagesOf(auditor, `/v1/in-beeld?${ON}${query}&limit=${limit}`)).toEqual(whole);
  });

  it.each(['', '&knownAt=2199-12-31'])('neither hides nor repeats anybody while events come in between the pages%s', async (query) => {
    const before = itemsIn(await auditor.get(`/v1/in-beeld?${ON}&limit=500${query}`)).map(({ trajectoryId }) => trajectoryId);
    const system = await ledger.as('system');
    const pages = await pagesOf(auditor, `/v1/in-beeld?${ON}${query}&limit=4`, async (page) => {
      const subject = await ledger.open();
      const [, receipt] = (await system.batch([sent({ subject, id: `late${query}${page}o`, type: 'TrajectoryOpened', data: opening({ occurredAt: '2023-01-01' }) }), sent({ subject, id: `late${query}${page}`, type: 'EnrolmentStarted', data: enrolment({ occurredAt: page % 2 === 0 ? '2024-03-31' : '2023-02-01' }) })])).body['results'] as readonly Json[];
      await auditor.get(`/v1/in-beeld?limit=1&minPosition=${String(receipt?.['position'])}`);
    });
    const seen = pages.map(({ trajectoryId }) => trajectoryId);
    expect(seen.filter((id) => before.includes(id))).toEqual(before);
    expect(new Set(seen).size).toBe(seen.length);
  });

  it.each(['x', '%F0%9F%98%80', 'MjAyNC0wMS0wMQ', 'AAAA', '..', `${'a'.repeat(400)}`, '%22%3BDROP', 'eyJhIjoxfQ'])('has no page after a cursor that was made up (%.12s)', async (cursor) => {
    for (const query of ['', '&knownAt=2199-12-31', '&definition=default']) expect(await auditor.get(`/v1/in-beeld?${ON}${query}&cursor=${cursor}`)).toMatchObject({ status: 400, code: 'invalid-query', body: { errors: [{ pointer: '?cursor' }] } });
    for (const list of ['out-of-view', 'open-handovers', 'stale-situation']) expect(await auditor.get(`/v1/worklists/${list}?${ON}&cursor=${cursor}`)).toMatchObject({ status: 400, code: 'invalid-query' });
  });

  it.each(['limit=0', 'limit=501', 'limit=ten', 'ageFrom=-1', 'ageTo=121', 'municipality=Ede', 'status=Out', 'school=school', 'guide=Jan', 'region=3', 'rmcRegion=%00'])('with %s is a question that names its fault', async (query) => {
    const reply = await auditor.get(`/v1/in-beeld?${query}`);
    expect([reply.status, reply.code]).toEqual([400, 'invalid-query']);
    expect(new Set((reply.body['errors'] as readonly Json[]).map(({ pointer }) => pointer))).toEqual(new Set([`?${query.split('=')[0] ?? ''}`]));
  });

  it('is for a guide the youths that his organisation has to do with', async () => {
    expect(youthsIn(itemsIn(await (await ledger.as('guide', MUNICIPALITY)).get(`/v1/in-beeld?${ON}&limit=500`)))).toEqual(where((nth) => nth % 10 === 9));
  });
});

describe('counts', () => {
  async function cellsOf(query: string, reader = auditor): Promise<Json> {
    return (await reader.get(`/v1/in-beeld/counts?asOf=2024-02-10&${query}`)).body;
  }

  it('by status count every youth once', async () => {
    expect(await cellsOf('by=status&municipality=GM0228')).toMatchObject({ by: ['status'], total: 10, suppressed: 0 });
    const { cells, total } = await cellsOf(`by=status&school=${SCHOOL}`) as { readonly cells: readonly { readonly count: number }[]; readonly total: number };
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(total);
  });

  it.each(['status,municipality', 'municipality,age-band', 'cause,rmc-region', 'labour-market-region,status', 'school,target-group', 'facet,municipality'])('by %s are the same from the stored view as from the ledger', async (by) => {
    const [stored, folded] = [await cellsOf(`by=${by}`), await cellsOf(`by=${by}&knownAt=2199-12-31`)];
    const plain = ({ cells }: Json): readonly string[] => (cells as readonly Json[]).map((cell) => JSON.stringify(Object.entries(cell).sort())).sort();
    expect(plain(stored)).toEqual(plain(folded));
    expect((stored['cells'] as readonly Json[]).length).toBeGreaterThan(0);
    expect(stored['total']).toEqual(folded['total']);
    const axes = by.split(',').map((name) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));
    for (const cell of stored['cells'] as readonly Json[]) expect(Object.keys(cell).filter((key) => !key.endsWith('Label')).sort()).toEqual(['count', ...axes].sort());
  });

  it('that are published hide the small ones, so that no sum gives them back', async () => {
    const { cells, suppressed } = await cellsOf('by=status,municipality&published=true') as { readonly cells: readonly Json[]; readonly suppressed: number };
    const hidden = cells.filter((cell) => cell['suppressed'] === true);
    expect(hidden.every(({ count }) => count === null)).toBe(true);
    expect(suppressed).toBe(hidden.length);
    expect(cells.every(({ count }) => count === null || Number(count) >= 10)).toBe(true);
  });

  it('of a series of months are those of the last day of each month', async () => {
    const { series } = await cellsOf('by=status&from=2023-12&to=2024-03') as { readonly series: readonly Json[] };
    expect(series.map(({ month }) => month)).toEqual(['2023-12', '2024-01', '2024-02', '2024-03']);
    for (const { month, cells } of series.slice(1)) {
      const lastDay = month === '2024-01' ? '2024-01-31' : month === '2024-02' ? '2024-02-29' : '2024-03-31';
      expect((await auditor.get(`/v1/in-beeld/counts?asOf=${lastDay}&by=status`)).body['cells']).toEqual(cells);
    }
  });

  it.each(['by=month', 'by=status,status,status', 'by=', 'from=2024-01', 'to=2024-01', 'from=2024-02&to=2024-01', 'from=2024-13&to=2025-01', 'from=0000-01&to=0000-02', 'from=9999-11&to=9999-12', 'from=1900-01&to=2024-01', 'published=yes', 'limit=5'])('are not given for %s', async (query) => {
    expect(await auditor.get(`/v1/in-beeld/counts?${query}`)).toMatchObject({ status: 400, code: 'invalid-query' });
  });
});
