import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { chainHashOf, leafHashOf } from '@trajectboek/proof';
import { SqliteLedgerStore } from '@trajectboek/ledger-store-sqlite';
import { appendFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sent } from '../server/testing/facts.js';
import { Running } from '../server/testing/running.js';
import { Spawned } from './testing/spawned-server.js';
import { TamperedCopy } from './testing/tampered-copy.js';

const EVENTS = 600;
const YOUTHS = 3;

describe('verify', () => {
  let original = '';
  let subjects: readonly string[] = [];
  let copies = 0;
  const copy = (): TamperedCopy => new TamperedCopy(original, String(copies += 1));

  beforeAll(async () => {
    const ledger = await Running.start();
    original = ledger.dataFolder;
    subjects = [await ledger.open(), await ledger.open(), await ledger.open()];
    const lines = Array.from({ length: EVENTS }, (_, n) => `${JSON.stringify(sent({ subject: subjects[n % YOUTHS] ?? '', id: `e${n}` }))}\n`);
    // One by one in order, so that position n + 1 is line n.
    for (let n = 0; n < EVENTS; n += YOUTHS) await (await ledger.as('system')).ndjson(lines.slice(n, n + YOUTHS).join(''));
    await (await ledger.as('auditor')).get(`/v1/in-beeld?minPosition=${EVENTS}`);
    await ledger.stop();
  });
  afterAll(() => {
    const [folder, name] = [path.dirname(original), path.basename(original)];
    readdirSync(folder).filter((one) => one.startsWith(name)).forEach((one) => rmSync(path.join(folder, one), { recursive: true }));
  });
  afterEach(() => { delete process.env['TRAJECTBOEK_WITNESS']; });

  it('finds nothing in a ledger that nobody touched', async () => {
    expect(await copy().verify()).toEqual([]);
  });

  it('finds that the end was cut off, and how much', async () => {
    const lines = await copy().sql('DELETE FROM event WHERE position > 590').verify();
    expect(lines).toContain('het boek, 590 van 600 gebeurtenissen: het boek is korter dan waarvoor getekend is');
  });

  it('finds that an end was cut off for which nobody had signed yet', async () => {
    const lines = await copy().remove('checkpoints.ndjson', 'witness.ndjson', 'checkpoint.edge').sql('DELETE FROM event WHERE position > 590').verify();
    expect(lines).toContain('overzicht situations: is bijgewerkt tot plaats 600, en het boek houdt op bij plaats 590');
  });

  it('finds one changed byte in a ciphertext', async () => {
    const tampered = copy();
    flipByte(tampered.sql(), 250);
    const lines = await tampered.verify();
    expect(lines).toContain(`traject ${placeOf(250)}, plaats 250: de gebeurtenis is veranderd`);
    expect(lines).toContainEqual(expect.stringMatching(/^het boek, plaats 250: de gebeurtenis is niet te openen/));
  });

  it.each(['source = \'urn:nld:oin:00000099000000000002\'', `occurred_at = '2024-03-02'`, `recorded_at = '2020-01-01T00:00:00.000Z'`, `type = 'ContactAttempted.v1'`])('finds a changed %s', async (change) => {
    expect(await copy().sql(`UPDATE event SET ${change} WHERE position = 250`).verify()).toContain(`traject ${placeOf(250)}, plaats 250: de gebeurtenis is veranderd`);
  });

  it('finds a pair that was swapped, whole or only what is sealed', async () => {
    const order = await copy().sql('UPDATE event SET position = -1 WHERE position = 250', 'UPDATE event SET position = 250 WHERE position = 251', 'UPDATE event SET position = 251 WHERE position = -1').verify();
    expect(order).toContain('het boek, plaats 250 tot en met 251: de gebeurtenis is een andere dan die waarvan de boom de hash bewaart');
    const sealed = await copy().sql('CREATE TEMP TABLE one AS SELECT parts FROM event WHERE position = 250', 'UPDATE event SET parts = (SELECT parts FROM event WHERE position = 253) WHERE position = 250', 'UPDATE event SET parts = (SELECT parts FROM one) WHERE position = 253').verify();
    expect(sealed).toEqual(expect.arrayContaining([250, 253].map((position) => `traject ${placeOf(position)}, plaats ${position}: de gebeurtenis is veranderd`)));
  });

  it('finds an event that was taken out of the middle', async () => {
    const lines = await copy().sql('DELETE FROM event WHERE position = 300').verify();
    expect(lines).toContain('het boek, plaats 300: er ontbreken gebeurtenissen');
    expect(lines).toContain(`traject ${subjectAt(300)}, revisie 99 (voor plaats 303): er ontbreken gebeurtenissen`);
    expect(lines).toContain('het boek, 599 van 600 gebeurtenissen: het boek is korter dan waarvoor getekend is');
  });

  it('finds a last event of a youth that was taken out, and one that was put in its place', async () => {
    expect(await copy().sql(`DELETE FROM event WHERE position = 598`).verify()).toContain('het boek, plaats 598: er ontbreken gebeurtenissen');
    const lines = await copy().sql(`UPDATE event SET stream = x'00000000000040008000000000000001' WHERE position = 598`).verify();
    expect(lines).toContainEqual(expect.stringContaining('plaats 598'));
  });

  it('finds a change of which all hashes were made to fit', async () => {
    const tampered = copy().sql(`UPDATE event SET occurred_at = '2024-03-02' WHERE position = 250`);
    await makeFit(tampered.dataFolder, subjectAt(250));
    const lines = await tampered.verify();
    expect(lines).toContainEqual(expect.stringMatching(/^het boek, plaats 250.*: de gebeurtenis is een andere dan die waarvan de boom de hash bewaart$/));
    expect(lines).toContain('het boek, plaats 1 tot en met 600: de inhoud is niet die waarvoor getekend is');
  });

  it('asks the witness where it was put', async () => {
    const cut = copy().sql('DELETE FROM event WHERE position > 590');
    const elsewhere = `${cut.dataFolder}-witness.ndjson`;
    cpSync(path.join(cut.dataFolder, 'witness.ndjson'), elsewhere);
    cut.remove('checkpoints.ndjson', 'witness.ndjson', 'checkpoint.edge');
    process.env['TRAJECTBOEK_WITNESS'] = elsewhere;
    expect(await cut.verify()).toContain('het boek, 590 van 600 gebeurtenissen: het boek is korter dan waarvoor getekend is');
    process.env['TRAJECTBOEK_WITNESS'] = `${elsewhere}-gone`;
    expect(await copy().verify()).toEqual([`de getuige: het bestand ${elsewhere}-gone (TRAJECTBOEK_WITNESS) is er niet`]);
  });

  it('finds a checkpoint that was changed, and says when the key to check them is gone', async () => {
    const changed = copy();
    const file = path.join(changed.dataFolder, 'witness.ndjson');
    writeFileSync(file, readFileSync(file, 'utf8').replaceAll(`\\n${EVENTS}\\n`, '\\n590\\n'));
    expect(await changed.verify()).toContainEqual(expect.stringMatching(/^ijkpunt \d+ in witness.ndjson: de handtekening klopt niet$/));
    const withoutKey = copy().remove('checkpoint.key');
    expect(await withoutKey.verify()).toEqual(['checkpoint.key: ontbreekt: wat getekend is, is niet na te rekenen']);
    expect(readdirSync(withoutKey.dataFolder)).not.toContain('checkpoint.key');
  });

  it('takes a line that a dying process left half for no checkpoint, and the next one stands', async () => {
    const half = copy();
    const file = path.join(half.dataFolder, 'checkpoints.ndjson');
    appendFileSync(file, '{"at":"2024-03-01T00:0');
    expect(await half.verify()).toEqual([]);
    await using ledger = await Running.start(half.dataFolder);
    await (await ledger.as('system')).event(sent({ subject: subjects[0] ?? '', id: 'one-more' }));
    await ledger.stop();
    expect(readFileSync(file, 'utf8').split('\n').at(-2)).toContain(`\\n${EVENTS + 1}\\n`);
    expect(await half.verify()).toEqual([]);
  });

  it('finds a row of a view that was taken out or changed', async () => {
    const inViews = (dataFolder: string, change: (table: string) => string): void => {
      const db = new DatabaseSync(path.join(dataFolder, 'views.db'));
      const table = db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'rows:situations:%'`).get();
      db.exec(change(`"${String(table?.['name'])}"`));
      db.close();
    };
    const [without, changed, sealed] = [copy(), copy(), copy()];
    inViews(without.dataFolder, (table) => `DELETE FROM ${table} WHERE id = (SELECT min(id) FROM ${table})`);
    expect(await without.verify()).toEqual([expect.stringMatching(/^overzicht situations, traject \S+: er ontbreekt een rij$/)]);
    inViews(changed.dataFolder, (table) => `UPDATE ${table} SET since = '1999-01-01' WHERE id = (SELECT min(id) FROM ${table})`);
    expect(await changed.verify()).toEqual([expect.stringMatching(/^overzicht situations, traject \S+: een rij is anders dan uit het boek volgt$/)]);
    // What the rows of a youth say is sealed together, in a table of its own.
    inViews(sealed.dataFolder, (table) => `UPDATE ${table.replace('rows:', 'shared:')} SET shared = replace(shared, substr(shared, 40, 4), 'AAAA') WHERE id = 1`);
    expect(await sealed.verify()).toEqual([expect.stringMatching(/^overzicht situations: een rij is niet te openen/)]);
  });

  it('ends with exit code 1 and a line per fault on the command line, and with 0 where all is well', async () => {
    const { dataFolder } = copy().sql('DELETE FROM event WHERE position = 300');
    const { code, stdout, stderr } = await new Spawned(['verify', '--data', dataFolder]).ended;
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('FOUT het boek, plaats 300: er ontbreken gebeurtenissen\n');
    expect(stdout).toMatch(/\n599 gebeurtenissen, 3 trajecten, \d+ ijkpunten nagerekend: \d+ fouten\n$/);
    expect(await new Spawned(['verify', '--data', copy().dataFolder]).ended).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('alles klopt') });
  });

  function subjectAt(position: number): string {
    return subjects[(position - 1) % YOUTHS] ?? '';
  }

  function placeOf(position: number): string {
    return `${subjectAt(position)}, revisie ${Math.floor((position - 1) / YOUTHS)}`;
  }
});

function flipByte({ dataFolder }: TamperedCopy, position: number): void {
  const db = new DatabaseSync(path.join(dataFolder, 'ledger.db'));
  const parts = db.prepare('SELECT parts FROM event WHERE position = ?').get(position)?.['parts'] as Uint8Array;
  parts.set([(parts.at(-20) ?? 0) ^ 1], parts.length - 20);
  db.prepare('UPDATE event SET parts = ? WHERE position = ?').run(parts, position);
  db.close();
}

/** What somebody does who knows how the ledger works: leaf and chain of the whole stream anew. */
async function makeFit(dataFolder: string, trajectoryId: string): Promise<void> {
  const file = path.join(dataFolder, 'ledger.db');
  const store = SqliteLedgerStore.open(file, { now: () => new Date().toISOString() });
  const events = await store.readStream(trajectoryId as Parameters<SqliteLedgerStore['readStream']>[0]);
  await store.close();
  const db = new DatabaseSync(file);
  let chain: Uint8Array | null = null;
  for (const { position, envelope, parts } of events) {
    const leaf = leafHashOf(envelope, parts);
    chain = chainHashOf(chain, leaf);
    db.prepare('UPDATE event SET leaf = ?, chain = ? WHERE position = ?').run(leaf, chain, position);
  }
  db.close();
}
