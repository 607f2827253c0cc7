import { minus, plus, type CivilDate } from '@trajectboek/events';
import { isPeriod } from '../rule-book/dates.js';
import type { Tree } from '../rule-book/tree.js';
import { firstDateThatMovesPast } from './calendar.js';
import { compilePath, type Source } from './paths.js';
import type { Context, Predicate } from './predicate.js';
import { sayFact } from './sentences.js';
import type { Scope } from './scope.js';
import { not, type Truth } from './truth.js';
import { compileValue, type Shift, type Value } from './values.js';

export const ORDERS = ['lt', 'lte', 'gt', 'gte'] as const;
export type Order = (typeof ORDERS)[number];
export type Comparison = Order | 'eq' | 'ne';

interface Sides {
  readonly left: Value;
  readonly right: Value;
}

/** `{eq: [path, value]}` and its kind. */
export function compileComparison(comparison: Comparison, tree: Tree, scope: Scope): Predicate {
  const sides = readSides(tree, scope);
  const test = (context: Context): Truth => compareSides(comparison, sides, context);
  return leaf(sides.left, sides.right, test);
}

function readSides(tree: Tree, scope: Scope): Sides {
  const [left, right] = readPair(tree);
  return { left: left.isMapping() ? compileValue(left, scope) : compilePath(left, scope), right: compileValue(right, scope) };
}

function readPair(tree: Tree): readonly [Tree, Tree] {
  const [left, right, ...rest] = tree.items();
  if (left && right && rest.length === 0) return [left, right];
  tree.fault('is not a pair');
  return [tree, tree];
}

function leaf(source: Source, other: Source | undefined, test: Predicate['test']): Predicate {
  return {
    test,
    say: (context) => sayFact(source, context),
    missing: (context) => [source, ...(other ? [other] : [])].filter((side) => side.read(context) === undefined).map(({ path }) => path),
  };
}

function compareSides(comparison: Comparison, { left, right }: Sides, context: Context): Truth {
  const value = left.read(context);
  if (value === undefined) return 'unknown';
  if (right.moving) return typeof value === 'string' ? compareWithAsOf(comparison, value, { shift: right.moving, context }) : 'unknown';
  const other = right.read(context);
  return other === undefined ? 'unknown' : compareValues(comparison, value, other);
}

export function compareValues(comparison: Comparison, value: unknown, other: unknown): Truth {
  if (comparison === 'eq') return value === other;
  if (comparison === 'ne') return value !== other;
  const difference = differenceOf(value, other);
  return difference === undefined ? 'unknown' : ordered(comparison, difference);
}

function ordered(order: Order, difference: number): boolean {
  switch (order) {
    case 'lt': return difference < 0;
    case 'lte': return difference <= 0;
    case 'gt': return difference > 0;
    case 'gte': return difference >= 0;
  }
}

/** Two periods are compared by where they lead to from one day. */
const MEASURED_FROM = '2001-01-01';

function differenceOf(value: unknown, other: unknown): number | undefined {
  if (typeof value === 'number' && typeof other === 'number') return value - other;
  if (typeof value !== 'string' || typeof other !== 'string') return undefined;
  if (isPeriod(value) !== isPeriod(other)) return undefined;
  const [a, b] = isPeriod(value) ? [plus(MEASURED_FROM, value), plus(MEASURED_FROM, other)] : [value, other];
  return a < b ? -1 : Number(a > b);
}

/** A date beside one that moves with the evaluation date: asked in a way that notes when the answer turns. */
function compareWithAsOf(comparison: Comparison, date: CivilDate, { shift, context }: { readonly shift: Shift; readonly context: Context }): Truth {
  const by = shift.by(context);
  if (by === undefined) return 'unknown';
  const { asOf } = context.youth.history;
  const isPast = asOf.reached(firstDateThatMovesPast(date, { by, back: shift.back }));
  const isPastOrThere = isPast || asOf.reached(firstDateThatMovesPast(minus(date, 'P1D'), { by, back: shift.back }));
  switch (comparison) {
    case 'lt': return isPast;
    case 'lte': return isPastOrThere;
    case 'gt': return !isPastOrThere;
    case 'gte': return !isPast;
    case 'eq': return isPastOrThere && !isPast;
    case 'ne': return not(isPastOrThere && !isPast);
  }
}

/** `{in: [path, [a, b]]}`: on a list field, one of its items is in the list. */
export function compileIn(tree: Tree, scope: Scope): Predicate {
  const [left, right] = readPair(tree);
  const source = compilePath(left, scope);
  const allowed: ReadonlySet<unknown> = new Set(right.items().map(({ value }) => value));
  return leaf(source, undefined, (context) => {
    const value = source.read(context);
    if (value === undefined) return 'unknown';
    return Array.isArray(value) ? value.some((item: unknown) => allowed.has(item)) : allowed.has(value);
  });
}

/** `{contains: [path, value]}`: the list field holds the value. */
export function compileContains(tree: Tree, scope: Scope): Predicate {
  const [left, right] = readPair(tree);
  const source = compilePath(left, scope);
  return leaf(source, undefined, (context) => {
    const value = source.read(context);
    return Array.isArray(value) ? value.includes(right.value) : 'unknown';
  });
}

/** `{present: path}`: never unknown. */
export function compilePresence(tree: Tree, scope: Scope, expected: boolean): Predicate {
  const source = compilePath(tree, scope);
  return leaf(source, undefined, (context) => (source.read(context) !== undefined) === expected);
}
