import type { Figures } from '../figures/figure.js';
import { share } from '../figures/share.js';
import { numberOf, type Kind } from './kinds.js';
import { isDominated, isSmall, rounded, type PublicationRules, type Weight } from './publication.js';

/** The figures of some youths, and the same figures with each youth counted once. */
export interface Both {
  readonly figures: Figures;
  readonly persons: Figures;
}

/** The figures of one share, distribution or retention as they may be published; undefined when they may not. */
export function publishKind(kind: Kind, both: Both, rules: PublicationRules): Figures | undefined {
  switch (kind) {
    case 'share': return publishShare(both, rules);
    case 'distribution': return publishDistribution(both, rules);
    case 'retention': return publishRetention(both, rules);
  }
}

/** Both parts of the whole have to be large enough. The value is that of the rounded counts, or it would give them away. */
function publishShare({ figures, persons }: Both, rules: PublicationRules): Figures | undefined {
  const [part, whole] = [numberOf(figures, 'numerator'), numberOf(figures, 'denominator')];
  const [partOfPersons, wholeOfPersons] = [numberOf(persons, 'numerator'), numberOf(persons, 'denominator')];
  const isTold = isSmall({ items: part, youths: partOfPersons }, rules)
    || isSmall({ items: whole - part, youths: wholeOfPersons - partOfPersons }, rules)
    || isDominated(part, whole);
  return isTold ? undefined : share(rounded(part, rules), rounded(whole, rules));
}

/** The shortest and the longest are each the length of one youth: they are never published. */
function publishDistribution({ figures, persons }: Both, rules: PublicationRules): Figures | undefined {
  const n = numberOf(figures, 'n');
  if (isSmall({ items: n, youths: numberOf(persons, 'n') }, rules)) return undefined;
  const { p25 = null, median = null, p75 = null, p90 = null } = figures;
  return { n: rounded(n, rules), min: null, p25, median, p75, p90, max: null };
}

function publishRetention({ figures, persons }: Both, rules: PublicationRules): Figures | undefined {
  const weightOf = (key: 'atRisk' | 'endedBy'): Weight => ({ items: numberOf(figures, key), youths: numberOf(persons, key) });
  const [atRisk, ended] = [weightOf('atRisk'), weightOf('endedBy')];
  if (isSmall(atRisk, rules) || isSmall(ended, rules)) return undefined;
  const [survival, low, high] = [inPercents(figures['survival']), inPercents(figures['low']), inPercents(figures['high'])];
  return { atRisk: rounded(atRisk.items, rules), endedBy: rounded(ended.items, rules), survival, low, high };
}

/** In whole percents: with more decimals a curve tells how many ended. */
function inPercents(value: unknown): number | null {
  return typeof value === 'number' ? Math.round(value * 100) / 100 : null;
}
