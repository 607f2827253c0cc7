import { ProjectionRunner, type EventSource } from '@trajectboek/projection-runner';
import type { Core } from '../core.js';
import type { Stores } from '../stores.js';
import { subscriptions } from './subscriptions.js';

/** @param source where events come from; without it the ledger itself, which tells of its own appends */
export function createRunner({ views }: Pick<Stores, 'views'>, { reader, ruleBook }: Core, source: EventSource = reader): ProjectionRunner {
  return new ProjectionRunner({ store: views, source, projections: subscriptions(ruleBook) }, { onFault });
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
