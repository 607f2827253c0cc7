// A thousand listeners to the live stream while events are recorded: `node tools/build.mjs && node bench/listeners.mjs`.
// Half are auditors, half belong to 20 organisations. BENCH_LISTENERS, BENCH_RATE (events/s) and BENCH_SECONDS change the size.
import http from 'node:http';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { memoryOf } from './bulk.mjs';
import { machine, openYouths, report, runId, startProduct, table, untilViewsHave, headOf } from './lib.mjs';
import { openDevelopmentIssuer } from '../apps/trajectboek/dist/identity/development-issuer.js';

const LISTENERS = Number(process.env.BENCH_LISTENERS ?? 1_000);
const PER_SECOND = Number(process.env.BENCH_RATE ?? 100);
const SECONDS = Number(process.env.BENCH_SECONDS ?? 30);
const ORGANISATIONS = Array.from({ length: 20 }, (_, nth) => `urn:nld:oin:${String(99_000_000_201 + nth).padStart(20, '0')}`);
const YOUTHS = 400;
/** One event in so many is followed until a list has it: a message cannot come sooner. */
const FOLLOWED = 20;
const PATIENCE_MS = 60_000;
const MESSAGE = /event: trajectory\ndata: \{"position":(\d+)/g;

console.log(machine());
const product = await startProduct();
try {
  const issuer = await openDevelopmentIssuer(product.data);
  const tokenOf = (role, org) => issuer.sign({ org, role, sub: 'system:bench' });
  const writers = await Promise.all(ORGANISATIONS.map((org) => tokenOf('system', org)));
  const subjects = await openYouths(product, YOUTHS);
  const run = runId();
  // Each youth belongs to one organisation, which enrols it: before anybody listens.
  for (const [nth] of subjects.entries()) await record(nth, 'enrolment-started', { institution: ORGANISATIONS[nth % 20], schoolType: 'mbo-2', occurredAt: '2026-09-01' });
  await untilViewsHave(product, await headOf(product, subjects));

  const recordedAt = new Map();
  const visible = [];
  const listeners = await listen(tokenOf);
  const [cpuBefore, ownBefore] = [cpuOf(product.child.pid), cpuOf(process.pid)];
  const startedMs = performance.now();
  const total = PER_SECOND * SECONDS;
  const pending = [];
  for (let n = 0; n < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - startedMs) / 1000) * PER_SECOND));
    for (; n < due; n += 1) pending.push(recordOne(n));
    await sleep(5);
  }
  await Promise.all(pending);
  const sentInS = (performance.now() - startedMs) / 1000;
  const expectedOf = ({ organisation }) => [...recordedAt.values()].filter((one) => organisation === undefined || one.organisation === organisation).length;
  const expected = listeners.reduce((sum, listener) => sum + expectedOf(listener), 0);
  const countHeard = () => listeners.reduce((sum, { heard }) => sum + heard.length, 0);
  for (const until = performance.now() + PATIENCE_MS; countHeard() < expected && performance.now() < until;) await sleep(50);
  const tookS = (performance.now() - startedMs) / 1000;
  const [cpu, own] = [(cpuOf(product.child.pid) - cpuBefore) / tookS, (cpuOf(process.pid) - ownBefore) / tookS];
  await sleep(500);
  const faults = listeners.filter((listener) => !isExact(listener, recordedAt)).length;
  const delays = listeners.flatMap(({ heard }) => heard.map(({ position, atMs }) => atMs - (recordedAt.get(position)?.atMs ?? NaN))).sort((a, b) => a - b);
  const at = (share, sorted = delays) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  visible.sort((a, b) => a - b);
  report({
    what: `${LISTENERS} listeners (half auditors, half of 20 organisations), ${Math.round(total / sentInS)} events/s for ${SECONDS} s, recorded to delivered`,
    'delivered/expected': `${countHeard()}/${expected}`, 'p50 ms': at(0.5), 'p95 ms': at(0.95), 'p99 ms': at(0.99), 'of which until a list has it: p50 / p99 ms': `${at(0.5, visible)} / ${at(0.99, visible)}`,
    'listeners with a lost, doubled or misplaced message': faults, 'server RSS': `${Math.round(memoryOf(product.child.pid))} MiB`, 'server CPU': `${Math.round(cpu * 100)}% of a core`, 'CPU of all listeners': `${Math.round(own * 100)}%`,
  });
  console.log(`\n${machine()}\n\n${table()}`);
  for (const { request } of listeners) request.destroy();

  async function recordOne(n) {
    const nth = n % YOUTHS;
    const { position, atMs } = await record(nth, 'contact-made', { occurredAt: '2026-10-30', purpose: 'guidance', situation: n % 3 === 0 ? 'looking' : 'school', supportNeeded: n % 2 === 0 }, n);
    recordedAt.set(position, { atMs, organisation: ORGANISATIONS[nth % 20] });
    if (n % FOLLOWED !== 0) return;
    await untilViewsHave(product, position);
    visible.push(Date.now() - atMs);
  }

  async function record(nth, type, data, id = `first-${nth}`) {
    const source = ORGANISATIONS[nth % 20];
    const response = await fetch(`${product.url}/v1/events`, {
      method: 'POST', headers: { authorization: `Bearer ${writers[nth % 20]}`, 'content-type': 'application/cloudevents+json' },
      body: JSON.stringify({ specversion: '1.0', type: `nl.jongerentrajecten.${type}.v1`, source, id: `${run}-${id}`, subject: subjects[nth], data }),
    });
    const receipt = await response.json();
    if (response.status !== 201) throw new Error(`HTTP ${response.status} ${JSON.stringify(receipt)}`);
    // By the clock of the ledger: the receipt itself may come back later than the message of a listener.
    return { position: receipt.position, atMs: Date.parse(receipt.recordedAt) };
  }
} finally {
  product.child.kill('SIGKILL');
  product.remove();
}

/** Listeners of both kinds, each with what it heard and when. */
async function listen(tokenOf) {
  const auditor = await tokenOf('auditor', 'urn:nld:oin:00000099000000000000');
  const guides = await Promise.all(ORGANISATIONS.map((org) => tokenOf('guide', org)));
  const agent = new http.Agent({ maxSockets: Infinity });
  return Promise.all(Array.from({ length: LISTENERS }, async (_, nth) => {
    const organisation = nth % 2 === 0 ? undefined : ORGANISATIONS[(nth >> 1) % 20];
    const listener = { organisation, heard: [], request: undefined };
    const token = organisation === undefined ? auditor : guides[(nth >> 1) % 20];
    await new Promise((resolve, reject) => {
      listener.request = http.get(`${product.url}/v1/stream`, { agent, headers: { authorization: `Bearer ${token}` } }, (response) => {
        let rest = '';
        response.setEncoding('latin1').on('data', (piece) => {
          const atMs = Date.now();
          const text = rest + piece;
          const end = text.lastIndexOf('\n\n') + 2;
          rest = text.slice(end);
          for (const [, position] of text.slice(0, end).matchAll(MESSAGE)) listener.heard.push({ position: Number(position), atMs });
          resolve();
        });
      }).on('error', reject);
    });
    return listener;
  }));
}

/** Everything that it should hear, once and in order. */
function isExact({ organisation, heard }, recordedAt) {
  const expected = [...recordedAt].filter(([, one]) => organisation === undefined || one.organisation === organisation).map(([position]) => position).sort((a, b) => a - b);
  return heard.length === expected.length && heard.every(({ position }, index) => position === expected[index]);
}

/** Seconds of processor time that a process has used. */
function cpuOf(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
