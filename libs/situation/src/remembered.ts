import type { Youth } from './youth.js';

let slots = 0;

/**
 * Computes once per youth on a date: the folds ask each other for the same parts many times. The answers lie with the
 * youth, each in its own slot, so that they go when the youth goes.
 */
export function remembered<T>(compute: (youth: Youth) => T): (youth: Youth) => T {
  const slot = slots++;
  return (youth) => {
    const known = youth.answers[slot] as { readonly value: T } | undefined;
    if (known) return known.value;
    const value = compute(youth);
    youth.answers[slot] = { value };
    return value;
  };
}
