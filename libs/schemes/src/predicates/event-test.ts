import type { EventName, RecordedEvent } from '@trajectboek/events';
import type { Tree } from '../rule-book/tree.js';
import { compilePredicate } from './compile.js';
import type { Context, Predicate } from './predicate.js';
import { deeper, readEventName, testing, type Scope } from './scope.js';
import { anyOf, type Truth } from './truth.js';

/** An event that starts, satisfies, cancels or follows something: its type and what must hold of it. */
export interface EventTest {
  readonly type: EventName;
  readonly when: Predicate | undefined;
  /** It counts whatever its own date: it states something earlier. */
  readonly anyDate: boolean;
}

/** Reads `{event: X, when: p}`, `{set: name}` or a list of them; sets are replaced by what they hold. */
export function readEventTests(tree: Tree, scope: Scope): readonly EventTest[] {
  return tree.oneOrMore().flatMap((item) => (item.has('set') ? readSet(item, scope) : readEventTest(item, scope)));
}

function readSet(tree: Tree, { eventSets }: Scope): readonly EventTest[] {
  tree.allowOnly(['set']);
  const name = tree.at('set').text();
  const set = eventSets.get(name);
  if (!set) tree.fault(`unknown event set "${name}"`);
  return set ?? [];
}

function readEventTest(tree: Tree, scope: Scope): readonly EventTest[] {
  tree.allowOnly(['event', 'when', 'anyDate', 'until']);
  const type = readEventName(tree.at('event'));
  if (!type) return [];
  return [{ type, anyDate: tree.at('anyDate').flagOr(false), when: readWhen(tree, scope, type) }];
}

/** The condition on one event of a type, when there is one. */
export function readWhen(tree: Tree, scope: Scope, type: EventName): Predicate | undefined {
  return tree.has('when') ? compilePredicate(tree.at('when'), deeper(testing(scope, [type]))) : undefined;
}

export function testEvent(test: Pick<EventTest, 'type' | 'when'>, event: RecordedEvent, { youth, start }: Context): Truth {
  if (test.type !== event.type) return false;
  return test.when ? test.when.test({ youth, event, start }) : true;
}

/** Whether the event is one of those that are meant. */
export function testEvents(tests: readonly EventTest[], event: RecordedEvent, context: Context): Truth {
  return anyOf(tests, (test) => testEvent(test, event, context));
}
