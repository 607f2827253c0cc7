import { beforeAll, describe, expect, it } from '@jest/globals';
import { loadCatalogue, loadCoverage, parseView, showingOf } from '@trajectboek/catalogue';
import { isMetricId } from '@trajectboek/continuity-view';
import { FACETS } from '@trajectboek/schemes';
import { CAUSES } from '@trajectboek/situation';
import { findWorkList } from '@trajectboek/worklists';
import { Running } from '../server/testing/running.js';
import { judgeAll, type Judged } from './catalogue/views/judge-all.js';

const FACTUAL = loadCatalogue().rows.filter(({ events }) => events.length > 0);

describe('every row of the catalogue', () => {
  let judged: readonly Judged[] = [];
  beforeAll(async () => { judged = await judgeAll(); }, 240_000);

  it('is recorded over HTTP, with its code where it belongs', () => {
    expect(judged.flatMap(({ refused }) => refused)).toEqual([]);
  });

  it('comes back on the timeline, each fact with its Dutch name and the code of the row', () => {
    expect(judged.flatMap(({ readBack }) => readBack).sort()).toEqual(FACTUAL.map(({ code }) => code).sort());
    expect(judged.flatMap(({ notOnTimeline }) => notOnTimeline)).toEqual([]);
  });

  it('is shown in each view that it names, or is in it as coverage.yaml says', () => {
    const found = new Map(judged.flatMap(({ verdicts }) => [...verdicts]).map(([{ row, view }, verdict]) => [`${view} ${row.code}`, verdict]));
    const expected = FACTUAL.flatMap((row) => row.views.map((view) => [`${view} ${row.code}`, showingOf(row, view)] as const)).filter(([, showing]) => showing !== 'not-yet');
    expect([...found].sort()).toEqual(expected.toSorted());
  });
});

describe('what coverage.yaml says', () => {
  it('is about rows of the catalogue and views that they name', () => {
    const strangers = Object.entries(loadCoverage().counted).flatMap(([view, codes]) => codes.filter((code) => !FACTUAL.some((row) => row.code === code && row.views.includes(view))));
    expect(strangers).toEqual([]);
  });

  it('leaves no view for later', () => {
    expect(loadCoverage().notYet).toEqual({});
  });
});

describe('a view that a row names', () => {
  it('is a view of the product', () => {
    const named = new Set(loadCatalogue().rows.flatMap(({ views }) => views));
    const unknown = [...named].filter((view) => {
      const reference = parseView(view);
      switch (reference?.kind) {
        case 'facet': return !FACETS.some((facet) => facet === reference.name);
        case 'cause': return !CAUSES.some((cause) => cause === reference.name);
        case 'worklist': return findWorkList(reference.name) === undefined;
        case 'metric': return !isMetricId(reference.name);
        default: return reference === undefined;
      }
    });
    expect(unknown).toEqual([]);
  });
});

describe('the catalogue over HTTP', () => {
  it('is open, has Dutch names and comes in pages', async () => {
    await using ledger = await Running.start();
    const nobody = ledger.nobody();
    const seen: unknown[] = [];
    for (let cursor = ''; ;) {
      const { status, body } = await nobody.get(`/v1/catalogue?limit=200${cursor}`);
      expect([status, body['count']]).toEqual([200, 565]);
      seen.push(...(body['items'] as readonly { readonly code: string }[]).map(({ code }) => code));
      if (body['next'] === null) break;
      cursor = `&cursor=${String(body['next'])}`;
    }
    expect(seen).toEqual(loadCatalogue().rows.map(({ code }) => code));
    expect((await nobody.get('/v1/catalogue?group=laws&role=clock')).body).toMatchObject({ count: 9, next: null });
    expect((await nobody.get('/v1/catalogue/loonkostensubsidie')).body).toMatchObject({ code: 'loonkostensubsidie', groupLabel: 'instrument', fields: [{ type: 'SupportStarted', field: 'instrument' }, { type: 'SupportEnded' }, { type: 'SupportChanged' }] });
    expect((await nobody.get('/v1/catalogue/bestaat-niet')).status).toBe(404);
    for (const query of ['group=animals', 'cursor=bestaat-niet', 'colour=red']) expect((await nobody.get(`/v1/catalogue?${query}`)).status).toBe(400);
  });
});
