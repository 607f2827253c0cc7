import { Presets, SingleBar } from 'cli-progress';

/** Told how far a long piece of work has come. */
export type OnProgress = (done: number, total: number) => void;

/**
 * Shows a bar with rate and remaining time on standard error while the work runs; nothing when that is not a terminal, so
 * that logs and pipes stay clean.
 */
export async function withProgress<T>(label: string, work: (onProgress: OnProgress) => Promise<T>): Promise<T> {
  if (!process.stderr.isTTY) return work(() => undefined);
  const startedMs = performance.now();
  const bar = new SingleBar({
    stream: process.stderr, hideCursor: true, clearOnComplete: true, etaBuffer: 20, etaAsynchronousUpdate: true,
    format: `${label} {bar} {percentage}% | {value}/{total} | {rate}/s | nog {eta_formatted}`,
  }, Presets.shades_classic);
  bar.start(0, 0, { rate: 0 });
  try {
    return await work((done, total) => {
      const seconds = (performance.now() - startedMs) / 1000;
      bar.setTotal(total);
      bar.update(done, { rate: Math.round(done / Math.max(seconds, 0.001)) });
    });
  } finally {
    bar.stop();
  }
}
