import type { Tree } from './figures.js';

/** What the fold tells beside the keys of metrics.md that the second computation gives too. */
const BESIDE: ReadonlySet<string> = new Set(['low', 'high', 'endedBy']);

/** Of how much there was to compute with; no figures by themselves. */
const BASES: ReadonlySet<string> = new Set(['censored', 'spells', 'atRisk']);

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Where two answers differ, as paths; every key of one has to be in the other. */
export function differences(second: Tree, first: unknown, path = ''): readonly string[] {
  if (!isTree(first)) return [`${path}: nothing`];
  const more = Object.keys(first).filter((key) => !(key in second) && !BESIDE.has(key)).map((key) => `${path}/${key}: not in the second`);
  return [...more, ...Object.entries(second).flatMap(([key, value]) => {
    const [own, at] = [first[key], `${path}/${key}`];
    if (isTree(value)) return differences(value, own, at);
    const same = typeof value === 'number' && typeof own === 'number' ? Math.abs(value - own) < 1e-9 : value === own;
    return same ? [] : [`${at}: ${String(value)}, and the fold says ${String(own)}`];
  })];
}

/** True when there is no figure: nothing was counted. */
export function isNothing(tree: Tree): boolean {
  return Object.entries(tree).every(([key, value]) => (isTree(value) ? isNothing(value) : value === null || value === 0 || BASES.has(key)));
}

/** The numbers above 0, as paths without the names that the data give. */
export function pathsWithFigures(tree: Tree, path = ''): readonly string[] {
  return Object.entries(tree).flatMap(([key, value]) => (isTree(value) ? pathsWithFigures(value, `${path}/${/^by/.test(path.split('/').at(-1) ?? '') ? '*' : key}`) : Number(value) > 0 ? [`${path}/${key}`] : []));
}
