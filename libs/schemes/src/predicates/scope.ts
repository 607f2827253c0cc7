import { findEventType, type EventName } from '@trajectboek/events';
import type { Definition } from '../definitions/definition.js';
import type { DatedSettings } from '../rule-book/settings.js';
import type { Tree } from '../rule-book/tree.js';
import type { EventTest } from './event-test.js';

/** Depth of the deepest tree that a rule may have (schemes.yaml, head). */
export const DEEPEST = 8;

/** What a predicate may name, at the place where it stands. */
export interface Scope {
  readonly settings: DatedSettings;
  /** Filled while the definitions are read; a definition may name a later one. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly definitionCodes: ReadonlySet<string>;
  readonly eventSets: ReadonlyMap<string, readonly EventTest[]>;
  /** Types of the event under test; empty where no event is tested. */
  readonly tested: readonly EventName[];
  /** Types that may have started the clock; empty outside clocks. */
  readonly started: readonly EventName[];
  readonly depth: number;
}

export function deeper(scope: Scope): Scope {
  return { ...scope, depth: scope.depth + 1 };
}

export function testing(scope: Scope, tested: readonly EventName[]): Scope {
  return { ...scope, tested };
}

/** The name of an event type of the language; undefined, with a fault, for another. */
export function readEventName(tree: Tree): EventName | undefined {
  const type = findEventType(tree.text());
  if (!type || type.name !== tree.value) {
    tree.fault(`unknown event type ${JSON.stringify(tree.value)}`);
    return undefined;
  }
  return type.name;
}

/** True when one of the types has the field. */
export function hasField(types: readonly EventName[], field: string): boolean {
  return types.some((type) => findEventType(type)?.fields.some(({ name }) => name === field));
}
