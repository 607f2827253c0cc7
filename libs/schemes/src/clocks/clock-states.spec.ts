import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { dayAfter, findEventType, findFaults, minus, type CivilDate } from '@trajectboek/events';
import { parse } from 'yaml';
import { RULE_BOOK, youthWith, type Told } from '../testing/youths.js';
import type { ClockType } from './clock.js';
import type { Deadline, DeadlineState } from './deadline.js';
import { deadlinesAt } from './deadlines-at.js';

type Act = readonly [type: string, data: Readonly<Record<string, unknown>>];

/** One start of one clock, with its dates and what meets or cancels it (clock-states.yaml). */
interface Example {
  readonly clock: string;
  readonly given?: readonly Told[];
  readonly start: Told;
  readonly warnOn: CivilDate;
  readonly dueOn: CivilDate;
  readonly notBefore?: CivilDate;
  readonly act?: Act;
  /** The day of an act in time; without it the due date itself. */
  readonly actOn?: CivilDate;
  readonly cancel?: Act;
  /** States that the clock cannot have. */
  readonly never?: readonly DeadlineState[];
}

interface Row {
  readonly example: Example;
  readonly state: DeadlineState;
  readonly asOf: CivilDate;
  readonly more: readonly Told[];
}

const EXAMPLES = parse(readFileSync(new URL('clock-states.yaml', import.meta.url), 'utf8')) as readonly Example[];
const ALL = { enabled: new Set(RULE_BOOK.clocks.map(({ code }) => code)) };

const DUTY: readonly DeadlineState[] = ['running', 'warned', 'due', 'overdue', 'met-on-time', 'met-late', 'cancelled', 'too-early'];
const STATES: Readonly<Record<ClockType, readonly DeadlineState[]>> = {
  deadline: DUTY, limit: DUTY, recurring: DUTY, window: ['running', 'warned', 'ended', 'cancelled'], mark: ['running', 'warned', 'past', 'cancelled'],
};

function later(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

function act(example: Example, on: CivilDate): readonly Told[] {
  return example.act ? [[on, ...example.act]] : [];
}

/** How an example comes into a state: the day that is asked, and what has happened besides the start. */
function rowFor(example: Example, state: DeadlineState): Row {
  const { start: [startedOn], warnOn, dueOn, notBefore = dueOn, actOn = dueOn, cancel } = example;
  const cancelOn = dueOn > startedOn ? dayAfter(startedOn) : startedOn;
  const row = (asOf: CivilDate, more: readonly Told[] = []): Row => ({ example, state, asOf: later(asOf, startedOn), more });
  switch (state) {
    case 'running': return row(startedOn);
    case 'warned': return row(warnOn);
    case 'due': return row(dueOn);
    case 'overdue': return row(dayAfter(dueOn));
    case 'ended': return row(dayAfter(dueOn), act(example, startedOn));
    case 'past': return row(dayAfter(dueOn));
    case 'met-on-time': return row(actOn, act(example, actOn));
    case 'met-late': return row(dayAfter(dueOn), act(example, dayAfter(dueOn)));
    case 'cancelled': return row(cancelOn, cancel && [[cancelOn, ...cancel]]);
    case 'too-early': return row(minus(notBefore, 'P1D'), act(example, minus(notBefore, 'P1D')));
  }
}

const typeOf = (code: string): ClockType | undefined => RULE_BOOK.clocks.find((clock) => clock.code === code)?.type;

const ROWS: readonly Row[] = EXAMPLES.flatMap((example) => {
  const type = typeOf(example.clock);
  return type ? STATES[type].filter((state) => !example.never?.includes(state)).map((state) => rowFor(example, state)) : [];
});

function deadlineOf({ example, asOf, more }: Row): Deadline | undefined {
  const youth = youthWith([...(example.given ?? []), example.start, ...more], asOf);
  return deadlinesAt(RULE_BOOK, youth, ALL).find(({ scheme, startedOn }) => scheme === example.clock && startedOn === example.start[0]);
}

describe('the examples', () => {
  it('cover every clock once', () => {
    expect(EXAMPLES.map(({ clock }) => clock).sort()).toEqual(RULE_BOOK.clocks.map(({ code }) => code).sort());
  });

  it('cover every state that the type of a clock allows, save those that the clock cannot have', () => {
    const missing = RULE_BOOK.clocks.flatMap(({ code, type }) => STATES[type]
      .filter((state) => !ROWS.some((row) => row.example.clock === code && row.state === state) && !EXAMPLES.some(({ clock, never }) => clock === code && never?.includes(state)))
      .map((state) => `${code} ${state}`));
    expect(missing).toEqual([]);
  });

  it('hold data that the language accepts', () => {
    const told = EXAMPLES.flatMap(({ given = [], start, act: met, cancel }) => [
      ...[...given, start].map(([on, type, data]) => ({ on, type, data })),
      ...[met, cancel].flatMap((some) => (some ? [{ on: start[0], type: some[0], data: some[1] }] : [])),
    ]);
    const faults = told.flatMap(({ on, type: name, data }) => {
      const type = findEventType(name);
      return type ? findFaults(type, { occurredAt: on, ...data }).map(({ pointer, detail }) => `${name}${pointer} ${detail}`) : [`unknown ${name}`];
    });
    expect(faults).toEqual([]);
  });
});

describe('a clock', () => {
  it.each(ROWS.map((row) => [row.example.clock, row.state, row.asOf, row] as const))('%s is %s on %s', (_, state, __, row) => {
    const { state: seen, dueOn, warnOn } = deadlineOf(row) ?? {};
    expect({ seen, dueOn, warnOn }).toEqual({ seen: state, dueOn: row.example.dueOn, warnOn: row.example.warnOn });
  });

  it.each(EXAMPLES.map((example) => [example.clock, example] as const))('%s does not start on another event of its youth', (code, { given = [], start }) => {
    const asked = minus(start[0], 'P1D');
    expect(deadlinesAt(RULE_BOOK, youthWith([...given, start], asked), ALL).some(({ scheme, startedOn }) => scheme === code && startedOn >= start[0])).toBe(false);
  });
});
