import { afterEach, describe, expect } from '@jest/globals';
import { freePorts, LocalRedis, LocalSentinel, onRedis } from '@trajectboek/view-store-redis/testing';
import { setTimeout as sleep } from 'node:timers/promises';
import { loadDemo } from '../../demo/demo.js';
import { Product } from './testing/product.js';

const LONG = 180_000;
const stopped: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const stop of stopped.splice(0).toReversed()) await stop();
});

async function started(address: string): Promise<Product> {
  const product = await Product.start({ TRAJECTBOEK_REDIS: address });
  stopped.push(() => product[Symbol.asyncDispose]());
  return product;
}

/** Tells all stories, and says what was refused that should not be. */
function telling(product: Product): Promise<readonly string[]> {
  return loadDemo({ url: product.url, data: product.folder, onProgress: () => undefined }).then(({ unexpected }) => unexpected);
}

/** Every row is as it follows from the ledger, and readers see all of it. */
async function expectNothingLost(product: Product): Promise<void> {
  expect(product.recorded()).toBeGreaterThan(1_000);
  await product.untilViewsCaughtUp();
  const { code, stdout } = await product.command('verify');
  expect([code, stdout.trimEnd().split('\n').at(-1)]).toEqual([0, expect.stringContaining('alles klopt')]);
}

describe('the views of all stories in Redis are whole', () => {
  onRedis('when Sentinel changes the master while they are told, and nobody who tells notices', async () => {
    const sentinel = await LocalSentinel.start();
    stopped.push(() => sentinel.stop());
    const product = await started(sentinel.address);
    const told = telling(product);
    await sleep(1_500);
    await sentinel.master.kill();
    expect(await told).toEqual([]);
    await expectNothingLost(product);
    expect(await product.signal('SIGTERM')).toMatchObject({ code: 0 });
  }, LONG);

  onRedis('when the process is killed again and again while it folds', async () => {
    const [port = 0] = await freePorts(1);
    const redis = await LocalRedis.start('--port', `${port}`, '--bind', '127.0.0.1');
    stopped.push(() => redis.stop());
    const product = await started(`redis://127.0.0.1:${port}`);
    expect(await telling(product)).toEqual([]);
    for (const pause of [0, 150, 400]) {
      await sleep(pause);
      await product.signal('SIGKILL');
      // Without anything in Redis there is everything to fold again.
      if (pause === 150) await redis.kill().then(() => redis.restart());
      await product.restart();
    }
    await expectNothingLost(product);
  }, LONG);
});
