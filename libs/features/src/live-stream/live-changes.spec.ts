import { describe, expect, it } from '@jest/globals';
import type { Clock, LedgerStorePort, RequestAccess } from '@trajectboek/api';
import type { Histories } from '../youths/histories.js';
import { LiveChanges } from './live-changes.js';
import { LiveFeed } from './live-feed.js';
import type { LivePulse } from './live-pulse.js';
import { placeOf } from './stream-place.js';
import { subscriptionTo } from './stream.query.js';
import type { YouthSides } from './youth-sides.js';

const NOW = '2030-01-01T12:00:00.000Z';
const EDITION = '2030-01-01/1';
const ACCESS = { caller: { role: 'auditor', organisation: 'urn:nld:oin:00000099000000000000', validUntilMs: Date.parse(NOW) + 60_000 } } as unknown as RequestAccess;

/** A ledger of twelve events, of which the views have ten. */
function changes(): LiveChanges {
  const ledger = { head: () => Promise.resolve({ position: 12 }), readAll: () => Promise.resolve([]) } as unknown as LedgerStorePort;
  const pulse = { now: { reached: 10, edition: EDITION }, ended: false, join: () => Promise.resolve(() => undefined) } as unknown as LivePulse;
  return new LiveChanges(new LiveFeed(ledger, {} as unknown as Histories, {} as unknown as YouthSides), pulse, { now: () => NOW } as unknown as Clock);
}

async function firstOf(lastId: string | undefined, count: number): Promise<readonly string[]> {
  const stream = changes().open(ACCESS, subscriptionTo({}), placeOf(lastId));
  const heard: string[] = [];
  for await (const chunk of stream) {
    heard.push(String(chunk));
    if (heard.length === count) break;
  }
  return heard;
}

describe('a listener who comes back', () => {
  it('goes on where it was, also at a position of a receipt that the views have not reached', async () => {
    expect(await firstOf('8', 1)).toEqual([`retry: 2000\nid: 8.2@${EDITION}\n\n`]);
    expect(await firstOf('12', 1)).toEqual([`retry: 2000\nid: 12.2@${EDITION}\n\n`]);
  });

  it('with an id that lies beyond the ledger is told to ask again, and goes on from now', async () => {
    const [hello, reset] = await firstOf(`13.2@${EDITION}`, 2);
    expect(hello).toBe(`retry: 2000\nid: 10.2@${EDITION}\n\n`);
    expect(reset).toContain('event: reset');
    expect(reset).toContain('"reason":"other-ledger"');
  });

  it('without an id begins at now', async () => {
    expect(await firstOf(undefined, 1)).toEqual([`retry: 2000\nid: 10.2@${EDITION}\n\n`]);
  });
});
