import { beforeAll, describe, expect, it } from '@jest/globals';
import { ASIDES } from './calibration/asides.js';
import { SCHOOL } from './calibration/school.js';
import { SIGHT } from './calibration/sight.js';
import { WORK } from './calibration/work.js';
import { countDayOf, dayOf, yearOf, type Day } from './day.js';
import type { Fact, Life } from './life.js';
import { leavingNorms, nationalLeaving, readPlaces, type Place } from './reference-data.js';
import { Region } from './region.js';

/** Enough for a share of a whole country to come within a few percent of what it should be. */
const YOUTHS = 60_000;
const MBO = ['entree', 'mbo-2', 'mbo-3', 'mbo-4'] as const;
const SOON_DAYS = 120;

const lives: Life[] = [];
beforeAll(() => {
  const region = new Region({ youths: YOUTHS, seed: 11, from: dayOf('2021-08-01'), to: dayOf('2026-10-31') });
  for (let number = 0; number < YOUTHS; number += 1) lives.push(region.lifeOf(number));
});

const dataOf = ({ data }: Fact): Readonly<Record<string, unknown>> => data as Readonly<Record<string, unknown>>;
const share = (part: number, whole: number): number => part / whole;
const shareOf = <Item>(items: readonly Item[], holds: (item: Item) => boolean): number => share(items.filter(holds).length, items.length);
const factsOf = (type: string): readonly Fact[] => lives.flatMap(({ facts }) => facts.filter((fact) => fact.type === type));

/** Within so many standard errors of a share, which is what chance alone may do. */
function expectShare(found: { readonly part: number; readonly whole: number }, wanted: number, errors = 4): void {
  expect(found.whole).toBeGreaterThan(100);
  const margin = errors * Math.sqrt((wanted * (1 - wanted)) / found.whole);
  expect(Math.abs(share(found.part, found.whole) - wanted)).toBeLessThan(margin + 0.001);
}

interface StudentYear {
  readonly level: number;
  readonly place: Place;
  readonly leftEarly: boolean;
}

/** One per student of the mbo on 1 October, as early leavers are counted: enrolled then, and gone without finishing a year later. */
function studentYears(): readonly StudentYear[] {
  return lives.flatMap(({ facts, birth, window }) => facts.flatMap((fact, at) => {
    const level = MBO.indexOf(dataOf(fact)['schoolType'] as (typeof MBO)[number]) + 1;
    if (fact.type !== 'EnrolmentStarted' || level === 0) return [];
    const end = facts.slice(at).find(({ type }) => type === 'EnrolmentEnded')?.day;
    const droppedOn = facts.slice(at).find(({ type, day }) => type === 'DroppedOut' && day === end)?.day;
    return yearsBetween(fact.day, Math.min(end ?? window.to, window.to)).filter((year) => countDayOf(year + 1) <= window.to)
      .map((year) => ({ level, place: birth.place, leftEarly: droppedOn !== undefined && droppedOn < countDayOf(year + 1) }));
  }));
}

/** School years of which the count day lies within. */
function yearsBetween(from: Day, to: Day): readonly number[] {
  const years: number[] = [];
  for (let year = yearOf(from) - 1; countDayOf(year) <= to; year += 1) if (countDayOf(year) >= from) years.push(year);
  return years;
}

describe('where youths live', () => {
  it('follows the inhabitants of the municipalities (CBS, 1 January 2016)', () => {
    const places = readPlaces();
    const total = places.reduce((sum, { inhabitants }) => sum + inhabitants, 0);
    expect(total).toBe(16_979_120);
    const counts = Map.groupBy(lives, ({ birth }) => birth.place.municipality);
    for (const { municipality, inhabitants } of places.toSorted((a, b) => b.inhabitants - a.inhabitants).slice(0, 40)) {
      expectShare({ part: counts.get(municipality)?.length ?? 0, whole: YOUTHS }, inhabitants / total);
    }
    expect(counts.size).toBeGreaterThan(335);
  });
});

describe('early leaving from the mbo', () => {
  it('differs per level as the national norms do, at the height of the national percentage', () => {
    const years = studentYears().filter(({ place }) => place.leaving === 1);
    const norms = leavingNorms();
    const weights = new Map(SCHOOL.level.options.map(([type, weight]) => [Number(type.slice(-1)), weight]));
    const mean = [2, 3, 4].reduce((sum, level) => sum + (weights.get(level) ?? 0) * (norms.get(level) ?? 0), 0) / 100;
    for (const level of [1, 2, 3, 4]) {
      const those = years.filter((year) => year.level === level);
      expectShare({ part: those.filter(({ leftEarly }) => leftEarly).length, whole: those.length }, ((norms.get(level) ?? 0) / mean) * (nationalLeaving() / 100));
    }
  });

  it('differs per RMC region as measured (2016-2017), for the regions that are known', () => {
    const byRegion = Map.groupBy(studentYears().filter(({ level }) => level === 2), ({ place }) => place.rmcRegion);
    const country = shareOf(studentYears().filter(({ level, place }) => level === 2 && place.leaving === 1), ({ leftEarly }) => leftEarly);
    for (const region of ['3', '12', '18', '19', '21']) {
      const those = byRegion.get(region) ?? [];
      expectShare({ part: those.filter(({ leftEarly }) => leftEarly).length, whole: those.length }, country * (those[0]?.place.leaving ?? 0));
    }
  });
});

describe('youths in a vulnerable position', () => {
  it('go on to school or work as often as in their region (2021-2022)', () => {
    const exits = lives.flatMap(({ facts, birth, window }) => facts.filter(({ type, by, day }) => type === 'EnrolmentEnded' && /00000099(12|13)/.test(by) && day + SOON_DAYS <= window.to)
      .map(({ day }) => ({ place: birth.place, arrived: facts.some((fact) => (fact.type === 'EnrolmentStarted' || isJob(fact)) && fact.day > day && fact.day <= day + SOON_DAYS) })));
    const expected = exits.reduce((sum, { place }) => sum + place.arriving, 0) / exits.length;
    expectShare({ part: exits.filter(({ arrived }) => arrived).length, whole: exits.length }, expected);
    for (const region of ['21', '29', '19', '37']) {
      const those = exits.filter(({ place }) => place.rmcRegion === region);
      expectShare({ part: those.filter(({ arrived }) => arrived).length, whole: those.length }, those[0]?.place.arriving ?? 0);
    }
  });
});

function isJob(fact: Fact): boolean {
  return fact.type === 'PlacementStarted' && dataOf(fact)['kind'] !== 'day-activity';
}

describe('what sources say of smaller things', () => {
  it.each([
    ['by day, 30%', 'day', SIGHT.reachedByDay.chance], ['in the evening, 90 to 100%', 'evening', SIGHT.reachedInEvening.chance],
  ])('home visits and calls reach youths %s (S000 L851-856)', (_, dayPart, wanted) => {
    const attempts = factsOf('ContactAttempted').filter((fact) => dataOf(fact)['dayPart'] === dayPart);
    expectShare({ part: attempts.filter((fact) => dataOf(fact)['reached'] === true).length, whole: attempts.length }, wanted);
  });

  it('three in four searches for an internship end in one (S003 L447)', () => {
    const searches = factsOf('InternshipSearchEnded');
    expectShare({ part: searches.filter((fact) => dataOf(fact)['found'] === true).length, whole: searches.length }, 0.75);
  });

  it('half of the search periods have support from the first day (S003 L1328)', () => {
    const periods = factsOf('SearchPeriodStarted');
    expectShare({ part: periods.filter((fact) => dataOf(fact)['supportFromDayOne'] === true).length, whole: periods.length }, 0.5);
  });

  it('seven in ten tracks end at school or at work, or with what they were for (S000 L754)', () => {
    const tracks = factsOf('TrackEnded');
    expectShare({ part: tracks.filter((fact) => dataOf(fact)['completed'] === true).length, whole: tracks.length }, WORK.trackDone.chance);
  });
});

describe('the parameters', () => {
  it('are chances, spans and weights, each with where it comes from', () => {
    for (const parameter of [ASIDES, SCHOOL, SIGHT, WORK].flatMap((group) => Object.values(group))) {
      expect(parameter.source).not.toBe('');
      if ('chance' in parameter) expect(parameter.chance).toBeLessThanOrEqual(1);
      if ('least' in parameter) expect(parameter.least).toBeLessThan(parameter.most);
    }
  });
});
