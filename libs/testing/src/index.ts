export * from './builders/recorded.js';
export * from './given-when-then.js';
export * from './scenario.js';
