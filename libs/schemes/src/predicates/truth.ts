/** Kleene's three values. A field or fact that is missing makes a condition unknown, never false (schemes.yaml, head). */
export type Truth = true | false | 'unknown';

/** False when one is false; otherwise unknown when one is unknown. Nothing at all is true. */
export function allOf<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let truth: Truth = true;
  for (const item of items) {
    const answer = test(item);
    if (answer === false) return false;
    if (answer === 'unknown') truth = 'unknown';
  }
  return truth;
}

/** True when one is true; otherwise unknown when one is unknown. Nothing at all is false. */
export function anyOf<T>(items: readonly T[], test: (item: T) => Truth): Truth {
  let truth: Truth = false;
  for (const item of items) {
    const answer = test(item);
    if (answer === true) return true;
    if (answer === 'unknown') truth = 'unknown';
  }
  return truth;
}

export function not(truth: Truth): Truth {
  return truth === 'unknown' ? 'unknown' : !truth;
}
