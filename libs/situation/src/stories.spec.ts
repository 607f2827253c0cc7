import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { AsOf, Chronicle, knownUntil, type OrganisationUrn, type RecordedEvent } from '@trajectboek/events';
import { legalResponsibility, parseRuleBook } from '@trajectboek/schemes';
import { parse } from 'yaml';
import { readScenario, recordedEventsOf, type Scenario, type ScenarioCheck } from '@trajectboek/testing';
import { contradictionsOf, hasLegalBasis, levelFor, responsibilityOf, situationOf, timelineOf, youthOn, type Youth } from './index.js';

const RULES = parseRuleBook(parse(readFileSync(new URL('../../schemes/data/schemes.yaml', import.meta.url), 'utf8')));
const DEMO = new URL('../../../apps/trajectboek/demo/', import.meta.url);
const STORIES = readdirSync(DEMO).filter((file) => file.endsWith('.yaml')).map((file) => readScenario(readFileSync(new URL(file, DEMO), 'utf8')));

function youthWith(events: readonly RecordedEvent[], date: string, knownAt?: string): Youth {
  return youthOn(new Chronicle(events, knownAt === undefined ? undefined : knownUntil(knownAt)).on(new AsOf(date)), RULES.settings);
}

type Expected = Readonly<Record<string, unknown>>;

function situationAs(youth: Youth, expected: Expected): Expected {
  const { facets, guides, ...rest } = situationOf(youth);
  const all: Expected = {
    ...rest,
    facets: Object.fromEntries(facets.map(({ facet, open }) => [facet, open ? 'open' : 'closed'])),
    stale: facets.filter(({ stale }) => stale).map(({ facet }) => facet).sort(),
    guides: guides.map(({ person }) => person).sort(),
  };
  return only(all, expected);
}

/** The keys that a check names, also one level deep. */
function only(all: Expected, expected: Expected): Expected {
  return Object.fromEntries(Object.entries(expected).map(([key, value]) => {
    const actual = all[key];
    return [key, isRecord(value) && isRecord(actual) ? only(actual, value) : actual];
  }));
}

function isRecord(value: unknown): value is Expected {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Lists of a check are sets, and organisations are written as aliases. */
function normal(value: unknown, scenario: Scenario): unknown {
  if (Array.isArray(value)) return value.map((item) => normal(item, scenario)).sort();
  if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, key === 'by' || key === 'actual' ? scenario.organisations.get(String(item))?.id ?? item : normal(item, scenario)]));
  return value;
}

const fileId = ({ id }: RecordedEvent): string => id.slice(id.lastIndexOf(':') + 1);

function timelineAs(youth: Youth, expected: Expected, reader: OrganisationUrn | undefined): Expected {
  const items = timelineOf(youth.history.chronicle, new AsOf(youth.asOf.date))
    .map((item) => ({ ...item, id: fileId(item.event), level: reader ? levelFor(item.event, reader, youth) : 'what' }))
    .filter(({ level }) => level !== null);
  const ids = items.map(({ id }) => id);
  const listed = (key: string): readonly string[] => (expected[key] ?? []) as readonly string[];
  return only({
    order: ids.filter((id) => listed('order').includes(id)),
    late: items.filter(({ late }) => late).map(({ id }) => id),
    absent: listed('absent').filter((id) => !ids.includes(id)),
    hidden: listed('hidden').filter((id) => !ids.includes(id)),
    corrected: items.filter(({ correctedBy }) => correctedBy).map(({ id }) => id),
    retracted: items.filter(({ retractedBy }) => retractedBy).map(({ id }) => id),
    level: Object.fromEntries(items.map(({ id, level }) => [id, level])),
  }, expected);
}

function answer(check: ScenarioCheck, youth: Youth, scenario: Scenario): unknown {
  const expected = isRecord(check.expect) ? check.expect : {};
  switch (check.view) {
    case 'situation': return situationAs(youth, expected);
    case 'responsibility': return only({ ...responsibilityOf(youth, legalResponsibility(RULES, youth)) }, expected);
    case 'contradictions': return contradictionsOf(youth).map(({ kind, events }) => ({ kind, events: events.map(fileId) }));
    case 'timeline': return timelineAs(youth, expected, check.reader === undefined ? undefined : scenario.organisations.get(check.reader)?.id);
    default: return undefined;
  }
}

const VIEWS = ['situation', 'responsibility', 'contradictions', 'timeline'];

describe.each(STORIES)('the story $id', (scenario) => {
  const streams = recordedEventsOf(scenario);
  const checks = scenario.checks.filter(({ view }) => VIEWS.includes(view));
  const eventsOf = (alias: string): readonly RecordedEvent[] => streams.get(alias) ?? [];

  it.each(checks.map((check) => [`${check.view} ${check.asOf ?? ''} ${check.knownAt ?? ''} ${check.group ?? ''} ${check.reader ?? ''}`, check] as const))('shows %s', (_, check) => {
    const youths = scenario.youths.filter(({ group }) => check.group === undefined || group === check.group);
    expect(youths.length).toBeGreaterThan(0);
    for (const { alias } of youths) {
      const youth = youthWith(eventsOf(alias), check.asOf ?? '2026-11-01', check.knownAt);
      const expected = check.view === 'timeline' ? check.expect : normal(check.expect, scenario);
      const actual = answer(check, youth, scenario);
      expect(check.view === 'timeline' ? actual : normal(actual, scenario)).toEqual(expected);
    }
  });

  it('holds no contradictions when all is known, and hides nothing of an organisation from itself', () => {
    const { alias } = scenario.youths[0] ?? { alias: '' };
    for (const { occurredOn } of eventsOf(alias)) expect(contradictionsOf(youthWith(eventsOf(alias), occurredOn))).toEqual([]);
    const youth = youthWith(eventsOf(alias), '2026-11-01');
    for (const event of eventsOf(alias)) {
      expect(levelFor(event, event.organisation, youth)).toBe('what');
      expect(hasLegalBasis(youth, event.organisation)).toBe(true);
    }
  });
});
