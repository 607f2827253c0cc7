import type { Figures } from '../figures/figure.js';
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
  itemsOf(name: string): number;
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
  const entries = Object.entries(both.figures).filter(([, figure]) => !isLevel(figure));
  const keys = entries.filter(([key, figure]) => typeof figure === 'number' && !ofKind.has(key) && !(key in RATES)).map(([key]) => key);
  const published = kind && publishKind(kind, both, rules);
  const rates = entries.filter(([key, figure]) => key in RATES && typeof figure === 'number').map(([key, figure]) => {
    const name = RATES[key] ?? '';
    const small = isSmall({ items: behind.itemsOf(name), youths: behind.youthsOf(name) }, rules);
    return [key, small ? null : Math.round(Number(figure) * 100) / 100] as const;
  });
  const untouched = entries.filter(([, figure]) => typeof figure !== 'number');
  return {
    ...Object.fromEntries(untouched), ...Object.fromEntries([...ofKind].map((key) => [key, published?.[key] ?? null])),
    ...Object.fromEntries(rates), ...publishCounts({ ...both, keys }, rules),
  };
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
  if (rows.filter(([, row]) => isSuppressed(row)).length !== 1) return published;
  const size = (key: string): number => largestIn(level[key]);
  const next = rows.filter(([key, row]) => !isSuppressed(row) && size(key) > 0).toSorted(([a], [b]) => size(a) - size(b))[0];
  return next ? { ...published, [next[0]]: hidden(next[1]) } : published;
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
  const pairs = [...(isLevel(shares) ? Object.keys(shares).map((key) => [key, shares[key]] as const) : []),
    ...Object.entries(PAIRS).map(([share, key]) => [key, level[share]] as const)];
  const left = pairs.filter(([key, share]) => isLevel(share) && (level[key] === null || isSuppressed(share))).map(([key]) => key);
  if (left.length === 0) return level;
  const ofShares = isLevel(shares) ? { shares: Object.fromEntries(Object.entries(shares).map(([key, share]) => [key, left.includes(key) && isLevel(share) ? hidden(share) : share])) } : {};
  const ofPairs = Object.entries(PAIRS).flatMap(([share, key]) => { const told = level[share]; return left.includes(key) && isLevel(told) ? [[share, hidden(told)] as const] : []; });
  return { ...level, ...ofShares, ...Object.fromEntries(ofPairs), ...Object.fromEntries(left.map((key) => [key, null])) };
}
