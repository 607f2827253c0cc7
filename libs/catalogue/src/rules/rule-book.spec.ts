import { expect, it } from '@jest/globals';
import { loadRuleBook } from './rule-book.js';

it('reads clocks and definitions as data, once', () => {
  const book = loadRuleBook();
  expect(book.clocks).toContainEqual(expect.objectContaining({ code: 'transition-gap' }));
  expect(book.definitions).toContainEqual(expect.objectContaining({ code: 'rmc-monthly' }));
  expect(loadRuleBook()).toBe(book);
});
