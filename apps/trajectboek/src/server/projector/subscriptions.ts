import { HANDOVERS, handoverRows } from '@trajectboek/handovers';
import type { YouthProjection } from '@trajectboek/projection-runner';
import type { RuleBook } from '@trajectboek/schemes';
import { SITUATIONS, situationRows } from '@trajectboek/situations';

/** The stored views and their folds, on one screen. */
export function subscriptions({ settings }: RuleBook): readonly YouthProjection[] {
  return [
    { declaration: SITUATIONS, rowsOf: (chronicle) => situationRows(chronicle, settings) },
    { declaration: HANDOVERS, rowsOf: (chronicle) => handoverRows(chronicle, settings) },
  ];
}
