import { describe, expect, it } from '@jest/globals';
import type { EventId } from '@trajectboek/events';
import { KnownEvents } from './known-events.js';

const [A, B, C, D] = ['a', 'b', 'c', 'd'] as EventId[] as [EventId, EventId, EventId, EventId];

describe('the known events of a stream', () => {
  it('are none at first, and then those that were added', () => {
    const known = KnownEvents.none().with(A, 'ContactMade').with(B, undefined);
    expect([A, B, C].map((id) => known.has(id))).toEqual([true, true, false]);
    expect([A, B, C].map((id) => known.typeOf(id))).toEqual(['ContactMade', undefined, undefined]);
    expect(KnownEvents.none().has(A)).toBe(false);
  });

  it('of before an event do not have it', () => {
    const before = KnownEvents.none().with(A, 'ContactMade');
    before.with(B, 'ContactMade');
    expect([before.has(A), before.has(B)]).toEqual([true, false]);
  });

  it('do not have what was judged but never recorded, also when others were recorded in its place', () => {
    const start = KnownEvents.none().with(A, 'ContactMade');
    start.with(B, 'JobLost').with(C, 'JobLost').with(D, 'JobLost');
    const recorded = start.with(C, 'ContactMade');
    expect([A, B, C, D].map((id) => recorded.has(id))).toEqual([true, false, true, false]);
    const further = recorded.with(B, 'ContactMade').with(A, 'ContactMade');
    expect([A, B, C, D].map((id) => further.has(id))).toEqual([true, true, true, false]);
  });

  it('of fifty thousand take no longer than a moment', () => {
    const startedMs = performance.now();
    let known = KnownEvents.none();
    for (let nth = 0; nth < 50_000; nth += 1) known = known.with(String(nth) as EventId, 'ContactMade');
    expect(known.has('49999' as EventId)).toBe(true);
    expect(performance.now() - startedMs).toBeLessThan(2_000);
  });
});
