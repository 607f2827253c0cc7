import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ThreadedProjections } from './threaded-projections.js';

describe('the projector in a thread', () => {
  let folder = '';
  beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-projector-')); });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is ready when the views of an empty ledger are there, and stops', async () => {
    const failures: unknown[] = [];
    const projections = new ThreadedProjections(folder, () => () => undefined, (error) => failures.push(error));
    expect(projections.ready).toBe(false);
    expect(await projections.progress()).toEqual(expect.any(Array));
    await until(() => projections.ready);
    expect(await projections.waitFor(0, 10)).toBe(0);
    expect(await projections.waitFor(1, 10)).toBe(0);
    await projections.stop();
    expect(failures).toEqual([]);
  });

  it('stops also when it has not begun yet', async () => {
    const failures: unknown[] = [];
    await new ThreadedProjections(folder, () => () => undefined, (error) => failures.push(error)).stop();
    expect(failures).toEqual([]);
  });

  it('that dies says so once, is not ready, is told of no more events and can still be stopped', async () => {
    writeFileSync(path.join(folder, 'ledger.db'), 'a letter'.repeat(1_000));
    const failures: unknown[] = [];
    let listening = true;
    const projections = new ThreadedProjections(folder, () => () => { listening = false; }, (error) => failures.push(error));
    await until(() => failures.length > 0);
    await projections.stop();
    expect(failures).toHaveLength(1);
    expect([projections.ready, listening]).toEqual([false, false]);
  });
});

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 5));
}
