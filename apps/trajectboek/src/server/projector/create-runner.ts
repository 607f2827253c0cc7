import { loadRuleBook, type RuleBookDocument } from '@trajectboek/catalogue';
import { ProjectionRunner, type EventSource, type FillElsewhere } from '@trajectboek/projection-runner';
import { availableParallelism } from 'node:os';
import type { Core } from '../core.js';
import type { Stores } from '../stores.js';
import { parallelFill } from './parallel-fill.js';
import { subscriptions } from './subscriptions.js';

/** Starting threads takes about a second. */
const EVENTS_WORTH_THREADS = 20_000;

interface RunnerVariation {
  /** Where events come from; left out: the ledger itself, which tells of its own appends. */
  readonly source?: EventSource;
  readonly elsewhere?: FillElsewhere | undefined;
  /** Left out: a random one. */
  readonly projector?: string;
}

export function createRunner({ views, settings }: Pick<Stores, 'views' | 'settings'>, { reader, ruleBook }: Core, { source = reader, elsewhere, projector }: RunnerVariation = {}): ProjectionRunner {
  return new ProjectionRunner({ store: views, source, projections: subscriptions(ruleBook, settings) }, { onFault, parts: partsOf(process.env), elsewhere, ...(projector !== undefined && { projector }) });
}

/** @throws RangeError */
function partsOf({ TRAJECTBOEK_VIEW_PARTS: text = '1' }: NodeJS.ProcessEnv): number {
  const parts = Number(text);
  if (!Number.isInteger(parts) || parts < 1 || parts > 64) throw new RangeError('TRAJECTBOEK_VIEW_PARTS is a number from 1 to 64');
  return parts;
}

/** Filling new generations takes all cores there are; on one it needs no thread of its own. */
export function fillElsewhere(dataFolder: string, rules: RuleBookDocument = loadRuleBook(), threads = availableParallelism()): FillElsewhere | undefined {
  return threads > 1 ? { fromEvents: EVENTS_WORTH_THREADS, fill: parallelFill({ dataFolder, rules, threads }) } : undefined;
}

/** The runner tries again by itself; an operator must be able to see why views fall behind. */
function onFault(error: unknown): void {
  console.error(`De overzichten lopen achter: ${reasonOf(error)}. Er wordt opnieuw geprobeerd. (Views fall behind; retrying.)`);
}

/** Only what holds no personal data: a message of unknown origin may quote what it stumbled over. */
export function reasonOf(error: unknown): string {
  // By name: from a thread an error comes as a copy, without its class.
  if (!(error instanceof Error)) return 'geen fout van een bekende soort';
  if (error.name === 'UnreadableEventError') return error.message;
  return 'errstr' in error ? `${error.name}, ${String(error.errstr)}` : error.name;
}
