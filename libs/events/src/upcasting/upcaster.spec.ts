import { readFileSync, readdirSync } from 'node:fs';
import { EVENT_TYPES } from '../catalogue.js';
import { UpcastingChain, type StoredData, type Upcast } from './upcaster.js';

const GOLDEN = new URL('./golden/', import.meta.url);

/** A type that exists for this test only: version 2 renamed `place`, version 3 made a duration of `minutes`. */
const LANTERN_LIT: readonly Upcast[] = [
  { type: 'LanternLit', from: 1, up: ({ place, ...rest }) => ({ ...rest, municipality: place }) },
  { type: 'LanternLit', from: 2, up: ({ minutes, ...rest }) => ({ ...rest, burningFor: `PT${String(minutes)}M` }) },
];

function golden(file: string): { stored: StoredData; current: StoredData } {
  return JSON.parse(readFileSync(new URL(file, GOLDEN), 'utf8')) as { stored: StoredData; current: StoredData };
}

describe('the upcasting chain', () => {
  const chain = new UpcastingChain(LANTERN_LIT);

  it.each([['lantern-lit.v1.json', 1], ['lantern-lit.v2.json', 2]])('reads the golden file %s as the current version', (file, version) => {
    const { stored, current } = golden(file);
    expect(chain.toVersion('LanternLit', { version, data: stored }, 3)).toEqual(current);
  });

  it('leaves data of the current version as it is', () => {
    const data = { occurredAt: '2021-03-01', burningFor: 'PT5M' };
    expect(chain.toVersion('LanternLit', { version: 3, data }, 3)).toBe(data);
  });

  it('refuses a version without an upcast', () => {
    expect(() => chain.toVersion('LanternLit', { version: 0, data: {} }, 3)).toThrow('no upcast reads LanternLit.v0');
  });

  it('refuses data of a newer version than it knows', () => {
    expect(() => chain.toVersion('LanternLit', { version: 4, data: {} }, 3)).toThrow('newer');
  });

  it('refuses two upcasts of one version', () => {
    expect(() => new UpcastingChain([...LANTERN_LIT, ...LANTERN_LIT])).toThrow('two upcasts read LanternLit.v1');
  });

  it('has a golden file for every old version of every type of the language', () => {
    const files = readdirSync(GOLDEN);
    const old = EVENT_TYPES.flatMap(({ name, version }) =>
      Array.from({ length: version - 1 }, (_, index) => `${name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()}.v${index + 1}.json`));
    expect(old.filter((file) => !files.includes(file))).toEqual([]);
  });
});
