import type { Scope } from '../predicates/scope.js';
import { compilePeriod, compileValue, type Value } from '../predicates/values.js';
import type { Tree } from '../rule-book/tree.js';
import type { Due } from './clock.js';

const FORMS = {
  after: ['after', 'notBefore'], at: ['at'], before: ['before'], birthday: ['birthday', 'plus'], every: ['every', 'until'],
} as const;
type Form = keyof typeof FORMS;

const isForm = (key: string): key is Form => Object.hasOwn(FORMS, key);

/** `due`: after a period, at a date, before a date, on a birthday, or every period. */
export function readDue(tree: Tree, scope: Scope): Due {
  const form = tree.keys().find(isForm);
  if (!form) {
    tree.fault(`needs one of ${Object.keys(FORMS).join(', ')}`);
    return { kind: 'after', after: () => undefined, notBefore: undefined };
  }
  tree.allowOnly(FORMS[form]);
  return readForm(form, tree, scope);
}

function readForm(form: Form, tree: Tree, scope: Scope): Due {
  const optional = (key: string) => (tree.has(key) ? compilePeriod(tree.at(key), scope) : undefined);
  switch (form) {
    case 'after': return { kind: 'after', after: compilePeriod(tree.at('after'), scope), notBefore: optional('notBefore') };
    case 'at': return { kind: 'at', at: readDateValue(tree.at('at'), scope) };
    case 'before': return { kind: 'before', before: readDateValue(tree.at('before'), scope) };
    case 'birthday': return { kind: 'birthday', age: tree.at('birthday').wholeNumber(), plus: optional('plus') ?? (() => 'P0D') };
    case 'every': return { kind: 'every', every: compilePeriod(tree.at('every'), scope), until: optional('until') };
  }
}

function readDateValue(tree: Tree, scope: Scope): Value {
  if (!tree.isMapping()) tree.fault('is not a date that is counted from the start');
  return compileValue(tree, scope);
}
