import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TrajectoryId } from '@trajectboek/events';
import { SCHOOL } from '@trajectboek/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Spawned, type Ended } from '../promises/testing/spawned-server.js';
import { createCore } from '../server/core.js';
import { subscriptions } from '../server/projector/subscriptions.js';
import { openStores, type Stores } from '../server/stores.js';

const LONGEST = 120_000;
const AUDIT = { at: '2025-01-01T00:00:00.000Z', action: 'record', actor: 'system:test', role: 'system', purpose: 'test', decision: 'allowed', reason: null, traceId: 'test' } as const;
const [NOOR, SAMI] = ['00000000-0000-4000-8000-000000000001', 'f0000000-0000-4000-8000-000000000002'] as TrajectoryId[] as [TrajectoryId, TrajectoryId];

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-rebuild-'));
  await withStores(async (stores) => {
    const { ledger } = createCore(stores);
    for (const trajectoryId of [NOOR, SAMI]) {
      const proposals = [{ type: 'ContactMade', source: SCHOOL, id: trajectoryId, data: { occurredAt: '2024-03-01', purpose: 'guidance', situation: 'looking', supportNeeded: false } }] as const;
      await ledger.submit({ trajectoryId, proposals, audit: { ...AUDIT, trajectoryId } });
    }
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function withStores<T>(work: (stores: Stores) => Promise<T>): Promise<T> {
  const stores = await openStores(folder, () => new Date().toISOString());
  try {
    return await work(stores);
  } finally {
    await stores.close();
  }
}

const rebuild = (...words: readonly string[]): Promise<Ended> => new Spawned(['rebuild', '--data', folder, ...words]).ended;

/** Puts rows with another document in the live view, as a fault would. */
function spoil(trajectoryId: TrajectoryId): Promise<void> {
  return withStores(async (stores) => {
    const live = await stores.views.live('situations');
    const projection = subscriptions(createCore(stores).ruleBook, stores.settings).find(({ declaration }) => declaration.name === 'situations');
    if (!live || !projection) throw new Error('not built');
    const generation = { view: projection.declaration, generation: live.generation };
    const rows = (await stores.views.rowsOf('situations', trajectoryId)).map((row) => ({ ...row, doc: { secret: 'kanarie' } }));
    const fence = await stores.views.takeOver(generation, { projector: 'spoiler', forMs: 1 });
    expect(await stores.views.commit(generation, { expected: live.checkpoint.position, to: live.checkpoint, fence, youths: [{ trajectoryId, rows }] })).toBe('committed');
  });
}

function isSpoiled(trajectoryId: TrajectoryId): Promise<boolean> {
  return withStores(async ({ views }) => (await views.rowsOf('situations', trajectoryId)).some(({ doc }) => doc['secret'] === 'kanarie'));
}

describe('trajectboek rebuild', () => {
  it('builds views that nobody built, and again without a difference', async () => {
    const first = await rebuild();
    expect([first.code, first.stderr]).toEqual([0, '']);
    expect(first.stdout).toMatch(/^situations: 2 gebeurtenissen in \d+ ms$/m);
    const again = await rebuild('situations');
    expect(again.code).toBe(0);
    expect(again.stdout).toContain('van 2 jongeren, gelijk aan wat er stond');
    expect(again.stdout).toContain('1 weergaven opnieuw opgebouwd');
  }, LONGEST);

  it('names rows that differ without what they say, leaves them, and ends with code 2', async () => {
    await spoil(NOOR);
    const { code, stdout } = await rebuild('situations');
    expect(code).toBe(2);
    expect(stdout).toContain(`traject ${NOOR}, rij `);
    expect(stdout).toContain('Niet overgeschakeld');
    expect(stdout).not.toMatch(new RegExp(`${SAMI}|kanarie`));
    expect(await isSpoiled(NOOR)).toBe(true);
  }, LONGEST);

  it('switches when differences are accepted, and back and forth in one step', async () => {
    expect((await rebuild('situations', '--accept-differences')).code).toBe(0);
    expect(await isSpoiled(NOOR)).toBe(false);
    expect(await rebuild('--rollback', 'situations')).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('de vorige opbouw is teruggezet') });
    expect(await isSpoiled(NOOR)).toBe(true);
    expect((await rebuild('--rollback', 'situations')).code).toBe(0);
    expect(await isSpoiled(NOOR)).toBe(false);
  }, LONGEST);

  it('keeps a refused build beside the live one when it is asked to', async () => {
    await spoil(SAMI);
    const { code, stdout } = await rebuild('situations', '--keep');
    expect([code, stdout.includes('De nieuwe opbouw is bewaard')]).toEqual([2, true]);
    expect(await isSpoiled(SAMI)).toBe(true);
    await rebuild('--rollback', 'situations');
    expect(await isSpoiled(SAMI)).toBe(false);
  }, LONGEST);

  it('says in one line what cannot be done', async () => {
    expect(await rebuild('nothing')).toMatchObject({ code: 1, stderr: expect.stringContaining('Er is geen overzicht nothing') });
    expect(await rebuild('--rollback', 'handovers')).toMatchObject({ code: 1, stderr: expect.stringContaining('er is geen vorige opbouw bewaard') });
  }, LONGEST);
});
