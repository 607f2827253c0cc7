export type { ContractCase, Opener, UnderTest } from './contract/contract-case.js';
export { identityIndexContract } from './contract/identity-index.contract.js';
export { keyStoreContract } from './contract/key-store.contract.js';
