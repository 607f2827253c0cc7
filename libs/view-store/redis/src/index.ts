export { reasonOf, RedisScriptError } from './failures.js';
export { RedisViewStore, type RedisViewStoreOptions } from './redis-view-store.js';
export type { RedisClient } from './scripts.js';
