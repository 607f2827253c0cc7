import { LastingAnswer } from '@trajectboek/events';
import type { Youth } from './youth.js';

let slots = 0;

/**
 * Computes once for all following dates on which the answer is the same: the folds ask each other for the same parts many times,
 * and views ask for many dates of one life. The answer may depend on the date only through `asOf` and what the history
 * has of it, which tell how long it holds.
 */
export function remembered<T>(compute: (youth: Youth) => T): (youth: Youth) => T {
  const slot = slots++;
  return (youth) => {
    const answer = (youth.memory[slot] ??= new LastingAnswer<unknown>()) as LastingAnswer<T>;
    return answer.on(youth.asOf, () => compute(youth));
  };
}
