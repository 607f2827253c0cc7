import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { loadRuleBook } from '@trajectboek/catalogue';
import type { TrajectoryId } from '@trajectboek/events';
import { BuildAbandonedError, type BuildProgress } from '@trajectboek/projection-runner';
import { SCHOOL } from '@trajectboek/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createCore, type Core } from '../core.js';
import { openStores, type Stores } from '../stores.js';
import { createRunner } from './create-runner.js';
import { parallelFill } from './parallel-fill.js';
import { subscriptions } from './subscriptions.js';

const AUDIT = { at: '2025-01-01T00:00:00.000Z', action: 'record', actor: 'system:test', role: 'system', purpose: 'test', decision: 'allowed', reason: null, traceId: 'test' } as const;
/** Over all ranges, and one that begins with what an id hardly does. */
const YOUTHS = [...Array.from({ length: 40 }, (_, number) => `${(number * 6).toString(16).padStart(2, '0')}000000-0000-4000-8000-000000000001`), 'ffffffff-ffff-4fff-bfff-ffffffffffff'] as TrajectoryId[];
const LONGEST = 60_000;

let folder = '';
let stores: Stores;
let core: Core;
beforeEach(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-fill-'));
  stores = await openStores(folder, () => new Date().toISOString());
  core = createCore(stores);
  for (const trajectoryId of YOUTHS) {
    const proposals = [{ type: 'ContactMade', source: SCHOOL, id: trajectoryId, data: { occurredAt: '2024-03-01', purpose: 'guidance', situation: 'looking', supportNeeded: false } }] as const;
    await core.ledger.submit({ trajectoryId, proposals, audit: { ...AUDIT, trajectoryId } });
  }
});
afterEach(async () => {
  await stores.close();
  rmSync(folder, { recursive: true, force: true });
});

const runnerOn = (threads: number) => createRunner(stores, core, { elsewhere: { fromEvents: 1, fill: parallelFill({ dataFolder: folder, rules: loadRuleBook(), threads }) } });

describe('filling views with several threads', () => {
  it('gives the rows that one thread gives, of every youth, and tells how far it is', async () => {
    const told: BuildProgress[] = [];
    const runner = runnerOn(2);
    await runner.rebuild('all', { report: (progress) => told.push(progress) });
    expect(told.at(-1)).toMatchObject({ phase: 'done', youths: YOUTHS.length, events: YOUTHS.length });
    for (const { declaration } of subscriptions(core.ruleBook, stores.settings)) {
      expect(await runner.verifyAgainstRebuild(declaration.name)).toMatchObject({ youths: YOUTHS.length, differences: [] });
    }
    await runner.stop();
  }, LONGEST);

  it('is given up when another build of the same view begins, and leaves nothing running', async () => {
    const runner = runnerOn(2);
    const [projection] = subscriptions(core.ruleBook, stores.settings);
    let began = false;
    const rebuilding = runner.rebuild('situations', { report: () => {
      if (!began && projection) void stores.views.begin(projection.declaration);
      began = true;
    } });
    await expect(rebuilding).rejects.toThrow(BuildAbandonedError);
    await runner.stop();
  }, LONGEST);
});
