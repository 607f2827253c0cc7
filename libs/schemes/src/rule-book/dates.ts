import { isCivilDate, type AsOf, type CivilDate } from '@trajectboek/events';
import type { Tree } from './tree.js';

/** The days on which a rule is in force; null is not stated. Both days count in full. */
export interface Validity {
  readonly validFrom: CivilDate | null;
  readonly validUntil: CivilDate | null;
}

export function isInForceOn({ validFrom, validUntil }: Validity, date: CivilDate): boolean {
  return (validFrom === null || validFrom <= date) && (validUntil === null || date <= validUntil);
}

/** The same for the evaluation date, which notes when the answer changes. */
export function isInForce({ validFrom, validUntil }: Validity, asOf: AsOf): boolean {
  const started = validFrom === null || asOf.reached(validFrom);
  return started && (validUntil === null || !asOf.passed(validUntil));
}

export function readValidity(tree: Tree, fromKey = 'validFrom', untilKey = 'validUntil'): Validity {
  return { validFrom: readDate(tree.at(fromKey)), validUntil: readDate(tree.at(untilKey)) };
}

function readDate(tree: Tree): CivilDate | null {
  if (tree.value === undefined || tree.value === null) return null;
  if (isCivilDate(tree.value)) return tree.value;
  tree.fault('is not an existing date');
  return null;
}

const PERIOD = /^P(?=\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+D)?$/;
/** It has 29 February as well. */
const LEAP_YEAR = '2000';

/** ISO 8601 with days, weeks, months and years only. */
export function isPeriod(value: unknown): value is string {
  return typeof value === 'string' && PERIOD.test(value);
}

/** `MM-DD`, of a day that some year has. */
export function isDayOfYear(value: unknown): value is string {
  return typeof value === 'string' && isCivilDate(`${LEAP_YEAR}-${value}`);
}
