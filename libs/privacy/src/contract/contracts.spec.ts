import { describe, expect, it } from '@jest/globals';
import type { TrajectoryId } from '@trajectboek/events';
import type { IdentityIndex, IdentityRegister, KeyStore } from '../port.js';
import type { Opener } from './contract-case.js';
import { identityIndexContract } from './identity-index.contract.js';
import { keyStoreContract } from './key-store.contract.js';

const IDLE_KEYS: KeyStore = { keysFor: () => Promise.resolve([]), find: () => ({ state: 'missing' }), erase: () => Promise.resolve(), close: () => undefined };

const IDLE_INDEX: IdentityIndex & IdentityRegister = {
  findOrOpen: () => Promise.resolve({ trajectoryId: '' as TrajectoryId, created: false }),
  exists: () => false,
  identityOf: () => ({ state: 'unknown' }),
  forget: () => Promise.resolve(),
};

function opening<Port>(port: Port): Opener<Port> {
  return () => Promise.resolve({ port, reopen: () => Promise.resolve(port), dispose: () => Promise.resolve() });
}

describe('The contract of a key store, held against one that does nothing', () => {
  it.each(keyStoreContract(opening(IDLE_KEYS)))('is broken: $title', async ({ run }) => {
    await expect(run()).rejects.toThrow();
  });
});

describe('The contract of an identity index, held against one that does nothing', () => {
  it.each(identityIndexContract(opening(IDLE_INDEX)))('is broken: $title', async ({ run }) => {
    await expect(run()).rejects.toThrow();
  });
});
