import { Fill, type Filled } from '@trajectboek/projection-runner';
import { parentPort, workerData } from 'node:worker_threads';
import { createCore } from '../core.js';
import { openStores } from '../stores.js';
import { stepAside } from './step-aside.js';
import { subscriptions } from './subscriptions.js';
import type { FillOrder, FillTold, FillWork } from './messages.js';

/* One of several threads that fill new generations together, each the youths of other ids. It ends when it is told to. */

const EVENTS_AT_ONCE = 4000;

const port = parentPort;
if (!port) throw new Error('filling runs as a worker thread');
const tell = (message: FillTold): void => port.postMessage(message);

const { dataFolder, rules, generations, upTo } = workerData as FillWork;
stepAside();
const stores = await openStores(dataFolder, () => new Date().toISOString());
const core = createCore(stores, rules);
const projections = subscriptions(core.ruleBook, stores.settings);
const filled = generations.map((generation): Filled => {
  const projection = projections.find(({ declaration }) => declaration.name === generation.view.name);
  if (!projection) throw new Error(`there is no view ${generation.view.name}`);
  // Settings may have changed since the build began: then it is followed by another one, as in one thread.
  return { projection: { ...projection, declaration: generation.view }, generation };
});
const fill = new Fill({
  store: stores.views, source: core.reader, batchSize: EVENTS_AT_ONCE, signal: new AbortController().signal, onPart: (part) => tell({ kind: 'part', part }),
}, filled, upTo);

port.on('message', (order: FillOrder) => {
  void carryOut(order);
});

/** An error comes out of a thread without its name. */
function failureOf(error: unknown): FillTold {
  return error instanceof Error ? { kind: 'failed', name: error.name, message: error.message } : { kind: 'failed', name: 'Error', message: 'not an Error' };
}

async function carryOut(order: FillOrder): Promise<void> {
  switch (order.kind) {
    case 'range':
      await fill.run(order.range).then(() => tell({ kind: 'idle' }), (error: unknown) => tell(failureOf(error)));
      return;
    case 'end':
      await stores.close();
      port?.close();
  }
}

tell({ kind: 'idle' });
