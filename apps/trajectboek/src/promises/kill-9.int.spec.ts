import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SCHOOL } from '@trajectboek/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDevelopmentIssuer } from '../identity/development-issuer.js';
import { verifyData } from '../server/maintenance.js';
import { Chance } from './testing/chance.js';
import { brokenStreams, readRows } from './testing/ledger-rows.js';
import { Spawned } from './testing/spawned-server.js';
import { StubbornSender } from './testing/stubborn-sender.js';
import { openYouths } from './testing/youths.js';

/** Shorter or longer by hand; these are the figures of the promise. */
const KILLS = Number(process.env['TRAJECTBOEK_KILLS'] ?? 20);
const EVENTS = Number(process.env['TRAJECTBOEK_KILL_EVENTS'] ?? 100_000);
const SEED = Number(process.env['TRAJECTBOEK_KILL_SEED'] ?? Date.now() % 1_000_000);
const YOUTHS = 2_000;
const ASKED_AGAIN = 100;
const KILLS_OF_REBUILD = 3;
const LONGEST = 600_000;

describe(`kill -9 (TRAJECTBOEK_KILL_SEED=${SEED})`, () => {
  const chance = new Chance(SEED);
  let folder = '';
  let subjects: readonly string[] = [];
  /** A rebuild takes about half of it. */
  let verifyMs = 0;
  const tokenOf = async (role: string): Promise<string> => (await openDevelopmentIssuer(folder)).sign({ role, org: SCHOOL, sub: `system:${role}` });
  const said = (line: string): void => { process.stderr.write(`  ${line}\n`); };

  beforeAll(() => { folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-kill-')); });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('in the first second of a new data folder leaves a folder that starts', async () => {
    for (let times = 0; times < 3; times += 1) await Spawned.server(folder).killAfter(chance.between(50, 1_500));
    await using server = Spawned.server(folder);
    await server.url();
    expect(await server.signal('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
  }, LONGEST);

  it('while youths are opened loses no youth and makes none twice', async () => {
    const token = await tokenOf('loader');
    await using server = Spawned.server(folder);
    const killed = server.url().then(() => server.killAfter(chance.between(100, 1_000)));
    const before = await openYouths({ url: await server.url(), token }, YOUTHS);
    await killed;
    await using again = Spawned.server(folder);
    const after = await openYouths({ url: await again.url(), token }, YOUTHS);
    await again.signal('SIGKILL');
    subjects = after.flatMap((id) => id ?? []);
    expect(new Set(subjects).size).toBe(YOUTHS);
    expect(before.filter((id, index) => id !== undefined && id !== after[index])).toEqual([]);
    said(`${before.filter(Boolean).length} of ${YOUTHS} youths opened before the kill`);
  }, LONGEST);

  it(`${KILLS} times during a load of ${EVENTS} events loses nothing that was acknowledged and records nothing twice`, async () => {
    const token = await tokenOf('loader');
    const sender = new StubbornSender(subjects, EVENTS);
    const startedMs = performance.now();
    for (let kill = 0; kill < KILLS; kill += 1) {
      await using server = Spawned.server(folder);
      const at = { url: await server.url(), token };
      if (sender.acknowledged > 0) {
        const sample = Array.from({ length: ASKED_AGAIN }, () => chance.below(sender.acknowledged));
        expect(await sender.askAgain(at, [...new Set(sample)])).toBe(new Set(sample).size);
      }
      const enough = Math.min(EVENTS - 1, Math.floor((EVENTS * (kill + chance.below(100) / 100)) / KILLS));
      const sending = sender.goOn(at, chance.below(1_500));
      while (sender.acknowledged < enough) await Promise.race([sending, sleep(1)]);
      await Promise.all([server.killAfter(chance.below(120)), sending]);
      if (kill % 8 === 7) await Spawned.server(folder).killAfter(chance.between(200, 1_500));
    }
    await using server = Spawned.server(folder);
    await sender.goOn({ url: await server.url(), token }, chance.below(1_500));
    expect(sender).toMatchObject({ broken: [], isDone: true });
    await statusesIn(await server.url());
    expect(await server.signal('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    said(`${KILLS} kills, ${sender.duplicates} lines sent more than once, ${Math.round(performance.now() - startedMs)} ms`);
    expectEachOnce(sender);
  }, LONGEST);

  function expectEachOnce({ receipts }: StubbornSender): void {
    const rows = readRows(folder);
    expect(rows).toHaveLength(EVENTS);
    expect(rows.every(({ position }, index) => position === index + 1)).toBe(true);
    expect(new Set(rows.map(({ eventId }) => eventId)).size).toBe(EVENTS);
    expect(brokenStreams(rows)).toEqual([]);
    const asRow = receipts.map(({ position, trajectoryId, revision, eventId, recordedAt }) => JSON.stringify({ position, trajectoryId, revision, eventId, recordedAt }));
    const stored = new Set(rows.map(({ position, trajectoryId, revision, eventId, recordedAt }) => JSON.stringify({ position, trajectoryId, revision, eventId, recordedAt })));
    expect(asRow.filter((row) => !stored.has(row))).toEqual([]);
    expect(new Set(asRow).size).toBe(EVENTS);
  }

  it('leaves a ledger, checkpoints and views in which verify finds no fault', async () => {
    const startedMs = performance.now();
    const { faults, ...found } = await verifyData(folder, () => undefined);
    expect(faults).toEqual([]);
    expect(found).toMatchObject({ events: EVENTS, streams: YOUTHS });
    expect(found.checkpoints).toBeGreaterThan(0);
    verifyMs = performance.now() - startedMs;
    said(`verified in ${Math.round(verifyMs)} ms: ${JSON.stringify(found)}`);
  }, LONGEST);

  it('of a rebuild leaves the live views as they were, for a server that runs as well', async () => {
    await using server = Spawned.server(folder);
    const url = await server.url();
    const before = await statusesIn(url);
    for (let killed = 0; killed < KILLS_OF_REBUILD;) {
      const { signal } = await new Spawned(['rebuild', '--data', folder]).killAfter(chance.between(500, Math.max(1_000, verifyMs / 2)));
      if (signal === 'SIGKILL') killed += 1;
      expect(await statusesIn(url)).toEqual(before);
    }
    const rebuilding = new Spawned(['rebuild', '--data', folder]).ended;
    while (await Promise.race([rebuilding, sleep(250)]) === undefined) expect(await statusesIn(url)).toEqual(before);
    expect(await rebuilding).toMatchObject({ code: 0, stderr: '' });
    expect(await statusesIn(url)).toEqual(before);
    expect(await server.signal('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
  }, LONGEST);

  /** Youths by status, as readers see them once all events are in. */
  async function statusesIn(url: string): Promise<unknown> {
    const authorization = `Bearer ${await tokenOf('auditor')}`;
    for (;;) {
      const response = await fetch(`${url}/v1/in-beeld/counts?by=status&asOf=2022-03-01&minPosition=${EVENTS}`, { headers: { authorization } });
      const { cells, total, completeTo } = await response.json() as { readonly cells: unknown; readonly total: number; readonly completeTo: { readonly position: number } };
      if (completeTo.position < EVENTS) continue;
      expect(total).toBe(YOUTHS);
      return cells;
    }
  }
});
