import { Cluster, Redis } from 'ioredis';
import type { RedisAddress } from './redis-address.js';

/** Who asks: a reader is told soon that there is no answer, a projector waits until there is one. */
export type Patience = 'reader' | 'projector';

const CONNECT_MS = 5_000;
const LONGEST_ANSWER_MS = 5_000;
/** A connection that is silent for this long while an answer is due is dead: the network may swallow without a word. */
const SILENCE_MS = 15_000;
const BETWEEN_TRIES_MS = 100;
const MOST_BETWEEN_TRIES_MS = 1_000;
/** A minute: longer than the slots of a cluster stay without a master. */
const REDIRECTIONS_OF_A_PROJECTOR = 600;

/**
 * A connection that never gives up. A command that was underway when it broke is sent again; the store sees to it that a
 * commit is then not done twice.
 */
export function createRedisClient(address: RedisAddress, patience: Patience): Redis | Cluster {
  const { nodes, kind, db } = address;
  switch (kind) {
    case 'one':
      return new Redis({ ...optionsOf(address, patience), ...nodes[0], db });
    case 'sentinel':
      return new Redis({ ...optionsOf(address, patience), ...sentinelOptions(address), db });
    case 'cluster':
      return new Cluster([...nodes], {
        redisOptions: optionsOf(address, patience), clusterRetryStrategy: pauseAfter,
        // A certificate is of a name, so names are not looked up beforehand.
        ...(address.tls && { dnsLookup: (host: string, done: (error: null, found: string) => void) => done(null, host) }),
        ...(patience === 'projector' && { maxRedirections: REDIRECTIONS_OF_A_PROJECTOR }),
      });
  }
}

function sentinelOptions({ nodes, masterName, tls }: RedisAddress) {
  const sentinelPassword = process.env['TRAJECTBOEK_REDIS_SENTINEL_PASSWORD'];
  return {
    sentinels: [...nodes], name: masterName, sentinelRetryStrategy: pauseAfter,
    ...(tls && { enableTLSForSentinelMode: true, sentinelTLS: {} }),
    ...(sentinelPassword !== undefined && { sentinelPassword }),
  };
}

function optionsOf({ tls, username, password }: RedisAddress, patience: Patience) {
  return {
    connectionName: 'trajectboek', connectTimeout: CONNECT_MS, socketTimeout: SILENCE_MS, retryStrategy: pauseAfter,
    // A master that became a replica: look again who is the master, and ask there.
    reconnectOnError: (error: Error) => (error.message.startsWith('READONLY') ? 2 as const : false),
    ...(username !== undefined && { username }), ...(password !== undefined && { password }), ...(tls && { tls: {} }),
    ...(patience === 'projector' ? { maxRetriesPerRequest: null } : { maxRetriesPerRequest: 1, commandTimeout: LONGEST_ANSWER_MS }),
  };
}

function pauseAfter(tries: number): number {
  return Math.min(tries * BETWEEN_TRIES_MS, MOST_BETWEEN_TRIES_MS);
}
