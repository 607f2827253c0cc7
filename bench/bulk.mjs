// A long NDJSON stream, and the rebuild of all views from it with decryption.
import { readFileSync } from 'node:fs';
import { eventOf, headOf, report, runId } from './lib.mjs';
import { rebuildData, verifyData } from '../apps/trajectboek/dist/server/maintenance.js';

export async function benchBulk(product, subjects, { events, baseline }) {
  const run = runId();
  const before = await headOf(product, subjects);
  const started = performance.now();
  const response = await fetch(`${product.url}/v1/events`, {
    method: 'POST', duplex: 'half', headers: { authorization: `Bearer ${product.write}`, 'content-type': 'application/x-ndjson' },
    body: new ReadableStream(lines(events, subjects, run)),
  });
  const answers = (await response.text()).split('\n').filter(Boolean).map((line) => JSON.parse(line));
  const seconds = (performance.now() - started) / 1000;
  const recorded = (await headOf(product, subjects)) - before;
  const acknowledged = answers.filter(({ result }) => result === 'recorded').length;
  if (acknowledged !== events || recorded < events) throw new Error(`${events} sent, ${acknowledged} acknowledged, ${recorded} recorded`);
  report({ what: `bulk NDJSON, ${events} events`, rate: `${Math.round(events / seconds)}/s`, 'rows checked': recorded, errors: 0, ratio: `${(events / seconds / baseline).toFixed(2)} of raw node:sqlite in batches (${Math.round(baseline)}/s)` });
}

function lines(events, subjects, run) {
  let n = 0;
  return {
    pull(controller) {
      let chunk = '';
      for (let i = 0; i < 1_000 && n < events; i += 1) chunk += `${JSON.stringify(eventOf(n++, subjects, run))}\n`;
      if (chunk === '') controller.close();
      else controller.enqueue(Buffer.from(chunk));
    },
  };
}

/** The product must be stopped: rebuild works on its data folder. */
export async function benchRebuild(data, { baseline }) {
  const started = performance.now();
  const views = await rebuildData(data, () => undefined);
  const seconds = (performance.now() - started) / 1000;
  const events = views.reduce((sum, view) => sum + view.events, 0);
  for (const view of views) report({ what: `rebuild of view ${view.name} with decryption, ${view.events} events`, rate: `${Math.round(view.events / (view.milliseconds / 1000))}/s`, 'rows checked': view.events, ratio: `${(view.events / (view.milliseconds / 1000) / baseline).toFixed(2)} of raw node:sqlite in batches` });
  const startedVerify = performance.now();
  const { faults, events: verified } = await verifyData(data, () => undefined);
  if (faults.length > 0) throw new Error(`verify found ${faults.length} faults`);
  report({ what: `verify: leaves, chains, tree, views`, rate: `${Math.round(verified / ((performance.now() - startedVerify) / 1000))}/s`, 'rows checked': verified });
  return { seconds, events };
}
export const memoryOf = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
