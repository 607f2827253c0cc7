import { APPEND_CASES } from './append-cases.js';
import { CONCURRENCY_CASES } from './concurrency-cases.js';
import type { ContractCase } from './contract-case.js';
import { KEEPING_CASES } from './keeping-cases.js';
import { READING_CASES } from './reading-cases.js';

/** What every ledger store must do, run by each adapter on its real engine. */
export const LEDGER_STORE_CASES: readonly ContractCase[] = [...APPEND_CASES, ...CONCURRENCY_CASES, ...READING_CASES, ...KEEPING_CASES];
