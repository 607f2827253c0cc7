import { UnreadableEventError } from '@trajectboek/ledger';
import type { RowDifference } from '@trajectboek/projection-runner';
import { ViewNotBuiltError } from '@trajectboek/view-store';
import type { VerificationFault } from '../../maintenance.js';
import { createCore } from '../core.js';
import { createRunner } from '../projector/create-runner.js';
import { subscriptions } from '../projector/subscriptions.js';
import { UnopenableRowError } from '../sealed-view-store.js';
import type { Stores } from '../stores.js';

const ROWS: Readonly<Record<RowDifference['kind'], string>> = {
  missing: 'er ontbreekt een rij', unexpected: 'er is een rij te veel', different: 'een rij is anders dan uit het boek volgt', 'not-computable': 'de rijen zijn niet te berekenen',
};

const EVENTS: Readonly<Record<UnreadableEventError['state'], string>> = {
  tampered: 'de gebeurtenis is niet te openen: haar versleutelde inhoud is niet die welke is verzegeld (tampered)',
  'key-missing': 'de gebeurtenis is niet te openen: haar sleutel ontbreekt, terwijl niemand haar heeft gewist (key-missing)',
};

/** Holds every stored row against the ledger. A view that was never built has nothing that could differ. */
export async function findViewFaults(stores: Stores): Promise<readonly VerificationFault[]> {
  const core = createCore(stores);
  const runner = createRunner(stores, core);
  const faults: VerificationFault[] = [];
  try {
    for (const { declaration: { name } } of subscriptions(core.ruleBook, stores.settings)) {
      faults.push(...await aheadOfLedger(stores, name));
      faults.push(...await rowFaults(name, () => runner.verifyAgainstRebuild(name)));
    }
  } catch (error) {
    if (!(error instanceof UnreadableEventError)) throw error;
    faults.push({ place: `het boek, plaats ${error.position}`, detail: EVENTS[error.state] }, { place: 'de overzichten', detail: 'zijn daardoor niet na te rekenen' });
  }
  return faults;
}

/** What a view has seen was there: a ledger that ends earlier was cut off, signed for or not. */
async function aheadOfLedger({ views, ledger }: Stores, name: string): Promise<readonly VerificationFault[]> {
  const live = await views.live(name);
  const { position } = await ledger.head();
  if (live === undefined || live.checkpoint.position <= position) return [];
  return [{ place: `overzicht ${name}`, detail: `is bijgewerkt tot plaats ${live.checkpoint.position}, en het boek houdt op bij plaats ${position}` }];
}

async function rowFaults(view: string, verify: () => Promise<{ readonly differences: readonly RowDifference[] }>): Promise<readonly VerificationFault[]> {
  try {
    const { differences } = await verify();
    return differences.map(({ trajectoryId, kind }) => ({ place: `overzicht ${view}, traject ${trajectoryId}`, detail: ROWS[kind] }));
  } catch (error) {
    if (error instanceof ViewNotBuiltError) return [];
    if (error instanceof UnopenableRowError) return [{ place: `overzicht ${view}`, detail: 'een rij is niet te openen: bouw de overzichten opnieuw op (rebuild)' }];
    throw error;
  }
}
