import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TrajectoryId } from '@trajectboek/events';
import { SCHOOL } from '@trajectboek/testing';
import { isRedisInstalled, LocalRedis } from '@trajectboek/view-store-redis/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCore, type Core } from '../server/core.js';
import { verifyData } from '../server/maintenance.js';
import { openStores, type Stores } from '../server/stores.js';
import { Spawned } from './testing/spawned-server.js';

const LONGEST = 180_000;
const PROMISED_MS = 10_000;
const VIEW = 'situations';
const AUDIT = { at: '2025-01-01T00:00:00.000Z', action: 'record', actor: 'system:test', role: 'system', purpose: 'test', decision: 'allowed', reason: null, traceId: 'test' } as const;
const YOUTHS = Array.from({ length: 12 }, (_, number) => `0000000${number.toString(16)}-0000-4000-8000-000000000001` as TrajectoryId);

interface Places {
  folder: string;
  stores: Stores;
  core: Core;
}

let places: Places;
let server: LocalRedis | undefined;

async function open(environment: NodeJS.ProcessEnv): Promise<void> {
  Object.assign(process.env, environment);
  const folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-takeover-'));
  const stores = await openStores(folder, () => new Date().toISOString());
  places = { folder, stores, core: createCore(stores) };
}

let recorded = 0;
beforeEach(() => { recorded = 0; });
afterEach(async () => {
  await places.stores.close();
  rmSync(places.folder, { recursive: true, force: true });
  await server?.stop();
  server = undefined;
  for (const name of ['TRAJECTBOEK_REDIS', 'TRAJECTBOEK_VIEW_PARTS']) Reflect.deleteProperty(process.env, name);
});

/** A contact of every youth. */
async function recordRound(): Promise<void> {
  recorded += 1;
  for (const trajectoryId of YOUTHS) {
    const proposals = [{ type: 'ContactMade', source: SCHOOL, id: `${trajectoryId}-${recorded}`, data: { occurredAt: '2024-03-01', purpose: 'guidance', situation: 'looking', supportNeeded: false } }] as const;
    const [answer] = await places.core.ledger.submit({ trajectoryId, proposals, audit: { ...AUDIT, trajectoryId } });
    expect(answer?.result).toBe('recorded');
  }
}

const projector = (): Spawned => new Spawned(['projector', '--data', places.folder]);

/** Who feeds the parts of the view, by name. */
async function holders(): Promise<readonly (string | null)[]> {
  return (await places.stores.views.live(VIEW))?.parts.map((part) => part.projector) ?? [];
}

async function until(isSo: () => Promise<boolean>, mostMs = 60_000): Promise<number> {
  const startedMs = performance.now();
  while (!await isSo()) {
    if (performance.now() - startedMs > mostMs) throw new Error(`not within ${mostMs} ms`);
    await sleep(50);
  }
  return performance.now() - startedMs;
}

async function hasCaughtUp(): Promise<boolean> {
  const { position } = await places.stores.ledger.head();
  return (await places.stores.views.live(VIEW))?.checkpoint.position === position;
}

const STORES = [
  { name: 'SQLite', isThere: true, prepare: async (): Promise<NodeJS.ProcessEnv> => ({}) },
  {
    name: 'Redis', isThere: isRedisInstalled(),
    prepare: async (): Promise<NodeJS.ProcessEnv> => {
      const port = 20_000 + (process.pid % 10_000);
      server = await LocalRedis.start('--port', String(port), '--bind', '127.0.0.1');
      return { TRAJECTBOEK_REDIS: `redis://127.0.0.1:${port}` };
    },
  },
];

describe.each(STORES)('two projectors in processes of their own, with views in $name', ({ isThere, prepare }) => {
  const onStore = isThere ? it : it.skip;

  onStore('the second takes over within 10 s of a kill -9 of the first', async () => {
    await open(await prepare());
    await recordRound();
    await using first = projector();
    await until(hasCaughtUp);
    await until(async () => (await holders())[0] !== null);
    const [former] = await holders();
    await using second = projector();
    await second.said('bijgehouden');
    expect(await holders()).toEqual([former]);
    await first.signal('SIGKILL');
    await recordRound();
    expect(await until(hasCaughtUp, PROMISED_MS)).toBeLessThan(PROMISED_MS);
    expect(await holders()).not.toContain(former);
    expect((await verifyData(places.folder, () => undefined)).faults).toEqual([]);
  }, LONGEST);

  onStore('one that was frozen, and wakes after another took over, changes nothing', async () => {
    await open(await prepare());
    await recordRound();
    await using first = projector();
    await until(hasCaughtUp);
    await using second = projector();
    await second.said('bijgehouden');
    first.send('SIGSTOP');
    await recordRound();
    await until(hasCaughtUp, PROMISED_MS);
    const [holder] = await holders();
    first.send('SIGCONT');
    await recordRound();
    await until(hasCaughtUp);
    await sleep(3_000);
    expect(await holders()).toEqual([holder]);
    expect((await verifyData(places.folder, () => undefined)).faults).toEqual([]);
  }, LONGEST);

  onStore('share the parts of a view, and the one that is left takes all of them', async () => {
    await open({ ...await prepare(), TRAJECTBOEK_VIEW_PARTS: '4' });
    await recordRound();
    await using first = projector();
    await until(hasCaughtUp);
    await using second = projector();
    await until(async () => new Set(await holders()).size === 2 && !(await holders()).includes(null));
    await recordRound();
    await until(hasCaughtUp);
    await second.signal('SIGKILL');
    await recordRound();
    await until(hasCaughtUp, PROMISED_MS);
    expect(new Set(await holders()).size).toBe(1);
    expect((await verifyData(places.folder, () => undefined)).faults).toEqual([]);
    expect((await first.signal('SIGTERM')).code).toBe(0);
    expect(await holders()).toEqual([null, null, null, null]);
  }, LONGEST);
});
