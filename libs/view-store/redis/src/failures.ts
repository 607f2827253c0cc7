import { ViewStoreUnavailableError } from '@trajectboek/view-store';
import type { RedisClient } from './scripts.js';

/** What a server answers while it cannot serve: it starts, hands over, is full, or does not know who asks. */
const NOT_NOW = new Set(['LOADING', 'READONLY', 'CLUSTERDOWN', 'MASTERDOWN', 'TRYAGAIN', 'MOVED', 'ASK', 'NOREPLICAS', 'MISCONF', 'OOM', 'BUSY', 'UNKILLABLE', 'NOAUTH', 'WRONGPASS', 'NOPERM']);
const SCRIPT_LINE = /user_script:\d+/;

/** A script failed where it never should. Only where it did: the message of a server can quote what it was given. */
export class RedisScriptError extends Error {
  override readonly name = 'RedisScriptError';
}

/** A code that says what is wrong, and nothing of what was asked or with which password. */
export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  const cause = 'lastNodeError' in error && error.lastNodeError instanceof Error ? error.lastNodeError : error;
  if ('code' in cause && typeof cause.code === 'string') return cause.code;
  if (cause.name === 'ReplyError') return wordOf(cause);
  return /timed? ?out/i.test(cause.message) ? 'ETIMEDOUT' : cause.name;
}

function wordOf({ message }: Error): string {
  return /^[A-Z]+/.exec(message)?.[0] ?? 'ERR';
}

/** Errors of ioredis hold the command with all that was in it, and a logger would write that down: none of them gets further. */
function plain(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'ReplyError') return new ViewStoreUnavailableError(reasonOf(error));
  const word = wordOf(error);
  // Whoever runs a script looks for this one.
  if (word === 'NOSCRIPT') return new Error(word);
  return NOT_NOW.has(word) ? new ViewStoreUnavailableError(word) : new RedisScriptError(SCRIPT_LINE.exec(error.message)?.[0] ?? word);
}

async function answerOf<T>(asked: Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    throw plain(error);
  }
}

/** The same client, of which every failure is an error of this store. */
export function guarded(client: RedisClient): RedisClient {
  return {
    eval: (...words) => answerOf(client.eval(...words)),
    evalsha: (...words) => answerOf(client.evalsha(...words)),
    hget: (...words) => answerOf(client.hget(...words)),
    hmget: (...words) => answerOf(client.hmget(...words)),
    hdel: (...words) => answerOf(client.hdel(...words)),
    quit: () => answerOf(client.quit()),
    disconnect: () => client.disconnect(),
  };
}
