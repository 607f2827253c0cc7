import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { entriesPathOf, parseTilePath, tilePathOf, tilesOf } from './tile-layout.js';

describe('The layout of tiles', () => {
  it('spells the index as the example of C2SP tlog-tiles', () => {
    expect(tilePathOf({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePathOf({ level: 1, index: 0, width: 17 })).toBe('tile/1/000.p/17');
    expect(entriesPathOf({ index: 273, width: 112 })).toBe('tile/entries/273.p/112');
  });

  it('has the tiles of the example with 70,000 leaves', () => {
    const tiles = [...tilesOf(70_000)];
    expect(tiles.filter(({ level, width }) => level === 0 && width === 256)).toHaveLength(273);
    expect(tiles.filter(({ width }) => width < 256)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
  });

  it('has a full tile and a tile of one hash above it for 256 leaves, and nothing for none', () => {
    expect([...tilesOf(256)]).toEqual([{ level: 0, index: 0, width: 256 }, { level: 1, index: 0, width: 1 }]);
    expect([...tilesOf(0)]).toEqual([]);
  });

  it('reads back every path that it writes', () => {
    const tiles = fc.record({ level: fc.integer({ min: 0, max: 63 }), index: fc.maxSafeNat(), width: fc.integer({ min: 1, max: 256 }) });
    fc.assert(fc.property(tiles, (tile) => expect(parseTilePath(tilePathOf(tile))).toEqual(tile)));
  });

  it.each(['tile/00/000', 'tile/64/000', 'tile/0/0', 'tile/0/x000/000', 'tile/0/000.p/0', 'tile/0/000.p/256', 'tile/0/000.p/01', '/tile/0/000', 'tile/0/../000'])('does not read %s', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });

  it('refuses a tile that cannot be', () => {
    expect(() => tilePathOf({ level: 64, index: 0, width: 1 })).toThrow(RangeError);
    expect(() => tilePathOf({ level: 0, index: -1, width: 1 })).toThrow(RangeError);
    expect(() => tilePathOf({ level: 0, index: 0, width: 0 })).toThrow(RangeError);
  });
});
