import type { EventSource } from '@trajectboek/projection-runner';
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import path from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import { createCore } from '../core.js';
import { openStores } from '../stores.js';
import { createRunner } from './create-runner.js';
import type { FromProjector, ProjectorTask, ToProjector } from './messages.js';

/* The projector in a thread of its own: folding views costs about as much as recording, and a machine has two cores. */

const LOWER_PRIORITY = 10;

const port = parentPort;
if (!port) throw new Error('the projector runs as a worker thread');
const tell = (message: FromProjector): void => port.postMessage(message);

const { dataFolder, rules } = workerData as ProjectorTask;
const stores = openStores(dataFolder, () => new Date().toISOString());
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
const runner = createRunner(stores, core, source);
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
    case 'progress':
      tell({ kind: 'progress', question: message.question, views: (await runner.progress()).views });
      return;
    case 'stop':
      await runner.stop();
      await stores.close();
      tell({ kind: 'stopped' });
      port?.close();
  }
}

await runner.start();
tell({ kind: 'ready', reached: await runner.waitFor(0, 0) });

/**
 * Recording goes first: under load views may lag, an acknowledgement may not. Linux has a priority per thread, and a
 * synchronous call tells the one that it is made on; elsewhere all threads stay equal.
 */
function stepAside(): void {
  try {
    setPriority(Number(path.basename(readlinkSync('/proc/thread-self'))), LOWER_PRIORITY);
  } catch {
    // No such file system, or not allowed: a matter of speed only.
  }
}
