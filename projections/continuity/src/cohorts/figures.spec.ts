import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { readScenario } from '@trajectboek/testing';
import { FIGURES } from './figures.js';
import { NOT_COUNTED } from './not-counted.js';
import { REASONS, type SourceFigure } from './source-figure.js';
import { COHORTS } from './testing/all.js';

const DEMO = new URL('../../../../apps/trajectboek/demo/', import.meta.url);
const ALL = Object.entries<SourceFigure>(FIGURES).map(([id, figure]) => ({ id, ...figure }));
const TOLD = ALL.filter(({ story }) => story !== undefined);
const LINES = String.raw`L\d+(-\d+)?`;
const SOURCE = new RegExp(String.raw`^(S00[0-4] ${LINES}(, (S00[0-4] )?${LINES})*|[a-z0-9-]+\.csv)$`);

/** What the checks of a story ask: metrics by their id, and counts by status. */
function askedIn(story: string): ReadonlySet<string> {
  const { checks } = readScenario(readFileSync(new URL(`${story}.yaml`, DEMO), 'utf8'));
  return new Set(checks.flatMap(({ view, metric, by }) => (view === 'metric' ? [metric ?? ''] : view === 'counts' ? [by ?? ''] : [])));
}

describe('the figures of the sources', () => {
  test('have one cohort each, or a story', () => {
    expect(COHORTS.map(({ figure }) => figure).toSorted()).toEqual(ALL.filter(({ story }) => story === undefined).map(({ id }) => id).toSorted());
  });

  test.each(COHORTS)('$figure is asked of the metrics that are named with it', ({ figure, checks }) => {
    expect([...new Set(checks.map(({ by }) => by))].toSorted()).toEqual([...FIGURES[figure].by].toSorted());
  });

  test.each(TOLD)('$id is asked in the story $story', ({ story = '', by }) => {
    expect(existsSync(new URL(`${story}.yaml`, DEMO))).toBe(true);
    expect(by.filter((one) => !askedIn(story).has(one))).toEqual([]);
  });

  test('say in which lines or in which table they stand', () => {
    expect([...ALL, ...NOT_COUNTED].map(({ source }) => source).filter((source) => !SOURCE.test(source))).toEqual([]);
  });

  test('are not at the same time left out', () => {
    const told = new Set(ALL.map(({ source }) => source).filter((source) => source.startsWith('S')));
    expect(NOT_COUNTED.filter(({ source }) => told.has(source))).toEqual([]);
  });

  test('leave nothing out without a reason, and have no reason that is never given', () => {
    expect([...new Set(NOT_COUNTED.map(({ why }) => why))].toSorted()).toEqual(Object.keys(REASONS).toSorted());
  });
});
