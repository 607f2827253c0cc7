import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { lockDataFolder, makeDataFolder } from './data-folder.js';

describe('a data folder', () => {
  let folder = '';
  beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-folder-')); });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is made with the folders above it, and may be there already', () => {
    const deep = path.join(folder, 'one', 'two', 'three');
    makeDataFolder(deep);
    makeDataFolder(deep);
    expect(existsSync(deep)).toBe(true);
  });

  it('is not a file, nor in one', () => {
    writeFileSync(path.join(folder, 'letter'), '');
    expect(() => makeDataFolder(path.join(folder, 'letter'))).toThrow('kan niet worden geschreven');
    expect(() => makeDataFolder(path.join(folder, 'letter', 'data'))).toThrow('kan niet worden geschreven');
  });

  it('is for one server at a time, each folder by itself', () => {
    const other = path.join(folder, 'other');
    makeDataFolder(other);
    const unlock = lockDataFolder(folder);
    expect(() => lockDataFolder(folder)).toThrow('draait al een Trajectboek');
    lockDataFolder(other)();
    unlock();
    lockDataFolder(folder)();
  });
});
