import { reasonOf, RedisViewStore } from '@trajectboek/view-store-redis';
import type { Cluster, Redis } from 'ioredis';
import { UserError } from '../cli/user-error.js';
import { describeAddress, type RedisAddress } from './redis-address.js';
import { createRedisClient, type Patience } from './redis-client.js';

export interface RedisViewsOptions {
  readonly address: RedisAddress;
  /** What the keys of this ledger start with. */
  readonly prefix: string;
  readonly patience: Patience;
}

const LONGEST_START_MS = 6_000;

const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'daar luistert niets', ENOTFOUND: 'die naam bestaat niet', EAI_AGAIN: 'die naam is nu niet op te zoeken', ETIMEDOUT: 'er komt geen antwoord',
  WRONGPASS: 'naam of wachtwoord klopt niet', NOAUTH: 'er is een wachtwoord nodig', NOPERM: 'deze gebruiker mag dit niet', LOADING: 'hij is nog aan het laden',
};

/** Opens the views of one ledger in Redis. @throws UserError with one line when Redis cannot be reached; then nothing keeps running */
export async function openRedisViews({ address, prefix, patience }: RedisViewsOptions): Promise<RedisViewStore> {
  const client = createRedisClient(address, patience);
  const heard = { reason: 'ETIMEDOUT' };
  const listen = (error: unknown): void => { heard.reason = reasonOf(error); };
  client.on('error', listen);
  try {
    await answeredInTime(client);
  } catch (error) {
    client.disconnect();
    const reason = heard.reason === 'ETIMEDOUT' ? reasonOf(error) : heard.reason;
    // Without its cause: errors of ioredis hold the command that failed, with the password in it.
    throw new UserError(`Redis op ${describeAddress(address)} is niet te bereiken: ${REASONS[reason] ?? reason}. Start Redis, of laat TRAJECTBOEK_REDIS weg om de overzichten in SQLite te bewaren. (Redis cannot be reached.)`);
  }
  client.off('error', listen);
  tellOfOutages(client, address);
  if (patience === 'reader') await warnOfEviction(client, address);
  return new RedisViewStore(client, { prefix });
}

/** A row that is pushed out is missing from a list, and nobody would see it. */
async function warnOfEviction(client: Redis | Cluster, address: RedisAddress): Promise<void> {
  // Who may not ask is not told.
  const memory = await client.info('memory').catch(() => '');
  const isLimited = Number(/^maxmemory:(\d+)/m.exec(memory)?.[1] ?? 0) > 0;
  const policy = /^maxmemory_policy:(\S+)/m.exec(memory)?.[1] ?? 'noeviction';
  if (isLimited && policy !== 'noeviction') console.error(`LET OP Redis op ${describeAddress(address)} gooit bij ruimtegebrek rijen weg (${policy}), en dan kloppen lijsten niet meer: zet maxmemory-policy op noeviction. (Redis evicts rows.)`);
}

async function answeredInTime(client: Redis | Cluster): Promise<void> {
  let patience: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    patience = setTimeout(() => reject(Object.assign(new Error('late'), { code: 'ETIMEDOUT' })), LONGEST_START_MS);
  });
  try {
    await Promise.race([client.ping(), late]);
  } finally {
    clearTimeout(patience);
  }
}

/** One line when it goes away and one when it is back, however often is tried in between. */
function tellOfOutages(client: Redis | Cluster, address: RedisAddress): void {
  let isAway = false;
  client.on('error', (error: unknown) => {
    if (isAway) return;
    isAway = true;
    console.error(`Redis op ${describeAddress(address)} is weggevallen: ${REASONS[reasonOf(error)] ?? reasonOf(error)}. Er wordt opnieuw geprobeerd; wat is vastgelegd blijft. (Redis went away; retrying.)`);
  });
  client.on('ready', () => {
    if (isAway) console.error(`Redis op ${describeAddress(address)} is er weer. (Redis is back.)`);
    isAway = false;
  });
}
