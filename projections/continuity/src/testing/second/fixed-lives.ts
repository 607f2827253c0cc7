import fc from 'fast-check';
import type { MetricId } from '../../metric.js';
import { secondAnswer } from './compare.js';
import type { Tree } from './figures.js';
import { asked, type Question } from './lives.js';
import { THEMES } from './themes.js';

export interface Answered {
  readonly question: Question;
  readonly second: Tree;
}

const SEED = 20_261_125;
/** A few: the random ones are in `second-opinion.spec.ts`. */
const QUESTIONS = 24;

/** The same lives and questions each time, with what the second way of computing says of them. */
export function fixedLives(metric: MetricId): readonly Answered[] {
  return fc.sample(asked(...THEMES[metric]), { seed: SEED, numRuns: QUESTIONS }).map((question) => ({ question, second: secondAnswer(metric, question) }));
}
