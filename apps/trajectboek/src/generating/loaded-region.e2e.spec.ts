import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LocalClients } from '../identity/local-clients.js';
import { load, openSources } from '../loading/load.js';
import type { LoadReport } from '../loading/load-report.js';
import { Running } from '../server/testing/running.js';
import { dayOf } from './day.js';
import { Region } from './region.js';
import { writeTo } from './write-to.js';

const YOUTHS = 250;

let ledger: Running;
let folder: string;
let region: Region;
let report: LoadReport;
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-'));
  ledger = await Running.start();
  region = new Region({ youths: YOUTHS, seed: 5, rmcRegion: '21', from: dayOf('2021-08-01'), to: dayOf('2026-10-31') });
  const file = path.join(folder, 'region.ndjson');
  await writeTo(file, region.pieces());
  const client = await new LocalClients({ url: ledger.url, data: ledger.dataFolder }).loader();
  report = await load(await openSources([file]), { client, asLogged: false, onProgress: () => undefined });
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await ledger[Symbol.asyncDispose]();
});

const factsIn = (): number => Array.from({ length: YOUTHS }, (_, number) => region.lifeOf(number).facts.length).reduce((sum, count) => sum + count, 0);

describe('an invented region that is loaded', () => {
  it('is taken in without a refusal', () => {
    expect(report.unexpected).toEqual([]);
    expect(report.lines).toMatchObject({ recorded: factsIn(), duplicates: 0, refused: [] });
    expect(ledger.recorded()).toBe(factsIn());
  });

  it('gives a trajectory to every youth, with situations of all kinds', async () => {
    const auditor = await ledger.as('auditor');
    const { body } = await auditor.get(`/v1/in-beeld/counts?by=status&asOf=2026-10-31&minPosition=${report.lines.position ?? 0}`);
    const cells = body['cells'] as readonly { readonly status: string; readonly count: number }[];
    expect(cells.reduce((sum, { count }) => sum + count, 0)).toBe(YOUTHS);
    expect(cells.map(({ status }) => status)).toEqual(expect.arrayContaining(['education', 'education-and-work', 'work', 'out-of-view', 'benefit']));
  });
});
