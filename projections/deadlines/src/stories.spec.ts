import { describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { loadRuleBook } from '@trajectboek/catalogue';
import { AsOf, Chronicle, knownUntil, type RecordedEvent } from '@trajectboek/events';
import { deadlinesAt, legalResponsibility, outcomeOf, parseRuleBook, type YouthOnDate } from '@trajectboek/schemes';
import { youthOn } from '@trajectboek/situation';
import { readScenario, recordedEventsOf, type Scenario, type ScenarioCheck } from '@trajectboek/testing';

const DEMO = new URL('../../../apps/trajectboek/demo/', import.meta.url);
const STORIES = readdirSync(DEMO).filter((file) => file.endsWith('.yaml')).map((file) => readScenario(readFileSync(new URL(file, DEMO), 'utf8')));
const RULE_BOOK = parseRuleBook(loadRuleBook());
const LATER_THAN_ALL = '2099-12-31';
const OPEN: readonly string[] = ['running', 'warned', 'due', 'overdue'];

function youthFor(events: readonly RecordedEvent[], { asOf = LATER_THAN_ALL, knownAt }: ScenarioCheck): YouthOnDate {
  return youthOn(new Chronicle(events, knownAt === undefined ? undefined : knownUntil(knownAt)).on(new AsOf(asOf)), RULE_BOOK.settings);
}

function youthsOf(scenario: Scenario, check: ScenarioCheck): readonly YouthOnDate[] {
  const streams = recordedEventsOf(scenario);
  return scenario.youths.filter(({ group }) => check.group === undefined || group === check.group).map(({ alias }) => youthFor(streams.get(alias) ?? [], check));
}

const named = ({ view, asOf, knownAt, group }: ScenarioCheck): string => [view, asOf, knownAt, group].filter(Boolean).join(' ');
const checksOf = (scenario: Scenario, view: string): [string, ScenarioCheck][] => scenario.checks.filter((check) => check.view === view).map((check) => [named(check), check]);

describe.each(STORIES.filter((story) => checksOf(story, 'deadlines').length > 0))('the terms of $id', (scenario) => {
  it.each(checksOf(scenario, 'deadlines'))('are as told: %s', (_, check) => {
    const expected = check.expect as readonly Record<string, string>[];
    const enabled = new Set(scenario.settings.programmesEnabled ?? []);
    for (const youth of youthsOf(scenario, check)) {
      const deadlines = deadlinesAt(RULE_BOOK, youth, { enabled });
      const seen = deadlines.map(({ scheme, state, dueOn }) => ({ scheme, state, dueOn }));
      expect(seen.filter(({ scheme }) => expected.some((wanted) => wanted['scheme'] === scheme))).toEqual(expect.arrayContaining([...expected]));
      if (expected.length === 0) expect(seen.filter(({ state }) => OPEN.includes(state))).toEqual([]);
    }
  });
});

describe.each(STORIES.filter((story) => checksOf(story, 'responsibility').length > 0))('the legal party of $id', (scenario) => {
  it.each(checksOf(scenario, 'responsibility'))('is as told: %s', (_, check) => {
    const expected = (check.expect as Record<string, unknown>)['legal'];
    if (expected === undefined) return;
    expect(new Set(youthsOf(scenario, check).map((youth) => legalResponsibility(RULE_BOOK, youth).lead.party))).toEqual(new Set([expected]));
  });
});

interface ListExpectation {
  readonly contains?: readonly string[];
  readonly excludes?: readonly string[];
  readonly count?: number;
}

const definedChecks = (scenario: Scenario): [string, ScenarioCheck][] =>
  scenario.checks.filter(({ view, definition }) => view === 'worklist' && definition !== undefined).map((check) => [`${named(check)} ${check.definition ?? ''}`, check]);

describe.each(STORIES.filter((story) => definedChecks(story).length > 0))('the lists by definition of $id', (scenario) => {
  it.each(definedChecks(scenario))('hold whom they should: %s', (_, check) => {
    const { contains = [], excludes = [], count } = check.expect as ListExpectation;
    const streams = recordedEventsOf(scenario);
    const listed = scenario.youths
      .filter(({ group }) => check.group === undefined || group === check.group)
      .map(({ alias }) => alias)
      .filter((alias) => outcomeOf(RULE_BOOK, youthFor(streams.get(alias) ?? [], check), check.definition ?? '') === true);
    expect(listed).toEqual(expect.arrayContaining([...contains]));
    expect(listed.filter((alias) => excludes.includes(alias))).toEqual([]);
    if (count !== undefined) expect(listed).toHaveLength(count);
  });
});
