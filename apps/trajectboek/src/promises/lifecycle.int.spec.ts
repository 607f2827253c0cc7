import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { SCHOOL } from '@trajectboek/testing';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDevelopmentIssuer } from '../identity/development-issuer.js';
import { Chance } from './testing/chance.js';
import { readRows } from './testing/ledger-rows.js';
import { Spawned } from './testing/spawned-server.js';
import { StubbornSender } from './testing/stubborn-sender.js';
import { TamperedCopy } from './testing/tampered-copy.js';
import { openYouths } from './testing/youths.js';

const LONGEST = 120_000;
const ONE_LINE = /^[^\n]+\n$/;

let folder = '';
beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-life-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const tokenOf = async (role: string): Promise<string> => (await openDevelopmentIssuer(folder)).sign({ role, org: SCHOOL, sub: `system:${role}` });

describe('a start that fails', () => {
  it('on a busy port says so in one line, ends with 1 and leaves a new folder new', async () => {
    await using first = Spawned.server(path.join(folder, 'one'));
    const { port } = new URL(await first.url());
    const { code, stderr, stdout } = await new Spawned(['start', '--empty', '--port', port, '--data', path.join(folder, 'two')]).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(ONE_LINE);
    expect(stderr).toContain(`Poort ${port} is al in gebruik`);
    expect(readdirSync(folder)).toEqual(['one']);
  }, LONGEST);

  it('on the data folder of another server says so in one line, until that one is gone', async () => {
    await using first = Spawned.server(folder);
    await first.url();
    const { code, stderr } = await Spawned.server(folder).ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(ONE_LINE);
    expect(stderr).toContain('draait al een Trajectboek');
    expect(await new Spawned(['verify', '--data', folder]).ended).toMatchObject({ code: 0, stderr: '' });
    await first.signal('SIGKILL');
    await using second = Spawned.server(folder);
    expect(await second.url()).toContain('http://127.0.0.1:');
  }, LONGEST);

  it.each(['/proc/trajectboek/deeper', '/dev/null/trajectboek'].filter((place) => existsSync(path.parse(place).root + place.split('/')[1])))('in %s ends with one line', async (place) => {
    for (const words of [['start', '--empty', '--port', '0'], ['token', '--org', SCHOOL, '--role', 'auditor']]) {
      const { code, stderr } = await new Spawned([...words, '--data', place]).ended;
      expect(code).toBe(1);
      expect(stderr).toMatch(ONE_LINE);
      expect(stderr).toMatch(/kan niet worden geschreven|is niet leesbaar/);
    }
  }, LONGEST);
});

describe('a server with a youth', () => {
  let original = '';
  beforeAll(async () => {
    folder = original = mkdtempSync(path.join(tmpdir(), 'trajectboek-life-'));
    await using server = Spawned.server(original);
    const at = { url: await server.url(), token: await tokenOf('loader') };
    const [subject = ''] = await openYouths(at, 1);
    const sender = new StubbornSender([subject], 50);
    await sender.goOn(at, 0);
    expect(sender).toMatchObject({ broken: [], isDone: true });
    expect(await server.signal('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
  }, LONGEST);
  afterAll(() => rmSync(original, { recursive: true, force: true }));
  beforeEach(() => cpSync(original, folder, { recursive: true }));

  it('whose projector dies ends with one line and 1, and was not ready before', async () => {
    const { dataFolder } = new TamperedCopy(folder, 'tampered').sql('UPDATE event SET parts = (SELECT parts FROM event WHERE position = 2) WHERE position = 3').remove('views.db');
    const server = Spawned.server(dataFolder);
    const ready = server.url().then((url) => statusesUntilGone(`${url}/health/ready`), () => []);
    const { code, stderr } = await server.ended;
    expect(code).toBe(1);
    expect(stderr).toMatch(ONE_LINE);
    expect(stderr).toContain('De overzichten zijn gestopt: event at position 3: tampered');
    expect(await ready).not.toContain(200);
    rmSync(dataFolder, { recursive: true });
  }, LONGEST);

  it('is ready once the views are there, also when they have to be made again', async () => {
    rmSync(path.join(folder, 'views.db'));
    await using server = Spawned.server(folder);
    const url = await server.url();
    let status = 0;
    while (status !== 200) ({ status } = await fetch(`${url}/health/ready`));
    const response = await fetch(`${url}/v1/in-beeld?asOf=2022-03-01&minPosition=50`, { headers: { authorization: `Bearer ${await tokenOf('auditor')}` } });
    expect(await response.json()).toMatchObject({ completeTo: { position: 50 }, items: [expect.anything()] });
  }, LONGEST);
});

describe('SIGTERM during an upload', () => {
  const chance = new Chance(7);

  it.each([1, 2])('ends the server within ten seconds, without a fault, and everything acknowledged is kept (%d)', async () => {
    const server = Spawned.server(folder);
    const at = { url: await server.url(), token: await tokenOf('loader') };
    const subjects = (await openYouths(at, 50)).flatMap((id) => id ?? []);
    const sender = new StubbornSender(subjects, 10_000);
    const sending = sender.goOn(at, 0);
    while (sender.acknowledged < 1_000) await sleep(5);
    await sleep(chance.below(200));
    const startedMs = performance.now();
    expect(await server.signal('SIGTERM')).toMatchObject({ code: 0, stderr: '' });
    expect(performance.now() - startedMs).toBeLessThan(10_000);
    await sending;
    expect(sender.broken).toEqual([]);
    const stored = new Map(readRows(folder).map((row) => [row.eventId, row.position]));
    expect(sender.receipts.filter(({ eventId, position }) => stored.get(eventId) !== position)).toEqual([]);
    await using again = Spawned.server(folder);
    await sender.goOn({ ...at, url: await again.url() }, 1_000);
    expect(sender).toMatchObject({ broken: [], isDone: true });
  }, LONGEST);
});

async function statusesUntilGone(url: string): Promise<readonly number[]> {
  const statuses: number[] = [];
  try {
    for (;;) statuses.push((await fetch(url)).status);
  } catch {
    return statuses;
  }
}
