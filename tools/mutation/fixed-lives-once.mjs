// The second way of computing is not mutated, nor are the lives that it is asked about: each is asked once for all mutants.
import { fixedLives as ask } from '../../projections/continuity/src/testing/second/fixed-lives.js';

const known = (globalThis.loadOutside('yaml').knownLives ??= new Map());

export function fixedLives(metric) {
  if (!known.has(metric)) known.set(metric, ask(metric));
  return known.get(metric);
}
