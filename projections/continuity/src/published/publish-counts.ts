import type { Figures } from '../figures/figure.js';
import { numberOf } from './kinds.js';
import { isDominated, isMostOf, isSmall, rounded, type PublicationRules } from './publication.js';
import type { Both } from './publish-kind.js';

/** The counts of which the others of the same level are parts. */
const TOTALS: ReadonlySet<string> = new Set(['offered', 'reported', 'started', 'attempted', 'youths', 'youthDays', 'leavers', 'n', 'spells']);
/** Totals of which the parts overlap: one of them cannot be computed from the others. */
const OVERLAPPING: ReadonlySet<string> = new Set(['started', 'leavers']);
/** What is only told beside the figures: no part of a total. */
const BESIDE: ReadonlySet<string> = new Set(['censored', 'daysWithoutGuide', 'betweenOneAndTwoYears', 'episodes', 'gap', 'double', 'disputed']);

interface Counts extends Both {
  readonly keys: readonly string[];
}

function isSmallCount({ figures, persons }: Both, key: string, rules: PublicationRules): boolean {
  return isSmall({ items: numberOf(figures, key), youths: numberOf(persons, key) }, rules);
}

/** What the total less a part comes to may not be small either. */
function isTold(part: string, total: string | undefined, { counts, rules }: { counts: Counts; rules: PublicationRules }): boolean {
  const { figures, persons } = counts;
  if (isSmallCount(counts, part, rules)) return true;
  if (total === undefined) return false;
  const rest = (level: Figures): number => Math.max(0, numberOf(level, total) - numberOf(level, part));
  return isSmall({ items: rest(figures), youths: rest(persons) }, rules) || isDominated(numberOf(figures, part), numberOf(figures, total));
}

/** The parts that may not be published: those that are small, and with a single one the smallest other. */
function partsToHide(parts: readonly string[], total: string | undefined, context: { counts: Counts; rules: PublicationRules }): ReadonlySet<string> {
  const { figures } = context.counts;
  const sum = parts.reduce((so, part) => so + numberOf(figures, part), 0);
  if (total === undefined && parts.some((part) => isMostOf(sum, numberOf(figures, part)))) return new Set(parts);
  const hide = new Set(parts.filter((part) => isTold(part, total, context)));
  if (total !== undefined && OVERLAPPING.has(total)) return hide;
  const others = parts.filter((part) => !hide.has(part) && numberOf(figures, part) > 0).toSorted((a, b) => numberOf(figures, a) - numberOf(figures, b));
  if (hide.size === 1 && others[0] !== undefined) hide.add(others[0]);
  return hide;
}

/** The counts of one level, rounded; null where a count, or what it leaves of its total, is too small. */
export function publishCounts(counts: Counts, rules: PublicationRules): Readonly<Record<string, number | null>> {
  const { keys, figures } = counts;
  const total = keys.find((key) => TOTALS.has(key));
  const parts = keys.filter((key) => key !== total && !BESIDE.has(key));
  const hide = new Set([
    ...keys.filter((key) => isSmallCount(counts, key, rules)),
    ...partsToHide(parts, total, { counts, rules }),
  ]);
  return Object.fromEntries(keys.map((key) => [key, hide.has(key) ? null : rounded(numberOf(figures, key), rules)]));
}
