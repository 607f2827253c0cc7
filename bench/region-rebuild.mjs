// Rebuild of every view from the ledger, beside reading the same events in SQLite alone.
import { DatabaseSync } from 'node:sqlite';
import path from 'node:path';
import { memoryOf } from './bulk.mjs';
import { report } from './lib.mjs';
import { command } from './region-load.mjs';

const READ_ALONE = 1_000_000;

/** The product must be stopped. One view after the other, so that each has its own time. */
export async function benchRebuilds(data) {
  const alone = readAlone(data);
  let [peak, timer] = [0, undefined];
  for (const view of viewsIn(data)) {
    const { output } = await command(['rebuild', view, '--data', data], (pid) => {
      timer = setInterval(() => { peak = Math.max(peak, memoryOf(pid)); }, 500);
    }).finally(() => clearInterval(timer));
    const [, events, ms] = /: (\d+) gebeurtenissen in (\d+) ms/.exec(output) ?? [];
    const rate = Number(events) / (Number(ms) / 1000);
    report({ what: `rebuild of view ${view} with decryption`, rate: `${Math.round(rate)}/s`, 'rows checked': Number(events), ratio: `${(rate / alone).toFixed(2)} of reading the rows with raw node:sqlite (${Math.round(alone)}/s)` });
  }
  report({ what: 'highest resident memory of the rebuild', rate: `${Math.round(peak)} MiB` });
}

function viewsIn(data) {
  const db = new DatabaseSync(path.join(data, 'views.db'), { readOnly: true });
  const names = db.prepare('SELECT name FROM views WHERE live_generation IS NOT NULL ORDER BY name').all().map(({ name }) => name);
  db.close();
  return names;
}

function readAlone(data) {
  const db = new DatabaseSync(path.join(data, 'ledger.db'), { readOnly: true });
  const started = performance.now();
  let rows = 0;
  for (const row of db.prepare('SELECT * FROM event ORDER BY position LIMIT ?').iterate(READ_ALONE)) rows += row ? 1 : 0;
  db.close();
  return rows / ((performance.now() - started) / 1000);
}
