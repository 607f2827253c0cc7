// Lists at their first page and far in, and counts, as one reader at a time asks for them; each answer is checked.
import { report } from './lib.mjs';

const AS_OF = process.env.BENCH_AS_OF ?? '2026-10-31';
const SAMPLES = Number(process.env.BENCH_SAMPLES ?? 100);
/** A question that takes seconds is asked a few times, not a hundred. */
const LONGEST_MS = 20_000;
const FAR = 500;
const PER_PAGE = 100;
const PER_STEP = 500;

const LISTS = [
  ['in beeld, everybody', '/v1/in-beeld', {}],
  ['in beeld, out of view', '/v1/in-beeld', { status: 'out-of-view' }],
  ['in beeld, at work', '/v1/in-beeld', { status: 'work' }],
  ...['out-of-view', 'deadlines-due-and-overdue', 'open-handovers', 'contract-ends-within-60-days', 'job-lost-without-contact', 'guide-vacancy', 'stale-situation', 'left-school-without-exit-interview']
    .map((list) => [`work list ${list}`, `/v1/worklists/${list}`, {}]),
];
const SCOPES = [['country', {}], ['RMC region 21', { rmcRegion: '21' }], ['Amsterdam', { municipality: 'GM0363' }]];

export async function benchLists(product, baseline) {
  for (const [what, path, filter] of LISTS) {
    for (const [scope, where] of SCOPES) {
      const query = { asOf: AS_OF, ...filter, ...where };
      await benchPage(product, { what: `${what}, ${scope}`, path, query, page: 1 }, baseline);
      const far = await walk(product, path, query);
      if (far.page > 1) await benchPage(product, { what: `${what}, ${scope}`, path, query: { ...query, cursor: far.cursor }, page: far.page }, baseline);
    }
  }
}

async function benchPage(product, { what, path, query, page }, baseline) {
  const address = addressOf(path, { ...query, limit: PER_PAGE });
  const { took, answers } = await sample(product, address);
  const rows = answers.reduce((sum, { items }) => sum + items.length, 0);
  const alone = baseline.list();
  report({ what: `${what}, page ${page}`, ...timesOf(took), 'rows checked': rows, ratio: `${(middle(took) / alone).toFixed(1)} of raw node:sqlite (${alone.toFixed(2)} ms)` });
}

/** The cursor of page 500, or of the last full page of a list that ends before. */
async function walk(product, path, query) {
  let [page, cursor] = [1, undefined];
  while (page < FAR) {
    const { items, next } = await ask(product, addressOf(path, { ...query, limit: PER_STEP, ...(cursor !== undefined && { cursor }) }));
    if (next === null || items.length < PER_STEP) break;
    [page, cursor] = [page + PER_STEP / PER_PAGE, next];
  }
  return { page, cursor };
}

export async function benchCounts(product, baseline) {
  const [counts, cross] = [baseline.counts(), baseline.cross()];
  const questions = [
    ['counts by status', { by: 'status' }, counts],
    ['counts by status and municipality', { by: 'status,municipality' }, cross],
    ['counts by status, RMC region 21', { by: 'status', rmcRegion: '21' }, counts],
    ['series of 24 months by status', { by: 'status', from: '2024-11', to: '2026-10' }, counts * 24],
    ['series of 24 months by status, Amsterdam', { by: 'status', from: '2024-11', to: '2026-10', municipality: 'GM0363' }, counts * 24],
  ];
  for (const [what, query, alone] of questions) {
    const { took, answers } = await sample(product, addressOf('/v1/in-beeld/counts', { asOf: AS_OF, ...query }));
    const cells = answers.reduce((sum, { cells: some = [], series = [] }) => sum + some.length + series.length, 0);
    report({ what, ...timesOf(took), 'rows checked': cells, ratio: `${(middle(took) / alone).toFixed(1)} of raw node:sqlite (${alone.toFixed(1)} ms)` });
  }
}

/** The first answer counts too: nobody warms a list up before somebody opens it. */
async function sample(product, address) {
  const [took, answers] = [[], []];
  const until = performance.now() + LONGEST_MS;
  while (took.length < SAMPLES && performance.now() < until) {
    const started = performance.now();
    answers.push(await ask(product, address));
    took.push(performance.now() - started);
  }
  return { took: took.toSorted((a, b) => a - b), answers };
}

async function ask({ url, read }, address) {
  const response = await fetch(`${url}${address}`, { headers: { authorization: `Bearer ${read}` } });
  if (!response.ok) throw new Error(`${address}: HTTP ${response.status} ${(await response.text()).slice(0, 300)}`);
  return response.json();
}

const addressOf = (path, query) => `${path}?${new URLSearchParams(query)}`;
const middle = (sorted) => sorted[sorted.length >> 1];
const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * part) - 1)];

export function timesOf(sorted) {
  return { 'p50 ms': at(sorted, 0.5).toFixed(1), 'p95 ms': at(sorted, 0.95).toFixed(1), 'p99 ms': at(sorted, 0.99).toFixed(1), samples: sorted.length };
}
