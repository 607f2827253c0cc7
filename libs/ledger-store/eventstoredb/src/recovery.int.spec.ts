import { EventStoreDBClient, NO_STREAM } from '@eventstore/db-client';
import { describe, expect } from '@jest/globals';
import type { StoredEvent } from '@trajectboek/ledger-store';
import { accessLine, eventOf, requestOf, trajectoryOf } from '@trajectboek/ledger-store/testing';
import { randomUUID } from 'node:crypto';
import { describeWithEngine } from './describe-with-engine.js';
import { toEventData } from './event-json.js';
import { EventStoreDbLedgerStore } from './event-store-db-ledger-store.js';
import { StreamNames } from './stream-names.js';

const now = (): string => '2026-01-05T09:00:00.000Z';

describe('EventStoreDbLedgerStore opens again', () => {
  describeWithEngine((connectionString, test) => {
    test('with the access line of an event that was recorded when the process ended before the line was', async () => {
      const namespace = `spec-${randomUUID()}-`;
      await (await EventStoreDbLedgerStore.open({ connectionString, now, namespace })).close();
      await leaveHalfDone(connectionString, new StreamNames(namespace));
      for (const opening of ['first', 'second']) {
        const store = await EventStoreDbLedgerStore.open({ connectionString, now, namespace });
        const lines = await store.readAccess(0, 10);
        expect([opening, lines.map(({ action }) => action)]).toEqual([opening, ['read-7']]);
        await store.close();
      }
    });

    test('from its marks, with every leaf in its place', async () => {
      const namespace = `spec-${randomUUID()}-`;
      const store = await EventStoreDbLedgerStore.open({ connectionString, now, namespace });
      for (let youth = 0; youth < 43; youth += 1) await store.append([requestOf(youth, -1, Array.from({ length: 100 }, (_, index) => youth * 100 + index + 1))]);
      await store.head();
      await store.close();
      const again = await EventStoreDbLedgerStore.open({ connectionString, now, namespace });
      const leaves = (await again.readAll(0, 5_000)).map(hashOf);
      expect((await again.head()).size).toBe(4_300);
      for (const [from, to] of [[0, 3], [4_090, 4_100], [4_096, 4_300], [4_299, 4_300]] as const) expect((await again.leafHashes(from, to)).map(hex)).toEqual(leaves.slice(from, to));
      await again.close();
    });
  });
});

/** Records an event as a process does that ends right after it. */
async function leaveHalfDone(connectionString: string, names: StreamNames): Promise<void> {
  const client = EventStoreDBClient.connectionString(connectionString);
  const { envelope, parts } = eventOf(1, 0, { id: 1 });
  const event: StoredEvent = { position: 0, envelope: { ...envelope, recordedAt: now() }, parts, leafHash: new Uint8Array(32), chainHash: new Uint8Array(32) };
  await client.appendToStream(names.ofYouth(trajectoryOf(1)), toEventData(event, [{ id: randomUUID(), line: accessLine(7) }]), { expectedRevision: NO_STREAM });
  await client.dispose();
}

function hashOf({ leafHash }: StoredEvent): string {
  return hex(leafHash);
}

function hex(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('hex');
}
