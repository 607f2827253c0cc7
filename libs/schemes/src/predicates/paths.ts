import { isSubjectFact, SUBJECT_FACTS } from '../subject/subject-facts.js';
import type { Tree } from '../rule-book/tree.js';
import type { Context } from './predicate.js';
import { hasField, type Scope } from './scope.js';

/** Something that a path leads to; undefined = missing. */
export interface Source {
  readonly path: string;
  read(context: Context): unknown;
}

/** The moment of an event counts as its date in the world. */
const MOMENT = 'occurredAt';

export function compilePath(tree: Tree, scope: Scope): Source {
  const path = tree.text();
  const [root = '', name = '', ...rest] = path.split('.');
  const read = rest.length > 0 ? undefined : readerOf(root, name, scope);
  if (!read) tree.fault(`unknown path ${JSON.stringify(tree.value)}`);
  return { path, read: read ?? (() => undefined) };
}

function readerOf(root: string, name: string, { tested, started }: Scope): Source['read'] | undefined {
  switch (root) {
    case 'data':
      if (name === MOMENT && tested.length > 0) return ({ event }) => event?.occurredOn;
      return hasField(tested, name) ? ({ event }) => fieldOf(event?.data, name) : undefined;
    case 'start':
      if (name === MOMENT && started.length > 0) return ({ start }) => start?.occurredOn;
      if (name === 'emitter' && started.length > 0) return ({ start }) => start?.organisation;
      return hasField(started, name) ? ({ start }) => fieldOf(start?.data, name) : undefined;
    case 'subject':
      return isSubjectFact(name) ? ({ youth }) => SUBJECT_FACTS[name](youth.history) : undefined;
    default:
      return undefined;
  }
}

export function fieldOf(data: object | undefined, name: string): unknown {
  return data === undefined ? undefined : (data as Readonly<Record<string, unknown>>)[name];
}
