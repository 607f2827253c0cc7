import assert from 'node:assert/strict';
import type { DataClass, TrajectoryId } from '@trajectboek/events';
import { ScopeErasedError, type DataKey, type FoundKey, type KeyScope, type KeyStore } from '../port.js';
import { casesOf, type ContractCase, type Opener } from './contract-case.js';

const SCHOOL = 'urn:nld:oin:00000001001234567000';
const GEMEENTE = 'urn:nld:oin:00000001009876543000';

function scopeOf(youth: string, dataClass: DataClass = 'path', controller: string = SCHOOL): KeyScope {
  return { trajectoryId: youth as TrajectoryId, controller, dataClass, retention: 'standard' };
}

async function keyFor(store: KeyStore, scope: KeyScope): Promise<DataKey> {
  const [key] = await store.keysFor([scope]);
  assert(key, 'each scope has a key');
  return key;
}

function present(key: DataKey): FoundKey {
  return { state: 'present', key: new Uint8Array(key.key) };
}

function found(store: KeyStore, { keyId }: DataKey): FoundKey {
  const answer = store.find(keyId);
  return answer.state === 'present' ? { state: 'present', key: new Uint8Array(answer.key) } : answer;
}

/** What every key store promises, whatever is behind it. */
export function keyStoreContract(open: Opener<KeyStore>): readonly ContractCase[] {
  return casesOf(open, { ...GIVING, ...ERASING });
}

type Promises = Parameters<typeof casesOf<KeyStore>>[1];

const GIVING: Promises = {
  'gives each scope a key of 32 bytes of its own': async (store) => {
    const scopes = [scopeOf('youth-1'), scopeOf('youth-1', 'care'), scopeOf('youth-2'), scopeOf('youth-1', 'path', GEMEENTE), { ...scopeOf('youth-1'), retention: 'long' }];
    const keys = await store.keysFor(scopes);
    assert.equal(new Set(keys.map(({ keyId }) => keyId)).size, scopes.length);
    assert.equal(new Set(keys.map(({ key }) => Buffer.from(key).toString('hex'))).size, scopes.length);
    assert(keys.every(({ key }) => key.length === 32));
  },
  'gives a scope the same key each time, in the order that was asked': async (store) => {
    const [one, other] = [scopeOf('youth-1'), scopeOf('youth-2')];
    const [first, second] = await store.keysFor([one, other]);
    assert(first && second);
    assert.deepEqual((await store.keysFor([other, one, other])).map(({ keyId }) => keyId), [second.keyId, first.keyId, second.keyId]);
  },
  'gives callers that come together one key for one scope': async (store) => {
    const keys = await Promise.all(Array.from({ length: 20 }, () => keyFor(store, scopeOf('youth-1'))));
    assert.equal(new Set(keys.map(({ keyId }) => keyId)).size, 1);
  },
  'finds a key by its id, and calls an id that it never gave missing': async (store) => {
    const [key, other] = [await keyFor(store, scopeOf('youth-1')), await keyFor(store, scopeOf('youth-2'))];
    assert.deepEqual([found(store, key), found(store, other)], [present(key), present(other)]);
    assert.deepEqual(store.find('never given'), { state: 'missing' });
  },
  'has made a key durable before it gives it': async (store, { reopen }) => {
    const key = await keyFor(store, scopeOf('youth-1'));
    const again = await reopen();
    assert.deepEqual(found(again, key), present(key));
    assert.equal((await keyFor(again, scopeOf('youth-1'))).keyId, key.keyId);
  },
  'says nothing of the subject in the id of a key': async (store) => {
    const { keyId } = await keyFor(store, scopeOf('youth-1', 'health'));
    assert(keyId.length >= 16 && !/youth|health|urn/.test(keyId));
  },
};

const ERASING: Promises = {
  'calls a destroyed key erased, and leaves every other': async (store) => {
    const gone = await keyFor(store, scopeOf('youth-1'));
    const others = await store.keysFor([scopeOf('youth-2'), scopeOf('youth-1', 'path', GEMEENTE)]);
    await store.erase('youth-1' as TrajectoryId, SCHOOL);
    assert.deepEqual(found(store, gone), { state: 'erased' });
    assert.deepEqual(others.map((key) => found(store, key)), others.map(present));
  },
  'destroys only the classes that are named': async (store) => {
    const [health, path] = await store.keysFor([scopeOf('youth-1', 'health'), scopeOf('youth-1')]);
    assert(health && path);
    await store.erase('youth-1' as TrajectoryId, SCHOOL, ['health']);
    assert.deepEqual([found(store, health), found(store, path)], [{ state: 'erased' }, present(path)]);
    assert.equal((await keyFor(store, scopeOf('youth-1'))).keyId, path.keyId);
  },
  'destroys the keys of every retention class': async (store) => {
    const keys = await store.keysFor([scopeOf('youth-1'), { ...scopeOf('youth-1'), retention: 'long' }]);
    assert.equal(keys.length, 2);
    await store.erase('youth-1' as TrajectoryId, SCHOOL, ['path']);
    assert.deepEqual(keys.map((key) => found(store, key)), [{ state: 'erased' }, { state: 'erased' }]);
  },
  'never gives a key for an erased scope again': async (store) => {
    await keyFor(store, scopeOf('youth-1'));
    await store.erase('youth-1' as TrajectoryId, SCHOOL);
    await assert.rejects(store.keysFor([scopeOf('youth-1')]), ScopeErasedError);
    assert.equal((await store.keysFor([scopeOf('youth-1', 'path', GEMEENTE)])).length, 1);
  },
  'never gives a key for an erased scope that had none yet': async (store) => {
    await store.erase('youth-1' as TrajectoryId, SCHOOL);
    await assert.rejects(store.keysFor([scopeOf('youth-1', 'criminal')]), ScopeErasedError);
    await store.erase('youth-2' as TrajectoryId, SCHOOL, ['health']);
    await assert.rejects(store.keysFor([scopeOf('youth-2', 'health')]), ScopeErasedError);
    assert.equal((await store.keysFor([scopeOf('youth-2', 'care')])).length, 1);
  },
  'names the erased scopes of a batch, and still serves the others': async (store) => {
    await store.erase('youth-1' as TrajectoryId, SCHOOL);
    const batch = [scopeOf('youth-2'), scopeOf('youth-1')];
    await assert.rejects(store.keysFor(batch), (error) => error instanceof ScopeErasedError && error.scopes.length === 1 && error.scopes[0]?.trajectoryId === 'youth-1');
    await assert.rejects(store.keysFor(batch), (error) => error instanceof Error && !error.message.includes('youth-1'));
    assert.equal((await keyFor(store, scopeOf('youth-2'))).key.length, 32);
  },
  'erases what was asked for at the same moment': async (store) => {
    const asked = store.keysFor([scopeOf('youth-1')]);
    const erased = store.erase('youth-1' as TrajectoryId, SCHOOL);
    const [key] = await asked;
    await erased;
    assert(key);
    assert.deepEqual(found(store, key), { state: 'erased' });
    await assert.rejects(store.keysFor([scopeOf('youth-1')]), ScopeErasedError);
  },
  'has destroyed durably before it says so, and may be asked twice': async (store, { reopen }) => {
    const key = await keyFor(store, scopeOf('youth-1'));
    await store.erase('youth-1' as TrajectoryId, SCHOOL);
    await store.erase('youth-1' as TrajectoryId, SCHOOL);
    const again = await reopen();
    assert.deepEqual(found(again, key), { state: 'erased' });
    await assert.rejects(again.keysFor([scopeOf('youth-1')]), ScopeErasedError);
  },
};
