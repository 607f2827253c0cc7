import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TrajectoryId } from '@trajectboek/events';
import type { ViewStore } from '@trajectboek/view-store';
import { VIEW_STORE_CONTRACT } from '@trajectboek/view-store/testing';
import { SqliteViewStore } from '@trajectboek/view-store-sqlite';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { SealedViewStore, UnopenableRowError } from './sealed-view-store.js';
import { filesWith } from './testing/traces.js';

const ROOT = { bytes: new Uint8Array(32).fill(7) };
const [NOOR, SAMI] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as TrajectoryId[] as [TrajectoryId, TrajectoryId];
const VIEW = { name: 'handovers', version: 1, tags: ['state'] };
/** One whose tag can hold the words of a sender. */
const CLOSED = { name: 'memberships', version: 1, tags: ['kind', 'code'], closedTags: ['code'], selections: [['kind', 'code']] };
const opened: ViewStore[] = [];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'views-'));
});
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close().catch(() => undefined);
  rmSync(folder, { recursive: true });
});

function openStore(bytes = ROOT.bytes): ViewStore {
  const store = new SealedViewStore(SqliteViewStore.open(path.join(folder, 'views.db')), { bytes }, [VIEW, CLOSED]);
  opened.push(store);
  return store;
}

async function filled(): Promise<ViewStore> {
  const store = openStore();
  const generation = await store.begin(VIEW);
  const rowOf = (key: string) => ({ key, from: '2024-03-01', until: null, tags: { state: 'offered' }, doc: { handoverId: key, by: 'person:kanarie' } });
  await store.commit(generation, { expected: 0, to: { position: 1, recordedAt: null }, youths: [{ trajectoryId: NOOR, rows: [rowOf('kanarie 1'), rowOf('kanarie 2')] }, { trajectoryId: SAMI, rows: [rowOf('kanarie 1')] }] });
  await store.switchTo(generation);
  return store;
}

/** What rows share is taken for their contents. */
const KEEPS = VIEW_STORE_CONTRACT.filter(({ title }) => !title.startsWith('what the rows of a youth share'));

describe('views whose rows are sealed keep the contract, but for what is shared', () => {
  it.each(KEEPS)('$title', (contractCase) => contractCase.run({ open: async () => openStore() }));
});

describe('a closed tag', () => {
  it('is found and counted by its value, comes back as it was, and is in no file', async () => {
    const store = openStore();
    const generation = await store.begin(CLOSED);
    const rowOf = (code: string | null) => ({ key: `guide ${code}`, from: '2024-03-01', until: null, tags: { kind: 'guide', code }, doc: {} });
    await store.commit(generation, { expected: 0, to: { position: 1, recordedAt: null }, youths: [{ trajectoryId: NOOR, rows: [rowOf('person:kanarie'), rowOf('person:other')] }, { trajectoryId: SAMI, rows: [rowOf('person:kanarie'), rowOf(null)] }] });
    await store.switchTo(generation);
    const asOf = '2024-04-01';
    const found = async (code: string | readonly string[]) => (await store.find(CLOSED.name, { asOf, tags: { code }, limit: 10 })).rows.map(({ trajectoryId, tags }) => [trajectoryId, tags['code']]);
    expect(await found('person:kanarie')).toEqual([[NOOR, 'person:kanarie'], [SAMI, 'person:kanarie']]);
    expect(await found(['person:other', 'person:nobody'])).toEqual([[NOOR, 'person:other']]);
    expect((await store.ofYouths(CLOSED.name, [SAMI], { asOf, tags: { code: 'person:kanarie' } })).map(({ tags }) => tags)).toEqual([{ kind: 'guide', code: 'person:kanarie' }]);
    const counts = await store.count(CLOSED.name, { asOf, tags: { kind: 'guide' }, by: ['code'] });
    expect(counts.map(({ values, count }) => `${values['code']} ${count}`).sort()).toEqual(['null 1', 'person:kanarie 2', 'person:other 1']);
    expect((await store.rowsOf(CLOSED.name, SAMI)).map(({ tags }) => tags['code'])).toEqual([null, 'person:kanarie']);
    expect(filesWith(folder, ['kanarie', 'person:'])).toEqual([]);
  });
});

describe('a sealed row', () => {
  it('comes back as it was, by youth and by date', async () => {
    const store = await filled();
    expect((await store.rowsOf('handovers', NOOR)).map(({ key, doc }) => [key, doc['handoverId']]).sort()).toEqual([['kanarie 1', 'kanarie 1'], ['kanarie 2', 'kanarie 2']]);
    const { rows } = await store.find('handovers', { asOf: '2024-03-01', tags: { state: 'offered' }, limit: 10 });
    expect(rows.map(({ trajectoryId, key }) => `${trajectoryId} ${key}`).sort()).toEqual([`${NOOR} kanarie 1`, `${NOOR} kanarie 2`, `${SAMI} kanarie 1`]);
  });

  it('is not opened for who asks only whose it is and its tags', async () => {
    const store = await filled();
    const { rows } = await store.find('handovers', { asOf: '2024-03-01', tags: { state: 'offered' }, limit: 10, tagsOnly: true });
    expect(rows.map(({ trajectoryId, key, tags, doc }) => [trajectoryId, key, tags['state'], doc])).toEqual([[NOOR, '2024-03-01~001', 'offered', {}], [NOOR, '2024-03-01~002', 'offered', {}], [SAMI, '2024-03-01~001', 'offered', {}]]);
  });

  it('comes newest first and then by youth, in the same order each time', async () => {
    const store = await filled();
    const find = async (limit: number, cursor?: string) => store.find('handovers', { asOf: '2024-03-01', limit, ...(cursor !== undefined && { cursor }) });
    const { rows } = await find(10);
    expect(rows.map(({ trajectoryId }) => trajectoryId)).toEqual([NOOR, NOOR, SAMI]);
    const first = await find(1);
    const rest = await find(10, first.next ?? '');
    expect([...first.rows, ...rest.rows]).toEqual(rows);
  });

  it('says nothing to who reads the file but its days and tags', async () => {
    await filled();
    expect(filesWith(folder, ['kanarie', 'person:'])).toEqual([]);
    const db = new DatabaseSync(path.join(folder, 'views.db'), { readOnly: true });
    const rows = [...db.prepare('SELECT key, doc FROM "rows:handovers:1" ORDER BY trajectory, key').all()];
    const shared = [...db.prepare('SELECT shared FROM "shared:handovers:1"').all()];
    db.close();
    expect(rows.map(({ key, doc }) => [key, doc])).toEqual([['2024-03-01~001', '{}'], ['2024-03-01~002', '{}'], ['2024-03-01~001', '{}']]);
    expect(new Set(shared.map((row) => row['shared'])).size).toBe(2);
  });

  it.each([
    ['with the contents of another youth', 'UPDATE "shared:handovers:1" SET shared = (SELECT shared FROM "shared:handovers:1" WHERE id = 2) WHERE id = 1'],
    ['on another day', `UPDATE "rows:handovers:1" SET "from" = '2024-02-01' WHERE id = 1`],
    ['that nobody wrote', `UPDATE "rows:handovers:1" SET key = '2024-03-01~009' WHERE id = 1`],
    ['without contents', 'DELETE FROM "shared:handovers:1"'],
  ])('does not open under another root secret, nor %s', async (_, change) => {
    await filled();
    await expect(openStore(new Uint8Array(32)).rowsOf('handovers', NOOR)).rejects.toThrow(UnopenableRowError);
    const db = new DatabaseSync(path.join(folder, 'views.db'));
    db.exec(change);
    db.close();
    await expect(openStore().rowsOf('handovers', NOOR)).rejects.toThrow('a row of view handovers does not open: rebuild the view');
  });
});
