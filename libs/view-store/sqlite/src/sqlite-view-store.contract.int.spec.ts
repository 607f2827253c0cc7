import { afterEach, describe, it } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ViewStore } from '@trajectboek/view-store';
import { VIEW_STORE_CONTRACT } from '@trajectboek/view-store/testing';
import { SqliteViewStore } from './sqlite-view-store.js';

const opened: ViewStore[] = [];
const folders: string[] = [];

afterEach(async () => {
  // A case may have closed a store itself.
  for (const store of opened.splice(0)) await store.close().catch(() => undefined);
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

describe('views in SQLite keep the contract', () => {
  it.each(VIEW_STORE_CONTRACT)('$title', async (contractCase) => {
    const folder = mkdtempSync(join(tmpdir(), 'views-'));
    folders.push(folder);
    await contractCase.run({
      async open() {
        const store = SqliteViewStore.open(join(folder, 'views.db'));
        opened.push(store);
        return store;
      },
    });
  });
});
