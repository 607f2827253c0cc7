import type { Clock } from '../clocks/clock.js';
import type { Definition } from '../definitions/definition.js';
import type { EventTest } from '../predicates/event-test.js';
import type { RuleSet } from '../responsibility/rule-set.js';
import type { Parties } from './parties.js';
import type { RegionNamesOf } from './regions.js';
import type { DatedSettings } from './settings.js';

/** Clocks, legal responsibility, definitions and settings, read and compiled once (schemes.yaml). */
export interface RuleBook {
  readonly version: string;
  readonly settings: DatedSettings;
  readonly clocks: readonly Clock[];
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly responsibility: readonly RuleSet[];
  readonly parties: Parties;
  readonly eventSets: ReadonlyMap<string, readonly EventTest[]>;
  readonly regionNamesOf: RegionNamesOf;
}

/** True for a clock that runs without anybody switching it on, or that is switched on. */
export function runs(clock: Clock, enabled: ReadonlySet<string>): boolean {
  return clock.enabledByDefault || enabled.has(clock.code);
}
