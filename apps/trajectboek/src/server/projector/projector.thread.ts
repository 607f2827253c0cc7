import { BuildAbandonedError, type EventSource } from '@trajectboek/projection-runner';
import type { ViewProgress } from '@trajectboek/features';
import { setTimeout as sleep } from 'node:timers/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { createCore } from '../core.js';
import { openStores } from '../stores.js';
import { createRunner, fillElsewhere } from './create-runner.js';
import { stepAside } from './step-aside.js';
import { workLists } from './subscriptions.js';
import type { FromProjector, ProjectorTask, ToProjector } from './messages.js';

/* The projector in a thread of its own: folding views costs about as much as recording, and a machine has two cores. */

const LONGEST_ANSWER_MS = 1_000;
/** There is one server for each data folder: started again after a kill it has its parts at once. */
const SERVER = 'server';

const port = parentPort;
if (!port) throw new Error('the projector runs as a worker thread');
const tell = (message: FromProjector): void => port.postMessage(message);

const { dataFolder, rules } = workerData as ProjectorTask;
const stores = await openStores(dataFolder, () => new Date().toISOString());
const core = createCore(stores, rules);
const listeners = new Set<() => void>();
const source: EventSource = {
  readAll: (after, limit) => core.reader.readAll(after, limit),
  historyOf: (trajectoryId, upTo) => core.reader.historyOf(trajectoryId, upTo),
  streams: (after, upTo, limit) => core.reader.streams(after, upTo, limit),
  head: () => core.reader.head(),
  // Another thread appends: it tells through a message.
  onAppended: (listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
stepAside();
// Before the first message that needs it: messages come while the views are still being built.
let isRebuilding = false;
let known: readonly ViewProgress[] = [];
const runner = createRunner(stores, core, { source, elsewhere: fillElsewhere(dataFolder, rules), projector: SERVER });
runner.changes$.subscribe((change) => {
  void runner.waitFor(0, 0).then((reached) => tell({ kind: 'changed', change, reached }));
});

port.on('message', (message: ToProjector) => {
  void answer(message);
});

async function answer(message: ToProjector): Promise<void> {
  switch (message.kind) {
    case 'appended':
      listeners.forEach((listener) => listener());
      return;
    case 'settings-changed':
      await rebuildWorkLists();
      return;
    case 'progress':
      tell({ kind: 'progress', question: message.question, views: await progress() });
      return;
    case 'stop':
      await runner.stop();
      await stores.close();
      tell({ kind: 'stopped' });
      port?.close();
  }
}

/** Never later than this: where views are kept may be away for a while, and then what was known last is the answer. */
async function progress(): Promise<readonly ViewProgress[]> {
  const asked = runner.progress().then(({ views }) => { known = views; }, () => undefined);
  await Promise.race([asked, sleep(LONGEST_ANSWER_MS)]);
  return known;
}

await runner.start();
tell({ kind: 'ready', reached: await runner.waitFor(0, 0) });

/** With what organisations chose by then; choices that come during a rebuild are taken together in the next one. */
async function rebuildWorkLists(): Promise<void> {
  if (isRebuilding) return;
  isRebuilding = true;
  try {
    for (let built = -1; built !== stores.settings.version;) {
      stores.settings.refresh();
      built = stores.settings.version;
      await runner.replace(workLists(core.ruleBook, stores.settings));
      stores.settings.refresh();
    }
  } catch (error) {
    // Another process builds it, or the runner stops: the version tells at the next start.
    if (!(error instanceof BuildAbandonedError)) throw error;
  } finally {
    isRebuilding = false;
  }
}
