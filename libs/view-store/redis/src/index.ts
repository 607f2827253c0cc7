export { RedisViewStore, type RedisViewStoreOptions } from './redis-view-store.js';
export type { RedisClient } from './scripts.js';
