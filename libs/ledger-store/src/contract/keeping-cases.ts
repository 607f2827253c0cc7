import assert from 'node:assert/strict';
import type { SealedPart } from '../port.js';
import { FIRST_MOMENT, accessLine, clockOf, eventOf, partOf, requestOf, trajectoryOf } from './builders.js';
import { withStore, type ContractCase } from './contract-case.js';
import { appended, assertSameEvents, readWhole } from './expectations.js';
import { chainHashBySpec, leafHashBySpec } from './own-hashes.js';

export const KEEPING_CASES: readonly ContractCase[] = [
  {
    title: 'events are the same, byte for byte, after the ledger was closed and opened again, and the stream goes on',
    run: async (engine) => {
      const store = await engine.open();
      const stored = await appended(store, requestOf(1, -1, [1, 2]));
      await store.close();
      const again = await engine.open();
      assertSameEvents(await readWhole(again), stored);
      assert.equal((await again.append([requestOf(1, -1, [3])])).status, 'conflict');
      const [third] = await appended(again, requestOf(1, 1, [3]));
      assert.ok(third && third.position > (stored[1]?.position ?? Infinity));
      assert.deepEqual(Buffer.from(third.chainHash), chainHashBySpec(stored[1]?.chainHash, third.leafHash));
      await again.close();
    },
  },
  {
    title: 'what one opening has recorded, another reads and follows on',
    run: async (engine) => {
      const [one, other] = [await engine.open(), await engine.open()];
      const stored = [...(await appended(one, requestOf(1, -1, [1]))), ...(await appended(other, requestOf(1, 0, [2]))), ...(await appended(one, requestOf(1, 1, [3])))];
      assertSameEvents(await readWhole(other), stored);
      assert.equal((await other.append([requestOf(1, 0, [3])])).status, 'duplicate');
      await Promise.all([one.close(), other.close()]);
    },
  },
  {
    title: 'what was sent before a close is recorded, and what is sent after it is refused',
    run: async (engine) => {
      const store = await engine.open();
      const sent = store.append([requestOf(1, -1, [1])]);
      await store.close();
      assert.equal((await sent).status, 'appended');
      await assert.rejects(store.append([requestOf(2, -1, [2])]));
      await store.close();
      const again = await engine.open();
      assert.equal((await readWhole(again)).length, 1);
      await again.close();
    },
  },

  withStore('hashes of leaf and chain are those of the published rules', async (store) => {
    const stored = [...(await appended(store, requestOf(1, -1, [1, 2]))), ...(await appended(store, requestOf(2, -1, [3]))), ...(await appended(store, requestOf(1, 1, [4])))];
    assert.deepEqual(stored.map(({ leafHash }) => Buffer.from(leafHash)), stored.map(leafHashBySpec));
    const stream = await store.readStream(trajectoryOf(1));
    assert.equal(stream.length, 3);
    stream.forEach((event, index) => assert.deepEqual(Buffer.from(event.chainHash), chainHashBySpec(stream[index - 1]?.chainHash, event.leafHash)));
  }),

  withStore('any text, any number of parts and a part of half a megabyte are kept as they are', async (store) => {
    const parts: readonly SealedPart[] = [partOf(512 * 1024), { ...partOf(17), dataClass: 'health', keyId: 'sleutel-é-日本-🙂' }, { ...partOf(0), dataClass: 'criminal' }];
    const odd = { ...requestOf(1, -1, []), events: [eventOf(1, 0, { id: 1, parts, envelope: { type: null, source: 'urn:x:"é"\\\n\u2028🙂', occurredAt: '2025-12-19T08:30:00.000Z' } }), eventOf(1, 1, { id: 2, parts: [] })] };
    const stored = await appended(store, odd);
    assertSameEvents(await store.readStream(trajectoryOf(1)), stored);
    assert.deepEqual(stored.map(({ envelope: { recordedAt: _, ...envelope } }) => envelope), odd.events.map(({ envelope }) => envelope));
    assert.deepEqual(stored[0]?.parts, parts);
  }),

  {
    title: 'the moment of recording is that of the clock, and never goes back when the clock does, over openings as well',
    run: async (engine) => {
      const store = await engine.open(clockOf('2026-01-05T09:00:02.000Z', '2026-01-05T09:00:01.000Z', '2026-01-05T09:00:03.000Z'));
      const moments: (string | undefined)[] = [];
      for (const id of [1, 2, 3]) moments.push((await appended(store, requestOf(id, -1, [id])))[0]?.envelope.recordedAt);
      await store.close();
      const again = await engine.open(clockOf(FIRST_MOMENT));
      moments.push((await appended(again, requestOf(4, -1, [4])))[0]?.envelope.recordedAt);
      assert.deepEqual(moments, ['02', '02', '03', '03'].map((second) => `2026-01-05T09:00:${second}.000Z`));
      await again.close();
    },
  },
  {
    title: 'a moment of recording that an import gives is kept as given, and later events are not before it',
    run: async (engine) => {
      const store = await engine.open(clockOf(FIRST_MOMENT));
      const given = ['2014-02-10T00:00:00.000Z', '2026-03-01T12:00:00.000Z', '2015-01-01T00:00:00.123Z'];
      for (const [index, recordedAt] of given.entries()) await appended(store, { ...requestOf(index, -1, []), events: [eventOf(index, 0, { id: index + 1, recordedAt })] });
      await appended(store, requestOf(9, -1, [9]));
      assert.deepEqual((await readWhole(store)).map(({ envelope }) => envelope.recordedAt), [...given, '2026-03-01T12:00:00.000Z']);
      await store.close();
    },
  },

  {
    title: 'access lines are kept in order, with those of appended requests, read in pages and after opening again',
    run: async (engine) => {
      const store = await engine.open();
      await store.recordAccess(accessLine(1));
      await appended(store, { ...requestOf(1, -1, [1]), audit: accessLine(2) });
      for (const number of [3, 4, 5]) await store.recordAccess(accessLine(number));
      await store.close();
      const again = await engine.open();
      const first = await again.readAccess(0, 2);
      const rest = await again.readAccess(first.at(-1)?.number ?? 0, 10);
      const lines = [...first, ...rest];
      assert.deepEqual(lines.map(({ number: _, ...line }) => line), [1, 2, 3, 4, 5].map(accessLine));
      assert.equal(first.length, 2);
      assert.ok(lines.every(({ number }, index) => number > (lines[index - 1]?.number ?? 0)));
      await again.close();
    },
  },
  withStore('many access lines at once are all kept', async (store) => {
    await Promise.all(Array.from({ length: 100 }, (_, number) => store.recordAccess(accessLine(number))));
    const kept = await store.readAccess(0, 1_000);
    assert.deepEqual(kept.map(({ action }) => action).sort(), Array.from({ length: 100 }, (_, number) => `read-${number}`).sort());
  }),
];
