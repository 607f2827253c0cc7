import { describe, expect, test } from '@jest/globals';
import type { Figures } from '../figures/figure.js';
import { keysOf, kindOf, numberOf } from './kinds.js';
import { publishKind } from './publish-kind.js';

const RULES = { threshold: 10, rounding: 5 };
const part = (numerator: number, denominator: number): Figures => ({ numerator, denominator, value: numerator / denominator, low: 0, high: 1 });
const followed = (atRisk: number, endedBy: number, survival: number | null = 0.744): Figures => ({ atRisk, endedBy, survival, low: 0.6, high: 0.8 });

describe('a share', () => {
  const published = (figures: Figures, persons = figures): Figures | undefined => publishKind('share', { figures, persons }, RULES);

  test('is that of the rounded counts', () => {
    expect(published(part(22, 53))).toMatchObject({ numerator: 20, denominator: 55, value: 20 / 55 });
  });

  test.each([
    ['the part is small', part(9, 40), part(9, 40)],
    ['the rest is small', part(31, 40), part(31, 40)],
    ['few youths are in the part', part(30, 60), part(5, 40)],
    ['few youths are in the rest', part(30, 60), part(30, 35)],
    ['nearly all are in the part', part(185, 200), part(185, 200)],
  ])('is left out when %s', (_, figures, persons) => {
    expect(published(figures, persons)).toBeUndefined();
  });
});

describe('lengths', () => {
  const lengths: Figures = { n: 12, min: 1, p25: 2, median: 3, p75: null, p90: 5, max: 6 };

  test('are told without the shortest and the longest', () => {
    expect(publishKind('distribution', { figures: lengths, persons: lengths }, RULES)).toEqual({ n: 10, min: null, p25: 2, median: 3, p75: null, p90: 5, max: null });
  });

  test('are left out when they are of few youths', () => {
    expect(publishKind('distribution', { figures: lengths, persons: { ...lengths, n: 9 } }, RULES)).toBeUndefined();
  });

  test('have no figures where there were none', () => {
    expect(publishKind('distribution', { figures: { n: 12 }, persons: { n: 12 } }, RULES)).toEqual({ n: 10, min: null, p25: null, median: null, p75: null, p90: null, max: null });
  });
});

describe('a retention', () => {
  const published = (figures: Figures, persons = figures): Figures | undefined => publishKind('retention', { figures, persons }, RULES);

  test('is in whole percents', () => {
    expect(published(followed(42, 12))).toEqual({ atRisk: 40, endedBy: 10, survival: 0.74, low: 0.6, high: 0.8 });
  });

  test('is unknown, not 0, where it was unknown', () => {
    expect(published(followed(0, 12, null))).toMatchObject({ survival: null });
  });

  test.each([
    ['followed', followed(9, 12), followed(9, 12)],
    ['ended', followed(42, 9), followed(42, 9)],
    ['youths followed', followed(42, 12), followed(8, 12)],
    ['youths of whom it ended', followed(42, 12), followed(42, 8)],
  ])('is left out when there are few %s', (_, figures, persons) => {
    expect(published(figures, persons)).toBeUndefined();
  });
});

describe('a level of figures', () => {
  test.each([
    [{ numerator: 1 }, 'share'], [{ median: 1 }, 'distribution'], [{ atRisk: 1 }, 'retention'], [{ offered: 1 }, undefined],
  ])('%j is a %s', (figures: Figures, kind) => {
    expect(kindOf(figures)).toBe(kind);
  });

  test('has the keys of its kind, and none without one', () => {
    expect([...keysOf('retention')]).toEqual(['atRisk', 'endedBy', 'survival', 'low', 'high']);
    expect([...keysOf(undefined)]).toEqual([]);
  });

  test('counts 0 where there is no number', () => {
    expect([numberOf({ n: 3 }, 'n'), numberOf({ n: null }, 'n'), numberOf({ n: 'three' }, 'n'), numberOf({}, 'n')]).toEqual([3, 0, 0, 0]);
  });
});
