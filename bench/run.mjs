// All benchmarks in one run: `npm run bench`. BENCH_SECONDS and BENCH_EVENTS make it shorter or longer.
import { benchAppends, rawSqlite } from './appends.mjs';
import { benchBulk, benchRebuild, memoryOf } from './bulk.mjs';
import { eventOf, headOf, machine, openYouths, report, startProduct, table, untilViewsHave } from './lib.mjs';
import { benchReads } from './reads.mjs';

const EVENTS = Number(process.env.BENCH_EVENTS ?? 100_000);
const YOUTHS = Number(process.env.BENCH_YOUTHS ?? 10_000);

console.log(machine());
const product = await startProduct();
try {
  const subjects = await openYouths(product, YOUTHS);
  const raw = rawSqlite(product.data, JSON.stringify(eventOf(0, subjects, 'raw')));
  report({ what: 'raw node:sqlite FULL, one by one / 1,000 per commit', rate: `${Math.round(raw.one)}/s / ${Math.round(raw.batched)}/s` });
  await benchAppends(product, subjects);
  await benchBulk(product, subjects, { events: EVENTS, baseline: raw.batched });
  await untilViewsHave(product, await headOf(product, subjects));
  await benchReads(product, subjects);
  report({ what: 'resident memory after all of it', rate: `${Math.round(memoryOf(product.child.pid))} MiB` });
  await product.stop();
  await benchRebuild(product.data, { baseline: raw.batched });
  console.log(`\n${machine()}\n\n${table()}`);
} finally {
  product.child.kill('SIGKILL');
  product.remove();
}
