import { compilePredicate } from '../predicates/compile.js';
import type { Scope } from '../predicates/scope.js';
import { readValidity } from '../rule-book/dates.js';
import type { Tree } from '../rule-book/tree.js';
import { CONFIDENCES, SUBJECTS_OF_DEFINITIONS, type Definition } from './definition.js';

const KEYS = ['code', 'nl', 'rule', 'about', 'when', 'municipality', 'cause', 'validFrom', 'validUntil', 'source', 'confidence', 'note'];

/** Reads the definitions into the map that the scope shares, so that one may name a later one. */
export function readDefinitions(tree: Tree, scope: Scope, into: Map<string, Definition>): void {
  for (const item of tree.items()) {
    const definition = readDefinition(item, scope);
    if (into.has(definition.code)) item.fault('has a code that is there already');
    into.set(definition.code, definition);
  }
  refuseCircles(tree);
}

function readDefinition(tree: Tree, scope: Scope): Definition {
  tree.allowOnly(KEYS);
  return {
    code: tree.at('code').text(),
    label: tree.at('nl').text(),
    about: tree.at('about').oneOf(SUBJECTS_OF_DEFINITIONS),
    when: compilePredicate(tree.at('when'), scope),
    municipalities: tree.has('municipality') ? new Set(tree.at('municipality').texts()) : null,
    source: tree.at('source').texts(),
    confidence: tree.at('confidence').oneOf(CONFIDENCES),
    ...readValidity(tree),
  };
}

/** A definition that needs itself would never have an answer. */
function refuseCircles(tree: Tree): void {
  const needs = new Map(tree.items().map((item) => [item.at('code').value, namesIn(item.at('when').value)]));
  for (const item of tree.items()) {
    const reached = new Set<unknown>();
    const todo: unknown[] = [...(needs.get(item.at('code').value) ?? [])];
    for (let name = todo.pop(); name !== undefined; name = todo.pop()) {
      if (reached.has(name)) continue;
      reached.add(name);
      todo.push(...(needs.get(name) ?? []));
    }
    if (reached.has(item.at('code').value)) item.fault('is defined by itself');
  }
}

function namesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => (key === 'is' ? [inner] : namesIn(inner)));
}
