import type { Context, Predicate } from './predicate.js';
import { allOf, anyOf, not, type Truth } from './truth.js';

/** The parts that share the answer of the whole are the ones that decided it. */
function combined(parts: readonly Predicate[], test: (context: Context) => Truth): Predicate {
  const deciding = (context: Context): readonly Predicate[] => {
    const answer = test(context);
    return parts.filter((part) => part.test(context) === answer);
  };
  return {
    test,
    say: (context) => deciding(context).flatMap((part) => part.say(context)),
    missing: (context) => deciding(context).flatMap((part) => part.missing(context)),
  };
}

/** An empty list is always true. */
export function and(parts: readonly Predicate[]): Predicate {
  const [only] = parts;
  if (only && parts.length === 1) return only;
  return combined(parts, (context) => allOf(parts, (part) => part.test(context)));
}

export function or(parts: readonly Predicate[]): Predicate {
  return combined(parts, (context) => anyOf(parts, (part) => part.test(context)));
}

/** Says what its part says: a condition tells what is so, whichever way it is asked. */
export function negation(part: Predicate): Predicate {
  return { test: (context) => not(part.test(context)), say: (context) => part.say(context), missing: (context) => part.missing(context) };
}

export const ALWAYS: Predicate = and([]);
