// A whole region: `npm run bench:region`. BENCH_YOUTHS (1,000,000), BENCH_DATA (a folder to keep and use again), BENCH_SECONDS (30),
// BENCH_SAMPLES (100), BENCH_SEED (1), BENCH_AS_OF (2026-10-31), BENCH_SKIP (comma separated: reads,counts,live,rebuild).
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { machine, report, startProduct, table } from './lib.mjs';
import { loadRegion, readMark } from './region-load.mjs';
import { Memory } from './region-memory.mjs';
import { openBaseline } from './region-baseline.mjs';
import { benchCounts, benchLists } from './region-reads.mjs';
import { benchVisible } from './region-live.mjs';
import { benchRebuilds } from './region-rebuild.mjs';

const YOUTHS = Number(process.env.BENCH_YOUTHS ?? 1_000_000);
const KEPT = process.env.BENCH_DATA;
const SKIPPED = new Set((process.env.BENCH_SKIP ?? '').split(','));

const folder = KEPT ?? mkdtempSync(path.join(os.tmpdir(), 'trajectboek-region-'));
const data = path.join(folder, 'product');
mkdirSync(folder, { recursive: true });
console.log(machine());

let product = await startProduct({ data });
try {
  const memory = new Memory(product.child.pid);
  const { youths, events } = readMark(folder) ?? await loadRegion(product, { folder, youths: YOUTHS });
  await memory.during('loading', () => untilComplete(product, events));
  await checkCounts(product, { youths, events });
  const baseline = openBaseline(folder, youths);
  if (!SKIPPED.has('reads')) await memory.during('lists', () => benchLists(product, baseline));
  if (!SKIPPED.has('counts')) await memory.during('counts', () => benchCounts(product, baseline));
  if (!SKIPPED.has('live')) await memory.during('500 events/s', () => benchVisible(product));
  memory.report();
  baseline.close();
  await product.stop();
  product = undefined;
  if (!SKIPPED.has('rebuild')) await benchRebuilds(data);
  console.log(`\n${machine()}; ${youths} youths, ${events} events\n\n${table()}`);
} finally {
  product?.child.kill('SIGKILL');
  if (KEPT === undefined) rmSync(folder, { recursive: true, force: true });
}

/** The ledger has what was sent, and every youth is counted once. */
async function checkCounts({ url, read }, { youths, events }) {
  const answer = await (await fetch(`${url}/v1/in-beeld/counts?by=status`, { headers: { authorization: `Bearer ${read}` } })).json();
  const counted = answer.cells.reduce((sum, { count }) => sum + count, 0);
  if (counted !== youths || answer.total !== youths) throw new Error(`${youths} youths loaded, ${counted} counted by status, total ${answer.total}`);
  if (answer.completeTo.position < events) throw new Error(`${events} events loaded, views at ${answer.completeTo.position}`);
  report({ what: `views show all of ${events} events`, 'rows checked': counted });
}

/** Views catch up after a load; says how far they are, because that may take long. */
async function untilComplete(product, events) {
  const started = performance.now();
  for (let said = 0; ;) {
    const answer = await (await fetch(`${product.url}/v1/in-beeld/counts?by=status`, { headers: { authorization: `Bearer ${product.read}` } })).json();
    const { position } = answer.completeTo;
    if (position >= events) break;
    if (performance.now() - said > 60_000) {
      said = performance.now();
      console.log(`views at ${position} of ${events}`);
    }
    await new Promise((resolve) => { setTimeout(resolve, 1_000); });
  }
  const seconds = (performance.now() - started) / 1000;
  if (seconds > 2) report({ what: 'views caught up after the load', rate: `${Math.round(seconds)} s` });
}
