import { BuildAbandonedError } from '@trajectboek/projection-runner';
import { verifyLedger } from '@trajectboek/proof';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../cli/user-error.js';
import type { RebuildData, RebuiltView, VerifyData } from '../maintenance.js';
import { createCore } from './core.js';
import { createRunner } from './projector/create-runner.js';
import { subscriptions } from './projector/subscriptions.js';
import { openStores, type Stores } from './stores.js';
import { describeFault } from './verification/ledger-faults.js';
import { PositionCheck } from './verification/position-check.js';
import { readSignedHeads } from './verification/signed-heads.js';
import { findViewFaults } from './verification/view-faults.js';

/**
 * Recomputes streams, leaves and tree from the stored bytes, holds them against the signed checkpoints, and the views
 * against the ledger. It may run beside a server: what is recorded meanwhile is in it or not.
 */
export const verifyData: VerifyData = async (dataFolder, onProgress) => {
  const stores = openExisting(dataFolder);
  try {
    // Before the events: a checkpoint that is signed meanwhile would be about more of them.
    const signed = readSignedHeads(dataFolder);
    const positions = new PositionCheck(stores.ledger);
    const report = await verifyLedger(positions.read(onProgress), { heads: signed.heads });
    const views = await findViewFaults(stores);
    const faults = [...signed.faults, ...report.faults.map(describeFault), ...positions.faults, ...views];
    return { events: report.size, streams: report.streams, checkpoints: signed.heads.length, faults };
  } finally {
    await stores.close();
  }
};

/**
 * Builds all views anew beside the live ones and switches when they have caught up. It may run beside a server, which goes
 * on with the new one; a rebuild that dies leaves the live one as it is.
 */
export const rebuildData: RebuildData = async (dataFolder, onProgress) => {
  const stores = openExisting(dataFolder);
  const core = createCore(stores);
  const runner = createRunner(stores, core);
  const rebuilt: RebuiltView[] = [];
  try {
    for (const { declaration: { name } } of subscriptions(core.ruleBook)) {
      const startedMs = performance.now();
      let events = 0;
      await runner.rebuild(name, (progress) => {
        events = progress.events;
        onProgress(progress.events, progress.totalEvents);
      });
      rebuilt.push({ name, events, milliseconds: performance.now() - startedMs });
    }
    return rebuilt;
  } catch (error) {
    if (!(error instanceof BuildAbandonedError)) throw error;
    throw new UserError('Een ander is deze overzichten ook aan het opbouwen, en gaat voor. (Another build of the same views took over.)', { cause: error });
  } finally {
    await runner.stop();
    await stores.close();
  }
};

function openExisting(dataFolder: string): Stores {
  if (!existsSync(path.join(dataFolder, 'ledger.db'))) throw new UserError(`In ${dataFolder} staat geen grootboek. (No ledger there.)`);
  return openStores(dataFolder, () => new Date().toISOString());
}
