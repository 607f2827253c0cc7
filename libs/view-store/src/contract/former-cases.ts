import assert from 'node:assert/strict';
import { GenerationGoneError } from '../errors.js';
import type { ViewStore } from '../port.js';
import { AMINA, at, BORIS, built, keysOf, keysOn, row, VIEW } from './builders.js';
import type { ContractCase } from './contract-case.js';

const youth = (key: string) => [{ trajectoryId: AMINA, rows: [row(key, '2025-01-01')] }];

async function formerOf(store: ViewStore): Promise<number | undefined> {
  return (await store.former(VIEW.name))?.generation;
}

/** The generation that was live before, and builds that are put aside. */
export const FORMER_CASES: readonly ContractCase[] = [
  {
    title: 'the former generation is kept after the switch, and takes no commits',
    async run(storage) {
      const store = await storage.open();
      const former = await built(store, youth('old'));
      assert.equal(await store.former(VIEW.name), undefined);
      await built(store, youth('new'));
      const kept = await store.former(VIEW.name);
      assert.deepEqual([kept?.generation, kept?.version, kept?.checkpoint], [former.generation, VIEW.version, at(1)]);
      assert.equal(await store.commit(former, { expected: 1, to: at(2), youths: [] }), 'stale');
      assert.deepEqual(await store.checkpointOf(former), at(1));
    },
  },
  {
    title: 'the former generation catches up once it is opened, and is put back in one step',
    async run(storage) {
      const store = await storage.open();
      const former = await built(store, youth('old'));
      const next = await built(store, youth('new'));
      await store.reopen(former);
      assert.equal(await store.commit(former, { expected: 1, to: at(2), youths: [{ trajectoryId: BORIS, rows: [row('fed', '2025-01-01')] }] }), 'committed');
      assert.deepEqual(await keysOn(store, '2025-01-01'), ['new']);
      await store.switchTo(former);
      assert.deepEqual(await keysOn(store, '2025-01-01'), ['fed', 'old']);
      assert.deepEqual(await store.count(VIEW.name, { asOf: '2025-01-01', by: [] }), [{ values: {}, count: 2 }]);
      assert.equal(await formerOf(store), next.generation);
      assert.equal(await store.commit(next, { expected: 1, to: at(2), youths: [] }), 'stale');
      await store.reopen(next);
      await store.switchTo(next);
      assert.deepEqual(await keysOn(store, '2025-01-01'), ['new']);
    },
  },
  {
    title: 'the former generation is gone when another build begins, and only one is kept',
    async run(storage) {
      const store = await storage.open();
      const first = await built(store, youth('first'));
      const second = await store.begin(VIEW);
      await store.switchTo(second);
      await store.begin(VIEW);
      assert.equal(await store.former(VIEW.name), undefined);
      assert.equal(await store.commit(first, { expected: 1, to: at(2), youths: [] }), 'stale');
      await assert.rejects(store.checkpointOf(first), GenerationGoneError);
      await assert.rejects(store.reopen(first), GenerationGoneError);
      await assert.rejects(store.switchTo(first), GenerationGoneError);
    },
  },
  {
    title: 'a build that is set aside is the former one, closed, and can be switched to',
    async run(storage) {
      const store = await storage.open();
      await built(store, youth('live'));
      const aside = await store.begin(VIEW);
      await store.commit(aside, { expected: 0, to: at(1), youths: youth('aside') });
      await store.setAside(aside);
      assert.equal(await formerOf(store), aside.generation);
      assert.equal(await store.commit(aside, { expected: 1, to: at(2), youths: [] }), 'stale');
      assert.deepEqual(await keysOn(store, '2025-01-01'), ['live']);
      await store.switchTo(aside);
      assert.deepEqual(await keysOn(store, '2025-01-01'), ['aside']);
    },
  },
  {
    title: 'a build that is discarded is gone, a live one is not',
    async run(storage) {
      const store = await storage.open();
      const live = await built(store, youth('live'));
      const next = await store.begin(VIEW);
      await store.discard(next);
      await store.discard(live);
      await assert.rejects(store.checkpointOf(next), GenerationGoneError);
      assert.deepEqual(await keysOn(store, '2025-01-01'), ['live']);
    },
  },
  {
    title: 'the rows of any generation can be read, page by page or of some youths',
    async run(storage) {
      const store = await storage.open();
      const live = await built(store, youth('live'));
      const next = await store.begin(VIEW);
      await store.commit(next, { expected: 0, to: at(1), youths: [...youth('next'), { trajectoryId: BORIS, rows: [row('other', '2025-01-01')] }] });
      const keysIn = async (...asked: Parameters<ViewStore['youthsIn']>) => (await store.youthsIn(...asked)).map(({ trajectoryId, rows }) => [trajectoryId, ...keysOf(rows)]);
      assert.deepEqual(await keysIn(live, { after: undefined, limit: 5 }), [[AMINA, 'live']]);
      assert.deepEqual(await keysIn(next, { after: undefined, limit: 1 }), [[AMINA, 'next']]);
      assert.deepEqual(await keysIn(next, { after: AMINA, limit: 5 }), [[BORIS, 'other']]);
      assert.deepEqual(await keysIn(next, [BORIS]), [[BORIS, 'other']]);
      assert.deepEqual(await keysIn(live, [BORIS, AMINA]), [[AMINA, 'live']]);
      await store.discard(next);
      await assert.rejects(store.youthsIn(next, [BORIS]), GenerationGoneError);
    },
  },
  {
    title: 'what the rows of a youth share comes with them from any generation',
    async run(storage) {
      const store = await storage.open();
      const next = await store.begin(VIEW);
      await store.commit(next, { expected: 0, to: at(1), youths: [{ trajectoryId: BORIS, rows: [row('other', '2025-01-01')], shared: 'more' }] });
      assert.equal((await store.youthsIn(next, [BORIS]))[0]?.shared, 'more');
      assert.equal((await store.youthsIn(next, { after: undefined, limit: 5 }))[0]?.shared, 'more');
    },
  },
];
