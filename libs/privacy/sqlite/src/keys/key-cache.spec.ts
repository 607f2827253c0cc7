import { describe, expect, it } from '@jest/globals';
import type { TrajectoryId } from '@trajectboek/events';
import type { KeyScope } from '@trajectboek/privacy';
import { KeyCache } from './key-cache.js';

function scopeOf(youth: number): KeyScope {
  return { trajectoryId: `youth-${youth}` as TrajectoryId, controller: 'c', dataClass: 'path', retention: 'standard' };
}

function cacheOf(limit: number, youths: number): KeyCache {
  const cache = new KeyCache(limit);
  for (let youth = 0; youth < youths; youth += 1) cache.put(scopeOf(youth), { keyId: `key-${youth}`, key: new Uint8Array(32).fill(youth) });
  return cache;
}

describe('Keys in memory', () => {
  it('are never more than the limit', () => {
    const cache = cacheOf(10, 100);
    expect(cache.size).toBeLessThanOrEqual(10);
    expect(cache.ofId('key-89')).toBeUndefined();
    expect(cache.ofScope(scopeOf(89))).toBeUndefined();
    expect(cache.ofScope(scopeOf(99))?.keyId).toBe('key-99');
  });

  it('stay while they are used, in whichever way they are found', () => {
    const cache = cacheOf(10, 2);
    for (let youth = 2; youth < 100; youth += 1) {
      cache.put(scopeOf(youth), { keyId: `key-${youth}`, key: new Uint8Array(32) });
      cache.ofId('key-0');
      cache.ofScope(scopeOf(1));
    }
    expect([cache.ofId('key-0'), cache.ofScope(scopeOf(1))?.keyId, cache.ofId('key-50')]).toEqual([new Uint8Array(32), 'key-1', undefined]);
  });

  it('are gone when dropped, whether they were used lately or not', () => {
    for (let youth = 0; youth < 10; youth += 1) {
      const cache = cacheOf(10, 10);
      cache.ofId('key-3');
      cache.drop(`key-${youth}`);
      expect([cache.ofId(`key-${youth}`), cache.ofScope(scopeOf(youth))]).toEqual([undefined, undefined]);
    }
  });

  it('are gone in both ways when one is dropped, and all when cleared', () => {
    const cache = cacheOf(3, 2);
    cache.drop('key-0');
    expect([cache.ofId('key-0'), cache.ofScope(scopeOf(0))]).toEqual([undefined, undefined]);
    expect(cache.ofId('key-1')).toEqual(new Uint8Array(32).fill(1));
    cache.clear();
    expect([cache.size, cache.ofScope(scopeOf(1))]).toEqual([0, undefined]);
  });

  it('are none when the limit is none', () => {
    expect(cacheOf(0, 5).size).toBe(0);
  });
});
