import { describe, expect, it } from '@jest/globals';
import { RuleBookError, Tree } from './tree.js';

/** What a reader makes of a value, and the faults that it noted. */
function reading(value: unknown, read: (tree: Tree) => unknown): { readonly result: unknown; readonly faults: readonly string[] } {
  const faults: string[] = [];
  return { result: read(new Tree(value, 'here', faults)), faults };
}

describe('a place in the rule document', () => {
  it.each<[string, unknown, (tree: Tree) => unknown, unknown, readonly string[]]>([
    ['a text', 'a', (tree) => tree.text(), 'a', []],
    ['an empty text', '', (tree) => tree.text(), '', []],
    ['a number as text', 3, (tree) => tree.text(), '', ['here: is not a text']],
    ['a text or else', 'a', (tree) => tree.textOr(null), 'a', []],
    ['nothing, or else', undefined, (tree) => tree.textOr(null), null, []],
    ['null, or else', null, (tree) => tree.textOr('x'), 'x', []],
    ['a number, or else', 3, (tree) => tree.textOr(null), '', ['here: is not a text']],
    ['texts', ['a', 'b'], (tree) => tree.texts(), ['a', 'b'], []],
    ['texts with a number', ['a', 3], (tree) => tree.texts(), ['a', ''], ['here[1]: is not a text']],
    ['texts that are no list', 'a', (tree) => tree.texts(), [], ['here: is not a list']],
    ['a whole number', 3, (tree) => tree.wholeNumber(), 3, []],
    ['half a number', 3.5, (tree) => tree.wholeNumber(), 0, ['here: is not a whole number']],
    ['a number in words', '3', (tree) => tree.wholeNumber(), 0, ['here: is not a whole number']],
    ['a flag that is false', false, (tree) => tree.flagOr(true), false, []],
    ['a flag that is true', true, (tree) => tree.flagOr(false), true, []],
    ['no flag', undefined, (tree) => tree.flagOr(true), true, []],
    ['null as flag', null, (tree) => tree.flagOr(true), true, []],
    ['a word as flag', 'no', (tree) => tree.flagOr(true), true, ['here: is not true or false']],
    ['one of some words', 'b', (tree) => tree.oneOf(['a', 'b']), 'b', []],
    ['another word', 'c', (tree) => tree.oneOf(['a', 'b']), 'a', ['here: is not one of a, b']],
    ['entries', { a: 1, b: 2 }, (tree) => tree.entries().map(([key, { value, path }]) => [key, value, path]), [['a', 1, 'here.a'], ['b', 2, 'here.b']], []],
    ['entries of a list', ['a'], (tree) => tree.entries(), [], ['here: is not a mapping']],
    ['entries of nothing', null, (tree) => tree.entries(), [], ['here: is not a mapping']],
    ['keys of a list', ['a'], (tree) => tree.keys(), [], []],
    ['keys that are allowed', { a: 1, b: 2 }, (tree) => tree.allowOnly(['a', 'b', 'c']), undefined, []],
    ['keys that are not allowed', { a: 1, x: 2, y: 3 }, (tree) => tree.allowOnly(['a']), undefined, ['here: unknown key "x"', 'here: unknown key "y"']],
    ['one in place of a list', { a: 1 }, (tree) => tree.oneOrMore().map(({ path }) => path), ['here'], []],
    ['a list in place of one', [{ a: 1 }, { a: 2 }], (tree) => tree.oneOrMore().map(({ path }) => path), ['here[0]', 'here[1]'], []],
    ['items by their code', [{ code: 'c' }, { set: 's' }, { code: 3 }, 'text', null], (tree) => tree.items().map(({ path }) => path), ['here[c]', 'here[s]', 'here[2]', 'here[3]', 'here[4]'], []],
    ['another value at the same place', 'a', (tree) => [tree.with('b').value, tree.with('b').path], ['b', 'here'], []],
  ])('reads %s', (_, value, read, result, faults) => {
    expect(reading(value, read)).toEqual({ result, faults });
  });

  it.each<[unknown, readonly boolean[]]>([[{ a: 1 }, [true, false, false]], [{ a: null, b: false, c: 0 }, [false, true, true]], [['a'], [false, false, false]], ['a', [false, false, false]]])('of %j tells what is there', (value, expected) => {
    const tree = new Tree(value, 'here', []);
    expect(['a', 'b', 'c'].map((key) => tree.has(key))).toEqual(expected);
  });

  it('is a mapping or not', () => {
    expect([{}, [], null, undefined, 'a', 3].map((value) => new Tree(value, '', []).isMapping())).toEqual([true, false, false, false, false, false]);
  });

  it('has a path from the root on, and its faults are told there', () => {
    const root = new Tree({ a: { b: 'c' } }, '', []);
    const place = root.at('a').at('b');
    place.fault('is wrong');
    expect([place.path, place.value, root.faults, root.at('x').at('y').value]).toEqual(['a.b', 'c', ['a.b: is wrong'], undefined]);
  });
});

describe('the faults of a rule document', () => {
  it('are told with their number and all at once', () => {
    const error = new RuleBookError(['a: is wrong', 'b: is wrong']);
    expect([error.message, error.faults]).toEqual(['the rule book has 2 fault(s): a: is wrong; b: is wrong', ['a: is wrong', 'b: is wrong']]);
  });
});
