import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ISSUER_FILE } from '../identity/development-issuer.js';
import { receiving, StandInLedger } from '../client/testing.js';
import { isNewDataFolder, loadDemo } from './demo.js';

let folder = '';
beforeEach(async () => { folder = await mkdtemp(path.join(tmpdir(), 'trajectboek-demo-')); });
afterEach(() => rm(folder, { recursive: true }));

it('a folder that is not there, is empty or holds only a token key is new; any other is not', async () => {
  expect(await isNewDataFolder(path.join(folder, 'weg'))).toBe(true);
  expect(await isNewDataFolder(folder)).toBe(true);
  await writeFile(path.join(folder, ISSUER_FILE), '');
  expect(await isNewDataFolder(folder)).toBe(true);
  await writeFile(path.join(folder, 'ledger.db'), '');
  expect(await isNewDataFolder(folder)).toBe(false);
  expect(await isNewDataFolder(path.join(folder, 'ledger.db'))).toBe(false);
});

it('the example stories go in as one import, and say how far they are', async () => {
  await using ledger = new StandInLedger(receiving());
  const progress: number[] = [];
  const { scenarios } = await loadDemo({ url: await ledger.listen(), data: folder, onProgress: (done, total) => progress.push(done / total) });
  expect(Object.keys(scenarios)).toContain('khalil');
  expect(ledger.seen.filter(({ path }) => path === '/v1/imports')).toHaveLength(1);
  expect(progress.at(-1)).toBe(1);
});
