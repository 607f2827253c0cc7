import assert from 'node:assert/strict';
import { MalformedAppendError, SpansStreamsError } from '../append-errors.js';
import { accessLine, eventIdOf, eventOf, requestOf, trajectoryOf } from './builders.js';
import { withStore, type ContractCase } from './contract-case.js';
import { appended, assertSameEvents, idsOfStream, readWhole } from './expectations.js';

export const APPEND_CASES: readonly ContractCase[] = [
  withStore('what is answered as recorded is what is read, in order of revision and position', async (store) => {
    const stored = await appended(store, requestOf(1, -1, [1, 2, 3]));
    await appended(store, requestOf(2, -1, [4]));
    assert.deepEqual(stored.map(({ envelope }) => envelope.revision), [0, 1, 2]);
    assert.ok(stored.every(({ position }, index) => position > (stored[index - 1]?.position ?? 0)));
    assertSameEvents(await store.readStream(trajectoryOf(1)), stored);
  }),

  withStore('a revision that is not the last one is a conflict that names the last one, and records nothing', async (store) => {
    assert.deepEqual(await store.append([requestOf(1, 4, [1])]), { status: 'conflict', trajectoryId: trajectoryOf(1), currentRevision: -1 });
    await appended(store, requestOf(1, -1, [1, 2]));
    assert.deepEqual(await store.append([requestOf(1, 0, [3])]), { status: 'conflict', trajectoryId: trajectoryOf(1), currentRevision: 1 });
    assert.deepEqual(await store.append([requestOf(1, -1, [3])]), { status: 'conflict', trajectoryId: trajectoryOf(1), currentRevision: 1 });
    assert.equal((await readWhole(store)).length, 2);
    await appended(store, requestOf(1, 1, [3]));
  }),

  withStore('two requests for one stream in a list follow on each other', async (store) => {
    await appended(store, requestOf(1, -1, [1]), requestOf(1, 0, [2, 3]));
    assert.deepEqual(await idsOfStream(store, 1), [1, 2, 3].map(eventIdOf));
  }),

  withStore('a list in which one request conflicts records nothing at all, not even its access lines', async (store) => {
    const first = { ...requestOf(1, -1, [1]), audit: accessLine(1) };
    assert.deepEqual(await store.append([first, requestOf(1, 3, [2])]), { status: 'conflict', trajectoryId: trajectoryOf(1), currentRevision: 0 });
    assert.equal((await readWhole(store)).length, 0);
    assert.equal((await store.readAccess(0, 10)).length, 0);
    await appended(store, first);
  }),

  withStore('a list over several streams is recorded together, or refused without a trace', async (store) => {
    const requests = [requestOf(1, -1, [1]), requestOf(2, -1, [2])];
    if (store.atomicAcrossStreams) {
      await appended(store, ...requests);
      assert.equal((await store.append([requestOf(3, -1, [3]), requestOf(2, -1, [4])])).status, 'conflict');
      assert.deepEqual(await idsOfStream(store, 3), []);
    } else {
      await assert.rejects(store.append(requests), SpansStreamsError);
    }
    assert.equal((await readWhole(store)).length, store.atomicAcrossStreams ? 2 : 0);
  }),

  withStore('an event id that is there already is a duplicate, whatever the expected revision', async (store) => {
    await appended(store, requestOf(1, -1, [1, 2]));
    for (const expected of [-1, 0, 1, 7]) assert.deepEqual(await store.append([requestOf(1, expected, [2])]), { status: 'duplicate', eventId: eventIdOf(2) });
    assert.deepEqual(await idsOfStream(store, 1), [1, 2].map(eventIdOf));
  }),

  withStore('a list that is partly known records nothing and names the known event', async (store) => {
    await appended(store, requestOf(1, -1, [1]));
    assert.deepEqual(await store.append([{ ...requestOf(1, 0, [2, 1]), audit: accessLine(1) }]), { status: 'duplicate', eventId: eventIdOf(1) });
    assert.deepEqual(await idsOfStream(store, 1), [eventIdOf(1)]);
    assert.equal((await store.readAccess(0, 10)).length, 0);
  }),

  withStore('an event id that is twice in a list is a duplicate', async (store) => {
    assert.deepEqual(await store.append([requestOf(1, -1, [1, 1])]), { status: 'duplicate', eventId: eventIdOf(1) });
    assert.equal((await readWhole(store)).length, 0);
  }),

  withStore('an event id of another stream is a duplicate where the store can see over streams, and another event where it cannot', async (store) => {
    await appended(store, requestOf(1, -1, [1]));
    assert.equal((await store.append([requestOf(2, -1, [1])])).status, store.atomicAcrossStreams ? 'duplicate' : 'appended');
    assert.equal((await idsOfStream(store, 2)).length, store.atomicAcrossStreams ? 0 : 1);
  }),

  withStore('envelopes that do not fit their stream or each other are refused without a trace', async (store) => {
    const gap = { trajectoryId: trajectoryOf(1), expectedRevision: -1, events: [eventOf(1, 0, { id: 1 }), eventOf(1, 2, { id: 2 })] };
    const stray = { trajectoryId: trajectoryOf(1), expectedRevision: -1, events: [eventOf(2, 0, { id: 3 })] };
    for (const request of [gap, stray, requestOf(1, -2, [4]), requestOf(1, 0.5, [5])]) await assert.rejects(store.append([request]), MalformedAppendError);
    assert.equal((await readWhole(store)).length, 0);
    await appended(store, requestOf(1, -1, [1]));
  }),

  withStore('nothing to record is recorded at once', async (store) => {
    assert.deepEqual(await store.append([]), { status: 'appended', stored: [] });
    const [only] = await appended(store, requestOf(1, -1, [1]));
    assert.equal((await store.head()).position, only?.position);
  }),
];
