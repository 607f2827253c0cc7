import { statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TemporaryFolder } from '../testkit/folder.js';
import { KeyFile } from './key-file.js';

let folder: TemporaryFolder;
let file: KeyFile;

beforeEach(() => {
  folder = new TemporaryFolder();
  file = new KeyFile(folder.file('keys.db'));
});

afterEach(() => {
  file.close();
  folder.remove();
});

function put(youth: string): void {
  file.prepare(`INSERT INTO fence (trajectory_id, controller, data_class) VALUES (?, 'c', '*')`).run(youth);
}

function youths(): unknown[] {
  return file.prepare('SELECT trajectory_id FROM fence ORDER BY number').all().map((row) => row['trajectory_id']);
}

describe('A shared commit', () => {
  it('undoes the work that fails, and only that', async () => {
    const results = await Promise.allSettled([
      file.commit(() => put('one')),
      file.commit(() => {
        put('two');
        throw new Error('half way');
      }),
      file.commit(() => put('three')),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(youths()).toEqual(['one', 'three']);
  });

  it('gives everyone the failure when it cannot be made, and goes on afterwards', async () => {
    const results = await Promise.allSettled([
      file.commit(() => put('one')),
      file.commit(() => {
        // A reference to a key that is not there, checked at commit.
        file.prepare('PRAGMA defer_foreign_keys = ON').run();
        file.prepare(`INSERT INTO data_key (key_id, trajectory_id, controller, data_class, retention, kek_version, wrapped) VALUES ('k', 't', 'nobody', 'path', 's', 1, x'00')`).run();
      }),
    ]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(youths()).toEqual([]);
    await file.commit(() => put('later'));
    expect(youths()).toEqual(['later']);
  });

  it('is made before the file is closed', async () => {
    const waiting = file.commit(() => put('one'));
    file.close();
    await waiting;
    file = new KeyFile(folder.file('keys.db'));
    expect(youths()).toEqual(['one']);
  });

  it('refuses work after the file is closed', async () => {
    file.close();
    await expect(file.commit(() => put('one'))).rejects.toThrow();
  });

  it('is in files for their owner alone', async () => {
    await file.commit(() => put('one'));
    for (const name of ['keys.db', 'keys.db-wal']) expect(statSync(folder.file(name)).mode & 0o777).toBe(0o600);
  });

  it('is durable: WAL with a full sync', () => {
    expect(file.prepare('PRAGMA journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(file.prepare('PRAGMA synchronous').get()).toEqual({ synchronous: 2 });
    expect(file.prepare('PRAGMA secure_delete').get()).toEqual({ secure_delete: 1 });
  });
});
