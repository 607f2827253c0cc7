import { describe, expect, it } from '@jest/globals';
import { Newest } from './newest.js';

describe('the newest values', () => {
  const made: number[] = [];
  const make = (value: number) => () => {
    made.push(value);
    return value;
  };

  it('are made once as long as they are used, and again when they were not', () => {
    const newest = new Newest<number, number>(10);
    for (let value = 0; value < 100; value += 1) {
      newest.get(value, make(value));
      newest.get(0, make(0));
    }
    expect(made).toEqual(Array.from({ length: 100 }, (_, value) => value));
    newest.get(99, make(99));
    newest.get(1, make(1));
    expect(made.slice(100)).toEqual([1]);
  });

  it('are forgotten one by one and all together', () => {
    const newest = new Newest<string, object>(10);
    const first = newest.get('a', () => ({}));
    newest.delete('a');
    const second = newest.get('a', () => ({}));
    newest.clear();
    expect(new Set([first, second, newest.get('a', () => ({}))]).size).toBe(3);
  });
});
