import { it } from '@jest/globals';
import { isRedisInstalled } from './local-redis.js';

type Test = (title: string, run: () => Promise<void>, timeout?: number) => void;

/**
 * Runs a case on a server that its spec starts. Without `redis-server` and `redis-cli` it is skipped by name, so that the
 * report says what was not proven.
 */
export const onRedis: Test = (title, run, timeout) => (isRedisInstalled() ? it(title, run, timeout) : it.skip(title, run));

/** Starts and stops what the cases need, and does nothing when they are skipped. */
export function ifInstalled(work: () => Promise<void>): () => Promise<void> {
  return async () => {
    if (isRedisInstalled()) await work();
  };
}
