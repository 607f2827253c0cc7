import { plus, type EventName, type Period, type RecordedEvent } from '@trajectboek/events';
import type { Tree } from '../rule-book/tree.js';
import { compareValues, ORDERS, type Comparison } from './comparisons.js';
import { readEventTests, readWhen, testEvent, testEvents, type EventTest } from './event-test.js';
import { compilePath, type Source } from './paths.js';
import type { Context, Predicate } from './predicate.js';
import { readEventName, testing, type Scope } from './scope.js';
import { sayCount, sayEvent, sayFollowed } from './sentences.js';
import { anyOf, type Truth } from './truth.js';
import { compileAmount, compilePeriod } from './values.js';

const NOTHING: Predicate = { test: () => 'unknown', say: () => [], missing: () => [] };

/** The events that an operator looks at: of one type, meeting a condition, within a period up to the evaluation date. */
interface Search {
  readonly type: EventName;
  readonly test: Pick<EventTest, 'type' | 'when'>;
  readonly within: ((context: Context) => Period | undefined) | undefined;
}

const BOUNDS = [...ORDERS, 'eq'] as const;

function readSearch(tree: Tree, scope: Scope, more: readonly string[]): Search | undefined {
  tree.allowOnly(['type', 'when', 'within', ...more]);
  const type = readEventName(tree.at('type'));
  if (!type) return undefined;
  const within = tree.has('within') ? compilePeriod(tree.at('within'), scope) : undefined;
  return { type, test: { type, when: readWhen(tree, scope, type) }, within };
}

/** `all` tells the type of what it finds only for a name that is written out; an event of any type is one of the union. */
function eventsOf(type: EventName, { youth }: Context): readonly RecordedEvent[] {
  return youth.history.all(type) as readonly RecordedEvent[];
}

/** Oldest first. The day on which an event gets too old is noted. */
function candidates({ type, within }: Search, context: Context): readonly RecordedEvent[] {
  const { asOf } = context.youth.history;
  const events = eventsOf(type, context);
  const period = within?.(context);
  return period === undefined ? events : events.filter((event) => !asOf.passed(plus(event.occurredOn, period)));
}

function newest(search: Search, context: Context): RecordedEvent | undefined {
  return candidates(search, context).findLast((event) => testEvent(search.test, event, context) === true);
}

function missingIn(search: Search, context: Context): readonly string[] {
  return candidates(search, context).flatMap((event) => search.test.when?.missing({ ...context, event }) ?? []);
}

/** `{event: {type: X, when: p, within: P1Y}}`: such an event exists on or before the evaluation date. */
export function compileEvent(tree: Tree, scope: Scope): Predicate {
  const search = readSearch(tree, scope, []);
  if (!search) return NOTHING;
  return {
    test: (context) => anyOf(candidates(search, context), (event) => testEvent(search.test, event, context)),
    say: (context) => sayEvent(search.type, newest(search, context)),
    missing: (context) => missingIn(search, context),
  };
}

/** `{since: {type: X, when: p, lte: P90D}}`: time since the newest such event; false when there is none. */
export function compileSince(tree: Tree, scope: Scope): Predicate {
  const search = readSearch(tree, scope, ORDERS);
  const bounds = readBounds(tree, scope, ORDERS);
  if (!search) return NOTHING;
  const holds = (event: RecordedEvent, context: Context): Truth => bounds.every(({ comparison, amount }) => isSoLongAgo(event, { comparison, period: amount.read(context) }, context));
  const test = (context: Context): Truth => agreed(newestFirst(search, context).map((event) => (event ? holds(event, context) : false)));
  return { test, say: (context) => sayEvent(search.type, newest(search, context)), missing: (context) => missingIn(search, context) };
}

/** The events that may be the newest one that counts: the unknown ones, up to the first sure one; undefined = none. */
function newestFirst(search: Search, context: Context): readonly (RecordedEvent | undefined)[] {
  const possible: (RecordedEvent | undefined)[] = [];
  for (const event of candidates(search, context).toReversed()) {
    const counts = testEvent(search.test, event, context);
    if (counts !== false) possible.push(event);
    if (counts === true) return possible;
  }
  return [...possible, undefined];
}

/** Sure only when every event that may be the newest gives the same answer. */
function agreed(answers: readonly Truth[]): Truth {
  return answers.every((answer) => answer === answers[0]) ? answers[0] ?? false : 'unknown';
}

function isSoLongAgo({ occurredOn }: RecordedEvent, { comparison, period }: { readonly comparison: Comparison; readonly period: unknown }, { youth }: Context): boolean {
  const { asOf } = youth.history;
  const date = plus(occurredOn, String(period));
  switch (comparison) {
    case 'lt': return !asOf.reached(date);
    case 'lte': return !asOf.passed(date);
    case 'gt': return asOf.passed(date);
    default: return asOf.reached(date);
  }
}

/** `{followed: {type: X, when: p, by: [{event: Y}], within: P28D}}`: after the newest X came at least one of `by`. */
export function compileFollowed(tree: Tree, scope: Scope): Predicate {
  const search = readSearch(tree, scope, ['by']);
  const by = readEventTests(tree.at('by'), scope);
  if (!search) return NOTHING;
  const first: Search = { ...search, within: undefined };
  const follows = (event: RecordedEvent, context: Context): readonly RecordedEvent[] => followersOf(event, { context, period: search.within?.(context) });
  const test = (context: Context): Truth => agreed(newestFirst(first, context).map((event) =>
    (event ? anyOf(follows(event, context), (candidate) => testEvents(by, candidate, context)) : false)));
  const follower = (context: Context, event: RecordedEvent): RecordedEvent | undefined =>
    follows(event, context).find((candidate) => testEvents(by, candidate, context) === true);
  return { test, say: (context) => sayFollowed(search.type, newest(first, context), (event) => follower(context, event)), missing: (context) => missingIn(first, context) };
}

function followersOf(event: RecordedEvent, { context, period }: { readonly context: Context; readonly period: Period | undefined }): readonly RecordedEvent[] {
  const { events } = context.youth.history;
  const later = events.slice(events.indexOf(event) + 1);
  if (period === undefined) return later;
  const last = plus(event.occurredOn, period);
  return later.filter(({ occurredOn }) => occurredOn <= last);
}

interface Bound {
  readonly comparison: Comparison;
  readonly amount: Source;
}

function readBounds(tree: Tree, scope: Scope, comparisons: readonly Comparison[]): readonly Bound[] {
  const bounds = comparisons.filter((comparison) => tree.has(comparison)).map((comparison) => ({ comparison, amount: compileAmount(tree.at(comparison), scope) }));
  if (bounds.length === 0) tree.fault(`needs one of ${comparisons.join(', ')}`);
  return bounds;
}

/** `{count: {type: X, when: p, within: P12M, gte: 2}}`: number of such events. */
export function compileCount(tree: Tree, scope: Scope): Predicate {
  return compileTotal(tree, { scope, keys: [...BOUNDS], field: undefined });
}

/** `{sum: {type: X, field: data.hours, …, gte: 16}}`. School weeks count as calendar weeks: no holidays are known. */
export function compileSum(tree: Tree, scope: Scope): Predicate {
  const type = readEventName(tree.at('type'));
  const field = compilePath(tree.at('field'), testing(scope, type ? [type] : []));
  return compileTotal(tree, { scope, keys: [...BOUNDS, 'field', 'counting'], field });
}

interface Total {
  readonly scope: Scope;
  readonly keys: readonly string[];
  /** What is added up; without it every event counts for one. */
  readonly field: Source | undefined;
}

/** What is unknown may still add to a total but never takes away: the answer is sure when both ends agree. */
function compileTotal(tree: Tree, { scope, keys, field }: Total): Predicate {
  const search = readSearch(tree, scope, keys);
  const bounds = readBounds(tree, scope, BOUNDS);
  if (!search) return NOTHING;
  const totals = (context: Context): readonly [number, number] => {
    let [least, most] = [0, 0];
    for (const { isSure, weight } of weighed(search, field, context)) {
      if (isSure) least += weight ?? 0;
      most += weight ?? Infinity;
    }
    return [least, most];
  };
  const test = (context: Context): Truth => {
    const [atLeast, atMost] = totals(context).map((total) => bounds.every(({ comparison, amount }) => compareValues(comparison, total, amount.read(context)) === true));
    return atLeast === atMost ? atLeast ?? false : 'unknown';
  };
  return { test, say: (context) => sayCount(search.type, totals(context)[0]), missing: (context) => [...missingIn(search, context), ...missingWeights(search, field, context)] };
}

interface Weighed {
  readonly isSure: boolean;
  /** Undefined when the event does not tell it. */
  readonly weight: number | undefined;
}

/** The events that count, or may count, with what they count for. */
function weighed(search: Search, field: Source | undefined, context: Context): readonly Weighed[] {
  return candidates(search, context).flatMap((event) => {
    const counts = testEvent(search.test, event, context);
    const weight = field ? field.read({ ...context, event }) : 1;
    return counts === false ? [] : [{ isSure: counts === true, weight: typeof weight === 'number' ? weight : undefined }];
  });
}

function missingWeights(search: Search, field: Source | undefined, context: Context): readonly string[] {
  return field && weighed(search, field, context).some(({ weight }) => weight === undefined) ? [field.path] : [];
}
