import { afterAll, afterEach, beforeAll, describe } from '@jest/globals';
import type { ViewStore } from '@trajectboek/view-store';
import { VIEW_STORE_CONTRACT } from '@trajectboek/view-store/testing';
import { RedisViewStore } from './redis-view-store.js';
import { LocalCluster } from './testing/local-cluster.js';
import { LocalRedis } from './testing/local-redis.js';
import { ifInstalled, onRedis } from './testing/with-redis.js';

const opened: ViewStore[] = [];

afterEach(async () => {
  // A case may have closed a store itself.
  for (const store of opened.splice(0)) await store.close().catch(() => undefined);
});

describe.each([
  { where: 'one server', start: () => LocalRedis.start() },
  { where: 'a cluster of three masters', start: () => LocalCluster.start() },
])('views in Redis on $where keep the contract', ({ start }) => {
  let server: LocalRedis | LocalCluster;
  beforeAll(ifInstalled(async () => { server = await start(); }), 60_000);
  afterAll(ifInstalled(() => server.stop()));

  for (const [number, { title, run }] of VIEW_STORE_CONTRACT.entries()) {
    onRedis(title, () => run({
      async open() {
        const store = new RedisViewStore(server.client(), { prefix: `case-${number}` });
        opened.push(store);
        return store;
      },
    }));
  }
});
