// What a list and a count of this size cost in SQLite alone, read with node:sqlite: one row per youth with the columns that are asked for.
import { DatabaseSync } from 'node:sqlite';
import { rmSync } from 'node:fs';
import path from 'node:path';

const STATUSES = ['education', 'work', 'out-of-view', 'benefit', 'in-contact', 'closed', 'activity', 'explained'];
const TIMES = 50;

export function openBaseline(folder, youths) {
  const file = path.join(folder, 'baseline.db');
  rmSync(file, { force: true });
  const db = new DatabaseSync(file);
  db.exec('PRAGMA journal_mode = OFF; CREATE TABLE youth (trajectory TEXT, since TEXT, status TEXT, municipality TEXT, doc TEXT) STRICT; BEGIN');
  const insert = db.prepare('INSERT INTO youth VALUES (?, ?, ?, ?, ?)');
  const doc = JSON.stringify({ status: 'out-of-view', cause: 'silence', why: [{ rule: 'out-of-view', text: 'x'.repeat(120) }], guides: [] });
  for (let n = 0; n < youths; n += 1) insert.run(String(Math.imul(n, 0x9e3779b9) >>> 0).padStart(36, '0'), dateOf(n), STATUSES[n % STATUSES.length], `GM${String(n % 342).padStart(4, '0')}`, doc);
  db.exec('COMMIT; CREATE INDEX country ON youth (since DESC, trajectory); CREATE INDEX place ON youth (municipality, since DESC, trajectory)');
  return new Baseline(db, file);
}

const dateOf = (n) => `20${20 + (n % 7)}-${String(1 + (n % 12)).padStart(2, '0')}-${String(1 + (n % 28)).padStart(2, '0')}`;

class Baseline {
  constructor(db, file) {
    this.db = db;
    this.file = file;
    this.page = db.prepare('SELECT * FROM youth WHERE (since, trajectory) < (?, ?) ORDER BY since DESC, trajectory DESC LIMIT 100');
    this.counted = db.prepare('SELECT status, count(*) AS count FROM youth GROUP BY status');
    this.crossed = db.prepare('SELECT status, municipality, count(*) AS count FROM youth GROUP BY status, municipality');
  }

  /** Milliseconds, median. */
  list() {
    return medianOf(TIMES, (n) => this.page.all(dateOf(n * 37), '9'));
  }

  counts() {
    return medianOf(5, () => this.counted.all());
  }

  cross() {
    return medianOf(5, () => this.crossed.all());
  }

  close() {
    this.db.close();
    rmSync(this.file, { force: true });
  }
}

function medianOf(times, work) {
  const took = Array.from({ length: times }, (_, n) => {
    const started = performance.now();
    work(n);
    return performance.now() - started;
  });
  return took.toSorted((a, b) => a - b)[times >> 1];
}
