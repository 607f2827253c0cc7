export type { ContractCase, ViewStorage } from './contract/contract-case.js';
export { VIEW_STORE_CONTRACT } from './contract/view-store-contract.js';
