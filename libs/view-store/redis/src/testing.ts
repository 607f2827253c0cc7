export { LocalCluster } from './testing/local-cluster.js';
export { freePorts, isRedisInstalled, LocalRedis } from './testing/local-redis.js';
export { LocalSentinel } from './testing/local-sentinel.js';
export { ifInstalled, onRedis } from './testing/with-redis.js';
