import type { Figure, Figures } from '../figures/figure.js';
import { hidden, isLevel, keysOf, kindOf, numberOf } from './kinds.js';
import { isSmall, type PublicationRules } from './publication.js';
import { publishCounts } from './publish-counts.js';
import { publishKind, type Both } from './publish-kind.js';

/** Figures per youth or per year, by the count that they rest on. */
const RATES: Readonly<Record<string, string>> = { perYouthPerYear: 'guides', per100Years: 'lost', episodesPerYouth: 'episodes' };
/** Shares that say the same as a count: where one is left out, the other is. */
const PAIRS: Readonly<Record<string, string>> = { shareBetweenOneAndTwoYears: 'betweenOneAndTwoYears' };

/** What a level cannot say of itself: how many youths there are behind a count of the tally. */
export interface Behind {
  readonly rules: PublicationRules;
  youthsOf(name: string): number;
}

/**
 * The figures as they may be published: small figures are null, and so is what they could be computed from; counts are
 * rounded. `suppressed` says at each level whether something was left out.
 */
export function publishFigures(both: Both, behind: Behind): Figures {
  const level = { ...ownFigures(both, behind), ...levelsIn(both, behind) };
  const paired = withPairs(level);
  return Object.keys(paired).some((key) => paired[key] === null && typeof both.figures[key] === 'number') ? { ...paired, suppressed: true } : paired;
}

/** True when something was left out, at whichever level. */
export function isSuppressed(figures: Figures): boolean {
  return figures['suppressed'] === true || Object.values(figures).some((figure) => isLevel(figure) && isSuppressed(figure));
}

function ownFigures(both: Both, { rules, ...behind }: Behind): Figures {
  const kind = kindOf(both.figures);
  const ofKind = keysOf(kind);
  const own = Object.entries(both.figures).filter(([, figure]) => !isLevel(figure));
  const keys = own.filter(([key, figure]) => typeof figure === 'number' && !ofKind.has(key) && !(key in RATES)).map(([key]) => key);
  const published = kind && publishKind(kind, both, rules);
  const counts = publishCounts({ ...both, keys }, rules);
  return Object.fromEntries(own.map(([key, figure]) => {
    if (typeof figure !== 'number') return [key, figure];
    if (ofKind.has(key)) return [key, published?.[key] ?? null];
    const restsOn = RATES[key];
    return [key, restsOn === undefined ? counts[key] ?? null : publishRate(figure, behind.youthsOf(restsOn), rules)];
  }));
}

function publishRate(rate: number, youths: number, rules: PublicationRules): number | null {
  return isSmall({ items: youths, youths }, rules) ? null : Math.round(rate * 100) / 100;
}

function levelsIn({ figures, persons }: Both, behind: Behind): Figures {
  return Object.fromEntries(Object.entries(figures).flatMap(([key, level]) => {
    if (!isLevel(level)) return [];
    const ofPersons = persons[key];
    const both = { figures: level, persons: isLevel(ofPersons) ? ofPersons : {} };
    const published = publishFigures(both, behind);
    return [[key, key === 'at' ? asSeries(both, published, behind) : key.startsWith('by') ? asTable(level, published) : published] as const];
  }));
}

/** Rows that add up to a figure of the level above: a single row with something left out takes the smallest other one with it. */
function asTable(level: Figures, published: Figures): Figures {
  const rows = Object.entries(published).filter((row): row is [string, Figures] => isLevel(row[1]));
  const isCut = ([key, row]: readonly [string, Figures]): boolean => leavesOut(level[key], row);
  if (rows.filter(isCut).length !== 1) return published;
  const size = (key: string): number => largestIn(level[key]);
  const next = rows.filter((row) => !isCut(row) && size(row[0]) > 0).toSorted(([a], [b]) => size(a) - size(b))[0];
  return next ? { ...published, [next[0]]: hidden(next[1]) } : published;
}

/** Of lengths these are always left out: that says nothing about how many there are. */
const NEVER_TOLD: ReadonlySet<string> = new Set(['min', 'max']);

/** True when a number is left out that would have been told of more youths. */
function leavesOut(own: unknown, told: unknown): boolean {
  if (!isLevel(own) || !isLevel(told)) return typeof own === 'number' && told === null;
  return Object.keys(own).some((key) => !NEVER_TOLD.has(key) && leavesOut(own[key], told[key]));
}

function largestIn(figure: unknown): number {
  if (!isLevel(figure)) return 0;
  return Math.max(0, ...Object.entries(figure).map(([key, part]) => (key === 'attempted' || key === 'episodes' || key === 'denominator' ? Number(part) : largestIn(part))));
}

/** Moments one after the other: what ended between two that are shown may not be small either. */
function asSeries({ figures, persons }: Both, published: Figures, { rules }: Behind): Figures {
  let shown = { items: 0, youths: 0 };
  return Object.fromEntries(Object.entries(published).map(([moment, level]) => {
    const [own, ofPersons] = [figures[moment], persons[moment]];
    if (!isLevel(level) || !isLevel(own) || isSuppressed(level)) return [moment, level];
    const ended = { items: numberOf(own, 'endedBy'), youths: isLevel(ofPersons) ? numberOf(ofPersons, 'endedBy') : 0 };
    if (isSmall({ items: ended.items - shown.items, youths: ended.youths - shown.youths }, rules)) return [moment, hidden(level)];
    shown = ended;
    return [moment, level];
  }));
}

/** A count and its share of the total stand or fall together. */
function withPairs(level: Figures): Figures {
  const { shares } = level;
  const told: Record<string, Figure> = { ...level };
  const tell = (key: string, share: Figures): Figures => {
    if (level[key] !== null && !isSuppressed(share)) return share;
    told[key] = null;
    return hidden(share);
  };
  for (const [name, key] of Object.entries(PAIRS)) {
    const share = level[name];
    if (isLevel(share)) told[name] = tell(key, share);
  }
  if (isLevel(shares)) told['shares'] = Object.fromEntries(Object.entries(shares).map(([key, share]) => [key, isLevel(share) ? tell(key, share) : share]));
  return told;
}
