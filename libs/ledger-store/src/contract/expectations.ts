import assert from 'node:assert/strict';
import type { AppendOutcome, AppendRequest, LedgerStore, StoredEvent } from '../port.js';
import { trajectoryOf } from './builders.js';

/** Appends what must be recorded, and gives what was. */
export async function appended(store: LedgerStore, ...requests: readonly AppendRequest[]): Promise<readonly StoredEvent[]> {
  return storedOf(await store.append(requests), requests);
}

export function storedOf(outcome: AppendOutcome, requests: readonly AppendRequest[]): readonly StoredEvent[] {
  assert.equal(outcome.status, 'appended');
  assert.deepEqual(outcome.stored.map(idOf), requests.flatMap(({ events }) => events.map(({ envelope }) => envelope.eventId)));
  return outcome.stored;
}

/** The same events in the same order, whatever kind of byte array holds them. */
export function assertSameEvents(actual: readonly StoredEvent[], expected: readonly StoredEvent[]): void {
  assert.deepEqual(actual.map(plain), expected.map(plain));
}

export async function idsOfStream(store: LedgerStore, youth: number): Promise<readonly string[]> {
  return (await store.readStream(trajectoryOf(youth))).map(idOf);
}

export function idOf({ envelope }: StoredEvent): string {
  return envelope.eventId;
}

/** All events, read in pages. */
export async function readWhole(store: LedgerStore, page = 100): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for (let after = 0; ; ) {
    const read = await store.readAll(after, page);
    const last = read.at(-1);
    if (last === undefined) return events;
    assert.ok(last.position > after, 'a page lies after its cursor');
    assert.ok(read.length <= page, 'a page is no longer than its limit');
    events.push(...read);
    after = last.position;
  }
}

/** Waits for what must become true within ten seconds. */
export async function eventually(what: string, isTrue: () => boolean): Promise<void> {
  for (let waited = 0; !isTrue(); waited += 5) {
    assert.ok(waited < 10_000, `${what} within ten seconds`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function plain({ parts, leafHash, chainHash, ...rest }: StoredEvent): unknown {
  return { ...rest, parts: parts.map(({ iv, ciphertext, ...part }) => ({ ...part, iv: hex(iv), ciphertext: hex(ciphertext) })), leafHash: hex(leafHash), chainHash: hex(chainHash) };
}

export function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
