export { FakeLedger } from './testing/fake-ledger.js';
