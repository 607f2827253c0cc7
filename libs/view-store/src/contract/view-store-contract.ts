import { COMMIT_CASES } from './commit-cases.js';
import type { ContractCase } from './contract-case.js';
import { GENERATION_CASES } from './generation-cases.js';
import { QUERY_CASES } from './query-cases.js';

/** What every store of views keeps; run it on the real engine. */
export const VIEW_STORE_CONTRACT: readonly ContractCase[] = [...GENERATION_CASES, ...COMMIT_CASES, ...QUERY_CASES];
