// Durable single appends over HTTP with everything on, beside bare Fastify with the same body and raw node:sqlite.
import autocannon from 'autocannon';
import Fastify from 'fastify';
import { DatabaseSync } from 'node:sqlite';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { eventOf, headOf, report, runId } from './lib.mjs';

const SECONDS = Number(process.env.BENCH_SECONDS ?? 10);

/** Sends single events from a number of clients and checks that each acknowledged one is in the ledger. */
export async function benchAppends(product, subjects) {
  const results = {};
  for (const clients of [1, 64]) {
    const bare = await bareFastify(clients, subjects);
    const before = await headOf(product, subjects);
    const outcome = await hammer(product.url, product.write, { clients, subjects });
    const recorded = (await headOf(product, subjects)) - before;
    if (recorded < outcome.ok) throw new Error(`${outcome.ok} acknowledged, ${recorded} recorded`);
    results[clients] = outcome.rate;
    report({ what: `single append over HTTP, ${clients} client(s)`, rate: `${Math.round(outcome.rate)}/s`, 'p50 ms': outcome.p50, 'p99 ms': outcome.p99, 'rows checked': recorded, errors: outcome.errors, ratio: `${(outcome.rate / bare).toFixed(2)} of bare Fastify (${Math.round(bare)}/s)` });
  }
  return results;
}

async function hammer(url, token, { clients, subjects }) {
  const run = runId();
  let n = 0;
  const outcome = await autocannon({
    url: `${url}/v1/events`, connections: clients, duration: SECONDS,
    requests: [{ method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/cloudevents+json' }, setupRequest: (request) => ({ ...request, body: JSON.stringify(eventOf(n++, subjects, run)) }) }],
  });
  return { rate: outcome['2xx'] / outcome.duration, ok: outcome['2xx'], errors: outcome.non2xx + outcome.errors, p50: outcome.latency.p50, p99: outcome.latency.p99 };
}

/** The same body through Fastify that answers at once: what HTTP alone costs here. */
async function bareFastify(clients, subjects) {
  const app = Fastify();
  app.addContentTypeParser('application/cloudevents+json', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
  app.post('/v1/events', (request) => ({ result: 'recorded', id: request.body.id }));
  const url = await app.listen({ port: 0, host: '127.0.0.1' });
  const { rate } = await hammer(url, 'none', { clients, subjects });
  await app.close();
  return rate;
}

/** Raw node:sqlite with synchronous = FULL: one insert per commit, and 1,000 per commit. */
export function rawSqlite(folder, body) {
  const file = path.join(folder, 'raw.db');
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE event (position INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO event (body) VALUES (?)');
  const one = rateOf(20_000, () => insert.run(body));
  const batched = rateOf(200, () => {
    db.exec('BEGIN');
    for (let i = 0; i < 1_000; i += 1) insert.run(body);
    db.exec('COMMIT');
  }) * 1_000;
  db.close();
  rmSync(file, { force: true });
  return { one, batched };
}

function rateOf(times, work) {
  const started = performance.now();
  for (let i = 0; i < times; i += 1) work();
  return times / ((performance.now() - started) / 1000);
}
