// How long other requests wait while a job looks through everyone: `node tools/build.mjs && node bench/jobs.mjs`. BENCH_YOUTHS changes the size.
import { setTimeout as sleep } from 'node:timers/promises';
import { eventOf, headOf, machine, openYouths, report, runId, startProduct, table, untilViewsHave } from './lib.mjs';

const YOUTHS = Number(process.env.BENCH_YOUTHS ?? 10_000);
const EACH = 5;

console.log(machine());
const product = await startProduct();
try {
  const subjects = await openYouths(product, YOUTHS);
  await sendAll(subjects);
  await untilViewsHave(product, await headOf(product, subjects));
  const quiet = await ask(subjects, async () => { await sleep(5_000); });
  report({ what: `situation of one youth, one client, ${YOUTHS} youths, nothing else`, ...timesOf(quiet) });
  for (const path of ['/v1/in-beeld?knownAt=2100-01-01', '/v1/metrics/C20?asOf=2022-04-01', '/v1/worklists/deadlines-due-and-overdue?knownAt=2100-01-01']) {
    let seconds = 0;
    let looked = 0;
    const times = await ask(subjects, async () => { ({ seconds, looked } = await job(path)); });
    report({ what: `the same while a job answers ${path}`, ...timesOf(times), 'job: youths/s': Math.round(looked / seconds), 'job s': seconds.toFixed(1) });
  }
  console.log(`\n${machine()}\n\n${table()}`);
} finally {
  product.child.kill('SIGKILL');
  product.remove();
}

async function sendAll(subjects) {
  const run = runId();
  const lines = Array.from({ length: subjects.length * EACH }, (_, n) => JSON.stringify(eventOf(n, subjects, run))).join('\n');
  const response = await fetch(`${product.url}/v1/events`, { method: 'POST', headers: { authorization: `Bearer ${product.write}`, 'content-type': 'application/x-ndjson' }, body: lines });
  await response.text();
}

/** Asks for one youth after the other as long as the work lasts; how long each took. */
async function ask(subjects, work) {
  let isBusy = true;
  const times = [];
  const asking = (async () => {
    for (let n = 0; isBusy; n += 1) {
      const started = performance.now();
      await (await fetch(`${product.url}/v1/trajectories/${subjects[n % subjects.length]}?asOf=2022-03-15`, { headers: { authorization: `Bearer ${product.read}` } })).text();
      times.push(performance.now() - started);
      await sleep(5);
    }
  })();
  await work();
  isBusy = false;
  await asking;
  return times.sort((a, b) => a - b);
}

async function job(path) {
  const headers = { authorization: `Bearer ${product.read}` };
  const started = performance.now();
  const asked = await fetch(product.url + path, { headers: { ...headers, prefer: 'respond-async' } });
  if (asked.status !== 202) throw new Error(`HTTP ${asked.status} ${await asked.text()}`);
  for (;;) {
    const { state, progress } = await (await fetch(product.url + asked.headers.get('location'), { headers })).json();
    if (state === 'done') return { seconds: (performance.now() - started) / 1000, looked: progress.done };
    if (state !== 'running' && state !== 'queued') throw new Error(`the job is ${state}`);
    await sleep(100);
  }
}

function timesOf(sorted) {
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  return { 'p50 ms': at(0.5), 'p95 ms': at(0.95), 'p99 ms': at(0.99), 'longest ms': at(1), requests: sorted.length };
}
