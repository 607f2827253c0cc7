import { describe, expect, it } from '@jest/globals';
import { differences } from './compare.js';

describe('comparing an answer with what a story expects', () => {
  it('looks only at what is expected', () => {
    expect(differences({ a: { b: 1 } }, { a: { b: 1, c: 2 }, d: 3 })).toEqual([]);
  });

  it('names the place of every difference', () => {
    expect(differences({ a: { b: 1, c: 2 }, d: null }, { a: { b: 2, c: 2 } })).toEqual(['a.b: verwacht 1, gevonden 2', 'd: verwacht null, gevonden niets']);
  });

  it('takes a rounded number for a number with decimals, and not for a whole one', () => {
    expect(differences(0.57, 0.5686)).toEqual([]);
    expect(differences(0.57, 0.576)).toHaveLength(1);
    expect(differences(1, 1.2)).toHaveLength(1);
    expect(differences(1, '1')).toHaveLength(1);
  });

  it('wants lists to be the same', () => {
    expect(differences([1, { a: 1 }], [1, { a: 1, b: 2 }])).toEqual([]);
    expect(differences([1], [1, 2])).toHaveLength(1);
    expect(differences([], undefined)).toHaveLength(1);
  });
});
