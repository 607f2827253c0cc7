import { describe, expect, it } from '@jest/globals';
import { findEventType, findFaults, type RecordedEvent } from '@trajectboek/events';
import { eventIdOf } from '@trajectboek/ledger';
import { decide, evolve, initialState } from '@trajectboek/trajectory';
import { UserError } from '../cli/user-error.js';
import { dateOf, dayOf } from './day.js';
import type { Life } from './life.js';
import { Region, type RegionOptions } from './region.js';

const WINDOW = { from: dayOf('2021-08-01'), to: dayOf('2026-10-31') };
const textOf = (options: Partial<RegionOptions>): string => [...new Region({ youths: 300, seed: 1, ...WINDOW, ...options }).pieces()].join('');
const lines = (text: string): readonly Record<string, unknown>[] => text.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
const subjectsOf = (text: string): Set<unknown> => new Set(lines(text).map(({ subject }) => subject));

describe('an invented region', () => {
  it('is the same, byte for byte, for the same seed, and another one for another seed', () => {
    expect(textOf({})).toBe(textOf({}));
    expect(textOf({ seed: 2 })).not.toBe(textOf({}));
    expect(textOf({ seed: 0xffff_ffff })).not.toBe(textOf({ seed: 0 }));
  });

  it('begins with the same youths however many there are', () => {
    const [few, many] = [textOf({ youths: 70 }), textOf({ youths: 300 })];
    expect(subjectsOf(few).size).toBe(70);
    expect(many.startsWith(few)).toBe(true);
  });

  it('opens every youth before his first event, with a name and birth date that no other has', () => {
    const opened = new Set<unknown>();
    const identities = new Set<string>();
    for (const { subject, identity } of lines(textOf({ youths: 2_000 }))) {
      if (identity !== undefined) {
        opened.add(subject);
        identities.add(JSON.stringify(identity));
      }
      expect(opened.has(subject)).toBe(true);
    }
    expect(identities.size).toBe(2_000);
  });

  it('of one RMC region has youths of its municipalities only', () => {
    const municipalities = new Set(lines(textOf({ rmcRegion: '33' })).flatMap(({ municipality }) => municipality ?? []));
    expect(municipalities).toEqual(new Set(['GM0677', 'GM0715', 'GM1714']));
    expect(() => textOf({ rmcRegion: '41' })).toThrow(UserError);
  });

  it.each([['2021-08-01', '2021-09-01'], ['2022-03-01', '2022-05-15'], ['2020-01-01', '2026-06-30']])('from %s to %s tells something of everybody, and nothing outside', (from, to) => {
    const region = new Region({ youths: 500, seed: 3, from: dayOf(from), to: dayOf(to) });
    for (let number = 0; number < 500; number += 1) {
      const days = region.lifeOf(number).facts.map(({ day }) => dateOf(day));
      expect(days.length).toBeGreaterThan(0);
      expect(days.every((day) => day <= to)).toBe(true);
      expect(days[0] ?? '').toMatch(/^20/);
    }
  });
});

/** The facts of a life as the ledger would hand them on, one after the other. */
function asEvents({ facts }: Life): readonly RecordedEvent[] {
  return facts.map(({ type, by, id, day, data }, position) => ({
    type, data: { occurredAt: dateOf(day), ...referencing(data) }, organisation: by, eventId: eventIdOf(by, id), occurredOn: dateOf(day), source: by, id, position,
  }) as unknown as RecordedEvent);
}

/** Senders name an event by source and id; the ledger puts its own id there before it judges. */
function referencing(data: object): object {
  return Object.fromEntries(Object.entries(data).map(([field, value]) => {
    const [source, id] = field.endsWith('EventId') ? String(value).split(' ') : [];
    return [field, source !== undefined && id !== undefined ? eventIdOf(source, id) : value];
  }));
}

describe('every event of twenty thousand lives', () => {
  const region = new Region({ youths: 20_000, seed: 7, ...WINDOW });
  const lives = Array.from({ length: 20_000 }, (_, number) => region.lifeOf(number));

  it('is valid in the language', () => {
    const faults = lives.flatMap(({ facts }) => facts.flatMap(({ type, day, data }) => {
      const description = findEventType(type);
      return description ? findFaults(description, { occurredAt: dateOf(day), ...data }).map((fault) => `${type} ${fault.pointer} ${fault.detail}`) : [`no type ${type}`];
    }));
    expect([...new Set(faults)]).toEqual([]);
  });

  it('is accepted by the ledger after the events before it', () => {
    const refusals = lives.flatMap((life) => {
      let state = initialState;
      return asEvents(life).flatMap((event) => {
        const decision = decide(state, event);
        state = decision.accepted ? evolve(state, event) : state;
        return decision.accepted ? [] : [`${event.type} ${decision.refusal}`];
      });
    });
    expect(refusals).toEqual([]);
  });

  it('makes ten per youth, of most types of the language', () => {
    const counts = new Map<string, number>();
    for (const { facts } of lives) for (const { type } of facts) counts.set(type, (counts.get(type) ?? 0) + 1);
    const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
    expect(total / lives.length).toBeGreaterThan(10);
    expect(total / lives.length).toBeLessThan(11);
    expect(counts.size).toBeGreaterThan(80);
  });
});
