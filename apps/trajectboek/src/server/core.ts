import { loadRuleBook, regionsOf, type RuleBookDocument } from '@trajectboek/catalogue';
import type { CivilDate } from '@trajectboek/events';
import { EventOpener, EventReader, EventSealer, Ledger, StreamStates } from '@trajectboek/ledger';
import { Sealer } from '@trajectboek/privacy';
import { parseRuleBook, type RuleBook } from '@trajectboek/schemes';
import type { Stores } from './stores.js';

/** The controller of a stand-alone installation; a region names its own with TRAJECTBOEK_CONTROLLER. */
export const CONTROLLER = process.env['TRAJECTBOEK_CONTROLLER'] ?? 'urn:nld:oin:00000099000000000001';

/** The parts between the ports and the routes. */
export interface Core {
  readonly ledger: Ledger;
  readonly reader: EventReader;
  readonly ruleBook: RuleBook;
}

/** @param document the rules as they were read already, because reading them takes a third of a second */
export function createCore({ ledger: store, vault }: Pick<Stores, 'ledger' | 'vault'>, document: RuleBookDocument = loadRuleBook()): Core {
  const sealer = new Sealer(vault.keys);
  const opener = new EventOpener(sealer);
  return {
    ledger: new Ledger(store, new StreamStates(store, opener), new EventSealer(sealer, vault.keys, CONTROLLER), opener),
    reader: new EventReader(store, opener),
    ruleBook: parseRuleBook(document, { regionNamesOf }),
  };
}

/** Both kinds of region: a clock names the region where its source found it. */
function regionNamesOf(municipality: string, date: CivilDate): readonly string[] {
  const { rmcRegion, labourMarketRegion } = regionsOf(municipality, date);
  return [rmcRegion, labourMarketRegion].flatMap((region) => (region ? [region.name] : []));
}
