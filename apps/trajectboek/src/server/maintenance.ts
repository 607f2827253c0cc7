import { verifyLedger } from '@trajectboek/proof';
import type { DeadLetterFound, VerifyData } from '../maintenance.js';
import { createCore } from './core.js';
import { openExisting } from './existing-data.js';
import { subscriptions } from './projector/subscriptions.js';
import type { Stores } from './stores.js';
import { describeFault } from './verification/ledger-faults.js';
import { PositionCheck } from './verification/position-check.js';
import { readSignedHeads } from './verification/signed-heads.js';
import { findViewFaults } from './verification/view-faults.js';

export { rebuildData, rollBackData } from './rebuilding.js';

/**
 * Recomputes streams, leaves and tree from the stored bytes, holds them against the signed checkpoints, and the views
 * against the ledger. It may run beside a server: what is recorded meanwhile is in it or not.
 */
export const verifyData: VerifyData = async (dataFolder, onProgress) => {
  const stores = await openExisting(dataFolder);
  try {
    // Before the events: a checkpoint that is signed meanwhile would be about more of them.
    const signed = readSignedHeads(dataFolder);
    const positions = new PositionCheck(stores.ledger);
    const report = await verifyLedger(positions.read(onProgress), { heads: signed.heads });
    const views = await findViewFaults(stores);
    const faults = [...signed.faults, ...report.faults.map(describeFault), ...positions.faults, ...views];
    return { events: report.size, streams: report.streams, checkpoints: signed.heads.length, faults, deadLetters: await deadLettersIn(stores) };
  } finally {
    await stores.close();
  }
};

/** Leaves nothing of a ledger that is given up in a store of views that others use too. */
export async function forgetViews(dataFolder: string): Promise<void> {
  const stores = await openExisting(dataFolder);
  try {
    for (const { declaration } of subscriptions(createCore(stores).ruleBook, stores.settings)) await stores.dangerouslyForget(declaration.name);
  } finally {
    await stores.close();
  }
}

/** Youths whose rows cannot be computed, with what is known of the reason. */
async function deadLettersIn(stores: Stores): Promise<readonly DeadLetterFound[]> {
  const names = subscriptions(createCore(stores).ruleBook, stores.settings).map(({ declaration }) => declaration.name);
  return (await Promise.all(names.map((name) => stores.views.deadLetters(name)))).flat();
}
