import { assertCount } from './tree-hash.js';
import { TILE_WIDTH } from './tile-tree.js';

/** A tile of a tree in C2SP tlog-tiles: `width` is 256 for a full tile and 1 to 255 for a partial one. */
export interface TileName {
  readonly level: number;
  readonly index: number;
  readonly width: number;
}

const MAX_LEVEL = 63;

/** `tile/<L>/<N>[.p/<W>]`, without slash before it. Throws a RangeError for a tile that cannot be. */
export function tilePathOf(tile: TileName): string {
  assertCount(tile.level, 'The level of a tile');
  if (tile.level > MAX_LEVEL) throw new RangeError('The level of a tile is at most 63');
  return `tile/${tile.level}/${indexPathOf(tile)}`;
}

/** `tile/entries/<N>[.p/<W>]`: where the entries of a tile of level 0 are. */
export function entriesPathOf(tile: Omit<TileName, 'level'>): string {
  return `tile/entries/${indexPathOf(tile)}`;
}

/** Reads `tile/<L>/<N>[.p/<W>]`; undefined for every other spelling, so that one tile has one path. */
export function parseTilePath(path: string): TileName | undefined {
  const parts = /^tile\/(\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (parts === null) return undefined;
  const [, level = '', index = '', width = String(TILE_WIDTH)] = parts;
  const tile = { level: Number(level), index: Number(index.replace(/[x/]/g, '')), width: Number(width) };
  return isTile(tile) && tilePathOf(tile) === path ? tile : undefined;
}

/** All tiles of a tree of this size, level by level: the full ones, then the partial one when there is one. */
export function* tilesOf(size: number): Generator<TileName> {
  assertCount(size, 'The size of a tree');
  let nodes = size;
  for (let level = 0; nodes > 0; level += 1) {
    const full = Math.floor(nodes / TILE_WIDTH);
    for (let index = 0; index < full; index += 1) yield { level, index, width: TILE_WIDTH };
    if (nodes % TILE_WIDTH > 0) yield { level, index: full, width: nodes % TILE_WIDTH };
    nodes = full;
  }
}

function indexPathOf(tile: Omit<TileName, 'level'>): string {
  assertCount(tile.index, 'The index of a tile');
  if (!Number.isSafeInteger(tile.width) || tile.width < 1 || tile.width > TILE_WIDTH) throw new RangeError('A tile has 1 to 256 hashes');
  const digits = String(tile.index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/\d{3}/g) ?? [];
  const path = groups.map((group, at) => (at === groups.length - 1 ? group : `x${group}`)).join('/');
  return tile.width === TILE_WIDTH ? path : `${path}.p/${tile.width}`;
}

function isTile(tile: TileName): boolean {
  return tile.level <= MAX_LEVEL && Number.isSafeInteger(tile.index) && tile.width >= 1 && tile.width <= TILE_WIDTH;
}
