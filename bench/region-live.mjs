// How soon a list shows what was recorded, while 500 events a second are.
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { report, runId, SCHOOL } from './lib.mjs';
import { timesOf } from './region-reads.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 30);
const PER_SECOND = 500;
/** One in so many is followed until it is seen; all are recorded. */
const FOLLOWED = 10;
const TURN_MS = 10;
/** Who cannot be sent yet waits here and not in a connection of its own; the wait counts. */
const CONNECTIONS = 64;
/** Who waits to see something keeps nobody from sending. */
const WAITING = 512;

export async function benchVisible(product) {
  const subjects = await youthsOf(product);
  const run = runId();
  const [recorded, visible, faults] = [[], [], []];
  let lastAcknowledged = 0;
  const pending = new Set();
  const [sender, follower] = [CONNECTIONS, WAITING].map((maxSockets) => new Agent({ keepAlive: true, maxSockets }));
  const started = performance.now();
  const total = PER_SECOND * SECONDS;
  for (let n = 0; n < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - started) / 1000) * PER_SECOND));
    for (; n < due; n += 1) track(pending, record({ ...product, sender, follower }, { n, run, subjects }, { recorded, visible, onAcknowledged: (at) => { lastAcknowledged = at; } }).catch((error) => faults.push(error)));
    await sleep(TURN_MS);
  }
  const sentIn = (performance.now() - started) / 1000;
  await Promise.all(pending);
  [sender, follower].forEach((agent) => agent.destroy());
  if (faults.length > 0) console.log(`${faults.length} of ${total} failed; the first: ${faults[0].message}`);
  if (recorded.length === 0) throw faults[0];
  const sorted = (times) => times.toSorted((a, b) => a - b);
  const rate = `${Math.round(recorded.length / ((lastAcknowledged - started) / 1000))}/s`;
  report({ what: `single events sent at ${Math.round(total / sentIn)}/s for ${SECONDS} s: until acknowledged`, rate, ...timesOf(sorted(recorded)), 'rows checked': recorded.length, errors: faults.length });
  report({ what: 'recorded until a list shows it, at that rate', ...timesOf(sorted(visible)), 'rows checked': visible.length });
}

function track(pending, work) {
  pending.add(work);
  void work.then(() => pending.delete(work));
}

async function record(product, { n, run, subjects }, { recorded, visible, onAcknowledged }) {
  const sent = performance.now();
  const { status, body } = await ask(product, { method: 'POST', path: '/v1/events', agent: product.sender, token: product.write, text: JSON.stringify(eventOf(n, run, subjects)) });
  if (status !== 201) throw new Error(`HTTP ${status}`);
  const acknowledged = performance.now();
  recorded.push(acknowledged - sent);
  onAcknowledged(acknowledged);
  if (n % FOLLOWED !== 0) return;
  for (;;) {
    const { body: list } = await ask(product, { method: 'GET', agent: product.follower, path: `/v1/in-beeld?limit=1&minPosition=${body.position}`, token: product.read });
    if (list.completeTo?.position >= body.position) break;
  }
  visible.push(performance.now() - acknowledged);
}

function ask({ url }, { method, agent, path, token, text }) {
  const headers = { authorization: `Bearer ${token}`, ...(text !== undefined && { 'content-type': 'application/cloudevents+json', 'content-length': Buffer.byteLength(text) }) };
  return new Promise((resolve, reject) => {
    const sending = request(`${url}${path}`, { method, agent, headers }, async (response) => {
      try {
        let answer = '';
        for await (const piece of response) answer += piece;
        resolve({ status: response.statusCode, body: JSON.parse(answer) });
      } catch (error) {
        reject(error);
      }
    });
    sending.on('error', reject).end(text);
  });
}

/** A conversation with one of the youths in turn. */
function eventOf(n, run, subjects) {
  return {
    specversion: '1.0', type: 'nl.jongerentrajecten.contact-made.v1', source: SCHOOL, id: `${run}-${n}`, subject: subjects[n % subjects.length],
    data: { occurredAt: '2026-10-30', purpose: 'guidance', situation: 'looking', supportNeeded: n % 2 === 0 },
  };
}

async function youthsOf({ url, read }) {
  const subjects = new Set();
  for (const place of ['GM0363', 'GM0599', 'GM0518', 'GM0344', 'GM0014', 'GM0772', 'GM0855', 'GM0034']) {
    const response = await fetch(`${url}/v1/in-beeld?municipality=${place}&limit=500`, { headers: { authorization: `Bearer ${read}` } });
    (await response.json()).items.forEach(({ trajectoryId }) => subjects.add(trajectoryId));
  }
  return [...subjects];
}
