import { beforeAll, describe, expect, it } from '@jest/globals';
import { lintTexts } from './lint-texts.js';

interface Case {
  readonly what: string;
  readonly rule: string;
  /** Default: a file of running code. */
  readonly file?: string;
  readonly wrong: string;
  /** The nearest text that is good. */
  readonly right: string;
}

const CODE = 'libs/ledger/src/turns.ts';
const SPEC = 'libs/events/src/upcasting/upcaster.spec.ts';

function lines(count: number): string {
  return Array.from({ length: count }, (_, index) => `export const n${index} = ${index};\n`).join('');
}

/** A function of `count` lines, its head and end counted. */
function functionOf(count: number): string {
  return `export function long(n: number): number {\n${'  n += 1;\n'.repeat(count - 3)}  return n;\n}\n`;
}

const SWITCH = (extra: string): string =>
  `type Kind = 'a' | 'b';\nexport function f(kind: Kind): number {\n  switch (kind) {\n    case 'a': return 1;\n${extra}  }\n${extra === '' ? '  return 0;\n' : ''}}\n`;

const CASES: readonly Case[] = [
  { what: 'any', rule: '@typescript-eslint/no-explicit-any', wrong: 'export const a: any = 1;', right: 'export const a: unknown = 1;' },
  {
    what: 'the non-null assertion', rule: '@typescript-eslint/no-non-null-assertion',
    wrong: 'export const f = (a?: string): number => a!.length;', right: 'export const f = (a?: string): number => a?.length ?? 0;',
  },
  { what: 'a default export', rule: 'no-restricted-syntax', wrong: 'export default 1;', right: 'export const one = 1;' },
  {
    what: 'a fourth parameter of a function', rule: 'no-restricted-syntax',
    wrong: 'export function f(a: 1, b: 1, c: 1, d: 1): number { return a + b + c + d; }', right: 'export function f(a: 1, b: 1, c: 1): number { return a + b + c; }',
  },
  {
    what: 'a fourth parameter of an arrow', rule: 'no-restricted-syntax',
    wrong: 'export const f = (a: 1, b: 1, c: 1, d: 1): number => a + b + c + d;', right: 'export const f = (a: 1, b: 1, c: 1): number => a + b + c;',
  },
  {
    what: 'a fourth parameter of a method', rule: 'no-restricted-syntax',
    wrong: 'export class A { f(a: 1, b: 1, c: 1, d: 1): number { return a + b + c + d; } }', right: 'export class A { constructor(readonly a: 1, readonly b: 1, readonly c: 1, readonly d: 1) {} }',
  },
  { what: 'a file of more than 200 lines', rule: 'max-lines', wrong: lines(201), right: lines(200) },
  { what: 'a spec of more than 300 lines', rule: 'max-lines', file: SPEC, wrong: lines(301), right: lines(300) },
  { what: 'a function of more than 30 lines', rule: 'max-lines-per-function', wrong: functionOf(31), right: functionOf(30) },
  { what: 'a switch that forgets a case', rule: '@typescript-eslint/switch-exhaustiveness-check', wrong: SWITCH(''), right: SWITCH("    case 'b': return 2;\n") },
  {
    what: 'a promise that nobody waits for', rule: '@typescript-eslint/no-floating-promises',
    wrong: 'export function f(): void { Promise.resolve(); }', right: 'export async function f(): Promise<void> { await Promise.resolve(); }',
  },
  {
    what: 'a fourth parameter of a helper in a spec', rule: 'no-restricted-syntax', file: SPEC,
    wrong: 'export const f = (a: 1, b: 1, c: 1, d: 1): number => a + b + c + d;', right: "it.each([[1, 1, 1, 1]])('adds', (a, b, c, d) => { expect(a + b + c + d).toBe(4); });",
  },
];

describe('the linter', () => {
  let rules: readonly (readonly (string | null)[])[] = [];

  beforeAll(() => {
    const texts = CASES.flatMap(({ file = CODE, wrong, right }) => [{ file, text: wrong }, { file, text: right }]);
    rules = lintTexts(texts, { withTypes: true }).map((messages) => messages.map(({ ruleId }) => ruleId));
  }, 120_000);

  it.each(CASES)('refuses $what', (one) => {
    const at = 2 * CASES.indexOf(one);
    expect(rules[at]).toContain(one.rule);
    expect(rules[at + 1]).toEqual([]);
  });
});
