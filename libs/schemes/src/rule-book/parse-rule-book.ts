import { readClock } from '../clocks/read-clock.js';
import type { Clock } from '../clocks/clock.js';
import type { Definition } from '../definitions/definition.js';
import { readDefinitions } from '../definitions/read-definitions.js';
import { OPERATORS } from '../predicates/compile.js';
import { readEventTests, type EventTest } from '../predicates/event-test.js';
import type { Scope } from '../predicates/scope.js';
import { readRuleSets } from '../responsibility/read-rule-sets.js';
import { isSubjectFact } from '../subject/subject-facts.js';
import { Parties } from './parties.js';
import { readRegions, type RegionNamesOf } from './regions.js';
import type { RuleBook } from './rule-book.js';
import { readSettings, type SettingOverride } from './settings.js';
import { RuleBookError, Tree } from './tree.js';

export interface RuleBookOptions {
  /** Regions of the reference tables; without it only the regions that the document names itself. */
  readonly regionNamesOf?: RegionNamesOf;
  /** Values of their own that municipalities chose. */
  readonly overrides?: readonly SettingOverride[];
}

/**
 * Reads and compiles the rule document: the parsed YAML of schemes.yaml.
 * @throws RuleBookError that names every fault
 */
export function parseRuleBook(document: unknown, options: RuleBookOptions = {}): RuleBook {
  const tree = new Tree(document, '', []);
  const meta = tree.at('meta');
  checkMeta(meta);
  const version = meta.at('version').text();
  const definitions = new Map<string, Definition>();
  const scope = readScope(tree, definitions, options.overrides ?? []);
  const parties = new Parties(meta.at('parties'));
  const regionNamesOf = readRegions(meta.at('regions'), options.regionNamesOf ?? (() => []));
  readDefinitions(tree.at('definitions'), scope, definitions);
  const responsibility = readRuleSets(tree.at('responsibility'), scope, parties);
  const clocks = tree.at('clocks').items().map((clock) => readClock(clock, { scope, parties, regionNamesOf }));
  refuseDoubles(tree.at('clocks'), clocks);
  if (tree.faults.length > 0) throw new RuleBookError(tree.faults);
  return { version, settings: scope.settings, clocks, definitions, responsibility, parties, eventSets: scope.eventSets, regionNamesOf };
}

function readScope(tree: Tree, definitions: ReadonlyMap<string, Definition>, overrides: readonly SettingOverride[]): Scope {
  const eventSets = new Map<string, readonly EventTest[]>();
  const scope: Scope = {
    settings: readSettings(tree.at('settings'), overrides), definitions, eventSets, tested: [], started: [], depth: 1,
    definitionCodes: new Set(tree.at('definitions').items().map((item) => item.at('code').text())),
  };
  for (const [name, tests] of tree.at('meta').at('eventSets').entries()) eventSets.set(name, readEventTests(tests, scope));
  return scope;
}

/** A rule book of a later time may use operators or facts that this program does not know: better refused than misread. */
function checkMeta(meta: Tree): void {
  for (const row of meta.at('operators').items()) {
    const names = row.at('operator').text().split(/[ /]+/);
    for (const name of names) if (!Object.hasOwn(OPERATORS, name)) row.fault(`unknown operator "${name}"`);
  }
  for (const [fact, tree] of meta.at('subjectFacts').entries()) if (!isSubjectFact(fact)) tree.fault('unknown subject fact');
}

function refuseDoubles(tree: Tree, clocks: readonly Clock[]): void {
  const codes = new Set<string>();
  for (const { code } of clocks) {
    if (codes.has(code)) tree.fault(`two clocks have the code "${code}"`);
    codes.add(code);
  }
  for (const { code, replacedBy } of clocks) {
    if (replacedBy !== null && !codes.has(replacedBy)) tree.fault(`${code} is replaced by an unknown clock "${replacedBy}"`);
  }
}
