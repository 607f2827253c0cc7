// What the benchmarks share: a server of their own, its youths, and how results are printed.
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDevelopmentIssuer } from '../apps/trajectboek/dist/identity/development-issuer.js';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
export const SCHOOL = 'urn:nld:oin:00000099000000000101';
const READY_MS = 60_000;

/** A Trajectboek in a process of its own, and a token to write and one to read; without a data folder it gets an empty one. */
export async function startProduct({ data = mkdtempSync(path.join(os.tmpdir(), 'trajectboek-bench-')) } = {}) {
  const port = 4000 + (process.pid % 2000);
  const main = path.join(ROOT, 'apps/trajectboek/dist/main.js');
  const child = spawn(process.execPath, [...(process.env.BENCH_NODE_FLAGS?.split(' ') ?? []), main, 'start', '--empty', '--port', String(port), '--data', data], { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(url);
  const issuer = await openDevelopmentIssuer(data);
  const token = (role, org) => issuer.sign({ org, role, sub: 'system:bench' });
  return {
    url, data, child,
    write: await token('system', SCHOOL), read: await token('auditor', 'urn:nld:oin:00000099000000000000'),
    stop: async () => {
      child.kill('SIGTERM');
      await new Promise((resolve) => { child.once('exit', resolve); });
    },
    remove: () => rmSync(data, { recursive: true, force: true }),
  };
}

async function untilReady(url) {
  const until = Date.now() + READY_MS;
  for (;;) {
    const ready = await fetch(`${url}/health/ready`).then((response) => response.ok, () => false);
    if (ready) return;
    if (Date.now() > until) throw new Error('the product did not become ready');
    await sleep(100);
  }
}

/** Opens trajectories of invented youths and gives their ids. */
export async function openYouths({ url, write }, count) {
  const ids = [];
  for (let start = 0; start < count; start += 64) {
    const batch = Array.from({ length: Math.min(64, count - start) }, (_, index) => start + index);
    ids.push(...await Promise.all(batch.map(async (number) => {
      const body = { identity: { name: { given: `jongere-${number}`, family: 'bench' }, birthDate: '2004-05-06' }, municipality: 'GM0153' };
      const response = await fetch(`${url}/v1/trajectories`, { method: 'POST', headers: { authorization: `Bearer ${write}`, 'content-type': 'application/json' }, body: JSON.stringify(body) });
      return (await response.json()).trajectoryId;
    })));
  }
  return ids;
}

const TYPES = [
  ['enrolment-started', { institution: SCHOOL, schoolType: 'mbo-2', pathway: 'bol', funding: 'state' }],
  ['absence-reported', { category: 'unauthorised', hours: 6, since: '2022-02-01' }],
  ['contact-made', { purpose: 'guidance', situation: 'school', supportNeeded: true }],
  ['guide-assigned', { role: 'mentor', person: 'person:mentor', organisation: SCHOOL, fixedContact: true }],
  ['enrolment-ended', { institution: SCHOOL, reason: 'switched', destination: 'education', withBasicQualification: false }],
];

/** The n-th invented event: of a youth in turn, with a date that follows from it. */
export function eventOf(n, subjects, run) {
  const [type, data] = TYPES[Math.floor(n / subjects.length) % TYPES.length];
  const day = String(1 + (Math.floor(n / subjects.length) % 28)).padStart(2, '0');
  return {
    specversion: '1.0', type: `nl.jongerentrajecten.${type}.v1`, source: SCHOOL, id: `${run}-${n}`, subject: subjects[n % subjects.length],
    time: '2022-03-01T12:00:00Z', data: { ...data, occurredAt: `2022-02-${day}` },
  };
}

export const runId = () => randomUUID().slice(0, 8);

/** Position up to which the ledger has come: the timeline is folded from the ledger itself. */
export async function headOf({ url, read }, [subject]) {
  const response = await fetch(`${url}/v1/trajectories/${subject}/events?limit=1`, { headers: { authorization: `Bearer ${read}` } });
  return (await response.json()).completeTo.position;
}

/** Waits until the stored views have the position, so that reads are measured on a product at rest. */
export async function untilViewsHave({ url, read }, position) {
  for (;;) {
    const response = await fetch(`${url}/v1/in-beeld/counts?by=status&minPosition=${position}`, { headers: { authorization: `Bearer ${read}` } });
    if ((await response.json()).completeTo.position >= position) return;
  }
}

export function machine() {
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const model = os.cpus()[0]?.model ?? readFileSync('/proc/cpuinfo', 'utf8').slice(0, 0);
  return `${os.cpus().length} × ${model}, ${memory} GiB, Node ${process.version}, load ${os.loadavg()[0].toFixed(1)}`;
}

const rows = [];

/** Prints one result and keeps it for the table; `ratio` compares with a baseline of the same run. */
export function report(row) {
  rows.push(row);
  console.log(Object.entries(row).map(([key, value]) => `${key}: ${value}`).join(' | '));
}

export function table() {
  const keys = [...new Set(rows.flatMap(Object.keys))];
  const line = (values) => `| ${values.join(' | ')} |`;
  return [line(keys), line(keys.map(() => '---')), ...rows.map((row) => line(keys.map((key) => row[key] ?? '')))].join('\n');
}
