import type { Tree } from '../rule-book/tree.js';
import { compileComparison, compileContains, compileIn, compilePresence } from './comparisons.js';
import { and, negation, or } from './connectives.js';
import { compileCount, compileEvent, compileFollowed, compileSince, compileSum } from './event-operators.js';
import { compileAge, compileAt, compileHas, compileIs, compileSame, compileUnknown } from './person-operators.js';
import type { Predicate } from './predicate.js';
import { DEEPEST, deeper, type Scope } from './scope.js';

type Compile = (tree: Tree, scope: Scope) => Predicate;

/** Every operator of the rules (schemes.yaml, meta.operators). */
export const OPERATORS: Readonly<Record<string, Compile>> = {
  eq: (tree, scope) => compileComparison('eq', tree, scope),
  ne: (tree, scope) => compileComparison('ne', tree, scope),
  lt: (tree, scope) => compileComparison('lt', tree, scope),
  lte: (tree, scope) => compileComparison('lte', tree, scope),
  gt: (tree, scope) => compileComparison('gt', tree, scope),
  gte: (tree, scope) => compileComparison('gte', tree, scope),
  in: compileIn,
  contains: compileContains,
  present: (tree, scope) => compilePresence(tree, scope, true),
  absent: (tree, scope) => compilePresence(tree, scope, false),
  and: (tree, scope) => and(compileAll(tree, scope)),
  or: (tree, scope) => or(compileAll(tree, scope)),
  not: (tree, scope) => negation(compilePredicate(tree, deeper(scope))),
  age: compileAge,
  has: compileHas,
  event: compileEvent,
  since: compileSince,
  followed: compileFollowed,
  count: compileCount,
  sum: compileSum,
  same: compileSame,
  is: compileIs,
  at: compileAt,
  unknown: compileUnknown,
};

const UNREADABLE: Predicate = { test: () => 'unknown', say: () => [], missing: () => [] };

/** Compiles `{operator: operand}`; notes what is wrong in the tree's faults. */
export function compilePredicate(tree: Tree, scope: Scope): Predicate {
  const [operator = '', ...others] = tree.keys();
  if (!tree.isMapping() || others.length > 0) {
    tree.fault('is not one operator with its operand');
    return UNREADABLE;
  }
  if (scope.depth > DEEPEST) {
    tree.fault(`lies deeper than ${DEEPEST} levels`);
    return UNREADABLE;
  }
  const compile = Object.hasOwn(OPERATORS, operator) ? OPERATORS[operator] : undefined;
  if (!compile) {
    tree.fault(`unknown operator "${operator}"`);
    return UNREADABLE;
  }
  return compile(tree.at(operator), scope);
}

function compileAll(tree: Tree, scope: Scope): readonly Predicate[] {
  return tree.items().map((item) => compilePredicate(item, deeper(scope)));
}
