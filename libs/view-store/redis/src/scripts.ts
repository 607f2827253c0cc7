import { createHash } from 'node:crypto';

/** What the store needs of ioredis: a `Redis` (also through Sentinel) and a `Cluster` both fit. */
export interface RedisClient {
  eval(script: string, numberOfKeys: number, ...rest: (string | number)[]): Promise<unknown>;
  evalsha(sha: string, numberOfKeys: number, ...rest: (string | number)[]): Promise<unknown>;
  hget(key: string, field: string): Promise<string | null>;
  hmget(key: string, ...fields: string[]): Promise<(string | null)[]>;
  hdel(key: string, ...fields: string[]): Promise<number>;
  quit(): Promise<unknown>;
  disconnect(): void;
}

const HASHES = new Map<string, string>();

/** Runs a script on the node that has the key. A node that does not know it yet, such as one after a failover, gets its text. */
export async function runScript(client: RedisClient, script: string, [key, ...args]: readonly [string, ...(string | number)[]]): Promise<unknown> {
  try {
    return await client.evalsha(hashOf(script), 1, key, ...args);
  } catch (error) {
    if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
    return client.eval(script, 1, key, ...args);
  }
}

function hashOf(script: string): string {
  const known = HASHES.get(script) ?? createHash('sha1').update(script).digest('hex');
  HASHES.set(script, known);
  return known;
}

/** @throws TypeError when a script answered what it never does */
export function asList(reply: unknown): readonly unknown[] {
  if (!Array.isArray(reply)) throw new TypeError('Redis gave no list');
  return reply;
}

/** What stands in turn in a reply: names and values. */
export function inPairs(list: readonly unknown[]): readonly (readonly [string, unknown])[] {
  return list.flatMap((name, index) => (index % 2 === 0 ? [[String(name), list[index + 1]] as const] : []));
}

/** What stands in a reply so many by so many. */
export function inGroups(list: readonly unknown[], size: number): readonly (readonly unknown[])[] {
  return Array.from({ length: Math.floor(list.length / size) }, (_, nth) => list.slice(nth * size, (nth + 1) * size));
}
