import { COMMIT_CASES } from './commit-cases.js';
import type { ContractCase } from './contract-case.js';
import { FORMER_CASES } from './former-cases.js';
import { GENERATION_CASES } from './generation-cases.js';
import { PROJECTOR_CASES } from './projector-cases.js';
import { QUERY_CASES } from './query-cases.js';
import { SELECTION_CASES } from './selection-cases.js';

/** What every store of views keeps; run it on the real engine. */
export const VIEW_STORE_CONTRACT: readonly ContractCase[] = [...GENERATION_CASES, ...FORMER_CASES, ...PROJECTOR_CASES, ...COMMIT_CASES, ...QUERY_CASES, ...SELECTION_CASES];
