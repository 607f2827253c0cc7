import { describe, expect, it } from '@jest/globals';
import { UserError } from '../cli/user-error.js';
import { describeAddress, parseRedisAddress } from './redis-address.js';

describe('the address of a Redis', () => {
  it.each([
    ['redis://localhost', { kind: 'one', tls: false, nodes: [{ host: 'localhost', port: 6379 }], db: 0 }],
    ['redis://localhost:6380/2', { kind: 'one', nodes: [{ host: 'localhost', port: 6380 }], db: 2 }],
    [' rediss://views:se%40cret@redis.example:6379 ', { tls: true, username: 'views', password: 'se@cret' }],
    ['redis://:p:a/s@s@10.0.0.1', { username: undefined, password: 'p:a/s@s', nodes: [{ host: '10.0.0.1', port: 6379 }] }],
    ['redis://[::1]:7000', { nodes: [{ host: '::1', port: 7000 }] }],
    ['redis+sentinel://a,b:26380/main', { kind: 'sentinel', nodes: [{ host: 'a', port: 26_379 }, { host: 'b', port: 26_380 }], masterName: 'main', db: 0 }],
    ['rediss+sentinel://u:p@a/main/3', { kind: 'sentinel', tls: true, masterName: 'main', db: 3, username: 'u', password: 'p' }],
    ['redis+cluster://a:7000,b:7001,c', { kind: 'cluster', nodes: [{ host: 'a', port: 7000 }, { host: 'b', port: 7001 }, { host: 'c', port: 6379 }], db: 0 }],
  ])('%s is understood', (text, expected) => {
    expect(parseRedisAddress(text)).toMatchObject(expected);
  });

  it.each([
    '', 'localhost:6379', 'http://localhost', 'redis://', 'redis://a:b:c', 'redis://a,b', 'redis://a:0', 'redis://a:99999', 'redis://a/x', 'redis://a/1/2', 'redis://a?db=1', 'redis://u:%zz@a',
    'redis+sentinel://a', 'redis+sentinel://a/main/x', 'redis+cluster://a/1', 'redis+other://a', 'redis://u:secret@', 'redis://u:secret@a:x',
  ])('%s is none, and the line does not repeat it', (text) => {
    const line = lineOf(() => parseRedisAddress(text));
    expect(line).toContain('TRAJECTBOEK_REDIS is geen adres');
    expect(line).not.toMatch(/secret|\n/);
  });

  it('is shown to people without who signs in', () => {
    expect(describeAddress(parseRedisAddress('redis+cluster://me:secret@a:7000,[::1]:7001'))).toBe('a:7000, [::1]:7001');
  });
});

function lineOf(work: () => unknown): string {
  try {
    work();
    return 'understood';
  } catch (error) {
    return error instanceof UserError ? error.userMessage : String(error);
  }
}
