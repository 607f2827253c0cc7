/* Stories as data, without the test runner: the product loads and checks them as well (`@trajectboek/testing/scenario`). */
export * from './scenario/read-scenario.js';
export * from './scenario/recorded-events.js';
export * from './scenario/scenario.js';
export * from './scenario/statements.js';
