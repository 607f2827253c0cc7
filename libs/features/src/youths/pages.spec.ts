import { describe, expect, it } from '@jest/globals';
import { InvalidCursorError } from '@trajectboek/view-store';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { Pages } from './pages.js';

const pages = new Pages({ of: (text) => createHash('sha256').update(text).digest('base64url').slice(0, 16) });

interface Item { readonly since: string | null; readonly trajectoryId: string; readonly key: string }
const identityOf = ({ since, trajectoryId, key }: Item): string => `${since} ${trajectoryId} ${key}`;
const items = fc.uniqueArray(fc.record({
  since: fc.constantFrom(null, '2021-03-01', '2021-03-02'), trajectoryId: fc.constantFrom('youth-1', 'youth-2'), key: fc.constantFrom('999990019', 'offer a', 'offer b', 'offer c', ''),
}), { selector: identityOf, maxLength: 20 });

const textOf = (cursor: string | null): string => Buffer.from(cursor ?? '', 'base64url').toString();

describe('pages of a list made while the reader waits', () => {
  it('are the whole list together, newest first, whatever their size', () => {
    fc.assert(fc.property(items, fc.integer({ min: 1, max: 5 }), (list, limit) => {
      const read: Item[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const page = pages.of(list, { limit, cursor });
        read.push(...page.items);
        cursor = page.next;
      }
      expect(read).toEqual(pages.of(list, { limit: 500 }).items);
      expect(read.map(identityOf).toSorted()).toEqual(list.map(identityOf).toSorted());
      expect(read.map(({ since }) => since ?? '')).toEqual(read.map(({ since }) => since ?? '').toSorted().toReversed());
    }));
  });

  it('go on after an item that is gone, and pass no item twice when others came before it', () => {
    fc.assert(fc.property(items.filter((list) => list.length > 2), fc.integer({ min: 1, max: 2 }), (list, limit) => {
      const whole = pages.of(list, { limit: 500 }).items;
      const { items: first, next } = pages.of(list, { limit });
      const without = list.filter((item) => item !== first.at(-1));
      const earlier = { since: '2021-03-03', trajectoryId: 'youth-3', key: 'new' };
      expect(pages.of([earlier, ...without], { limit: 500, cursor: next ?? undefined }).items).toEqual(whole.slice(limit));
    }));
  });

  it('name the last item without its key, which a sender can have chosen', () => {
    const list = ['999990019', '999990020'].map((key) => ({ since: '2021-03-01', trajectoryId: 'youth-1', key }));
    const text = textOf(pages.of(list, { limit: 1 }).next);
    expect(text).toContain('youth-1');
    for (const { key } of list) expect(text).not.toContain(key);
  });

  it.each(['', 'x', 'WyJhIl0', Buffer.from('[1,2,3]').toString('base64url')])('do not begin after a cursor that nobody gave: %s', (cursor) => {
    expect(() => pages.of([], { cursor })).toThrow(InvalidCursorError);
  });
});
