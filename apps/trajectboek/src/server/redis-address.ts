import { UserError } from '../cli/user-error.js';

export interface RedisNode {
  readonly host: string;
  readonly port: number;
}

/** Where a Redis is and how to sign in there. */
export interface RedisAddress {
  readonly kind: 'one' | 'sentinel' | 'cluster';
  /** Of the server, of the Sentinels, or of some nodes of the cluster. */
  readonly nodes: readonly RedisNode[];
  readonly tls: boolean;
  readonly username: string | undefined;
  readonly password: string | undefined;
  /** How Sentinels call the master; empty elsewhere. */
  readonly masterName: string;
  readonly db: number;
}

const FORM = /^redis(?<tls>s)?(?:\+(?<kind>sentinel|cluster))?:\/\/(?:(?<user>[^:@]*)(?::(?<password>.*))?@)?(?<hosts>[^@/?#]+)(?:\/(?<rest>[^?#@]*))?$/;
const HOST = /^(?<host>\[[0-9A-Fa-f:.]+\]|[^:[\]]+)(?::(?<port>\d{1,5}))?$/;
const USUAL_PORT = { one: 6379, cluster: 6379, sentinel: 26_379 } as const;
const HIGHEST_PORT = 65_535;

/** The line tells the forms and never what was given: that may hold a password. */
const FAULT = 'TRAJECTBOEK_REDIS is geen adres van een Redis. Gebruik redis://[naam:wachtwoord@]host:poort[/nummer], redis+sentinel://host:poort,host:poort/naam-van-de-master of redis+cluster://host:poort,host:poort; met TLS begint het met rediss. (Not an address of a Redis server.)';

/** @throws UserError with one line in which no password stands */
export function parseRedisAddress(text: string): RedisAddress {
  const parts = FORM.exec(text.trim())?.groups;
  if (!parts) throw new UserError(FAULT);
  const kind = kindOf(parts['kind']);
  const nodes = (parts['hosts'] ?? '').split(',').map((host) => nodeOf(host, USUAL_PORT[kind]));
  if (kind === 'one' && nodes.length > 1) throw new UserError(FAULT);
  const place = placeOf(kind, parts['rest'] ?? '');
  return { kind, nodes, tls: parts['tls'] !== undefined, username: decoded(parts['user']), password: decoded(parts['password']), ...place };
}

/** For people: where it is, without who signs in. */
export function describeAddress({ nodes }: RedisAddress): string {
  return nodes.map(({ host, port }) => `${host.includes(':') ? `[${host}]` : host}:${port}`).join(', ');
}

function kindOf(text: string | undefined): RedisAddress['kind'] {
  return text === 'sentinel' || text === 'cluster' ? text : 'one';
}

function nodeOf(text: string, usualPort: number): RedisNode {
  const found = HOST.exec(text.trim())?.groups;
  const port = Number(found?.['port'] ?? usualPort);
  if (found?.['host'] === undefined || port < 1 || port > HIGHEST_PORT) throw new UserError(FAULT);
  return { host: found['host'].replace(/^\[|\]$/g, ''), port };
}

/** What follows the hosts: the number of a database, after the name of the master where Sentinels are asked. A cluster has one database. */
function placeOf(kind: RedisAddress['kind'], rest: string): Pick<RedisAddress, 'masterName' | 'db'> {
  const words = rest.split('/').filter(Boolean);
  const masterName = kind === 'sentinel' ? decoded(words.shift()) ?? '' : '';
  const [db = '0'] = words;
  const isRight = words.length <= (kind === 'cluster' ? 0 : 1) && /^\d{1,4}$/.test(db) && (kind === 'sentinel') === (masterName !== '');
  if (!isRight) throw new UserError(FAULT);
  return { masterName, db: Number(db) };
}

function decoded(text: string | undefined): string | undefined {
  try {
    return text === undefined || text === '' ? undefined : decodeURIComponent(text);
  } catch {
    throw new UserError(FAULT);
  }
}
