import type { CivilDate } from '@trajectboek/events';
import type { Tree } from './tree.js';

/** Names of the regions that a municipality lies in on a date: labour-market and RMC regions of the reference tables. */
export type RegionNamesOf = (municipality: string, date: CivilDate) => readonly string[];

/** Regions that the sources name and no reference table has, beside those of the tables. */
export function readRegions(tree: Tree, others: RegionNamesOf): RegionNamesOf {
  const named = tree.entries().map(([name, municipalities]) => ({ name, municipalities: new Set(municipalities.texts()) }));
  return (municipality, date) => [
    ...named.filter(({ municipalities }) => municipalities.has(municipality)).map(({ name }) => name),
    ...others(municipality, date),
  ];
}
