import type { TrajectoryId } from '@trajectboek/events';
import { BuildAbandonedError, type FillAll, type FillTask, type IdRange } from '@trajectboek/projection-runner';
import type { RuleBookDocument } from '@trajectboek/catalogue';
import { Worker } from 'node:worker_threads';
import type { FillOrder, FillTold, FillWork } from './messages.js';

/** As for the projector: the built one, also where the sources run. */
const THREAD = new URL(import.meta.url.endsWith('.ts') ? '../../../dist/server/projector/fill.thread.js' : './fill.thread.js', import.meta.url);

/** Ranges of ids; more than threads, so that none is left with a long end. */
const RANGES = 64;

export interface ParallelFillOptions {
  readonly dataFolder: string;
  readonly rules: RuleBookDocument;
  readonly threads: number;
}

/** Fills new generations with several threads, each with handles of its own. The youths are divided by id. */
export function parallelFill({ dataFolder, rules, threads }: ParallelFillOptions): FillAll {
  return async (task) => {
    const ranges = rangesOf(RANGES);
    const work: FillWork = { dataFolder, rules, generations: task.generations, upTo: task.upTo };
    const workers = Array.from({ length: threads }, () => new Worker(THREAD, { workerData: work }));
    const abort = (): void => workers.forEach((worker) => void worker.terminate());
    task.signal.addEventListener('abort', abort);
    try {
      await Promise.all(workers.map((worker) => serve(worker, ranges, task)));
      if (task.signal.aborted) throw new BuildAbandonedError('the runner stops');
    } finally {
      task.signal.removeEventListener('abort', abort);
      abort();
    }
  };
}

/** Gives a worker one range after another until there is none left, and it has ended. */
function serve(worker: Worker, ranges: IdRange[], { onPart, signal }: FillTask): Promise<void> {
  const order = (message: FillOrder): void => worker.postMessage(message);
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', (code) => (code === 0 || signal.aborted ? resolve() : reject(new Error(`exit ${code}`))));
    worker.on('message', (told: FillTold) => {
      switch (told.kind) {
        case 'part':
          return onPart(told.part);
        case 'failed':
          return reject(asThrown(told));
        case 'idle': {
          const range = ranges.shift();
          return order(range ? { kind: 'range', range } : { kind: 'end' });
        }
      }
    });
  });
}

function asThrown({ name, message }: { readonly name: string; readonly message: string }): Error {
  return name === 'BuildAbandonedError' ? new BuildAbandonedError(message) : Object.assign(new Error(message), { name });
}

/** Ids are random UUIDs. */
function rangesOf(count: number): IdRange[] {
  const startOf = (index: number): number => Math.round((index * 256) / count);
  return Array.from({ length: count }, (_, index) => ({
    ...(index > 0 && { after: `${twoDigits(startOf(index) - 1)}ffffff-ffff-ffff-ffff-ffffffffffff` as TrajectoryId }),
    ...(index < count - 1 && { before: twoDigits(startOf(index + 1)) }),
  }));
}

function twoDigits(byte: number): string {
  return byte.toString(16).padStart(2, '0');
}
