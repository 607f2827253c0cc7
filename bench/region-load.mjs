// Generates a region and loads it over HTTP with the commands of the product; a mark says that a folder has been loaded.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Memory } from './region-memory.mjs';
import { report, ROOT } from './lib.mjs';

const MAIN = path.join(ROOT, 'apps/trajectboek/dist/main.js');
const SEED = process.env.BENCH_SEED ?? '1';
const markOf = (folder) => path.join(folder, 'loaded.json');

export function readMark(folder) {
  return existsSync(markOf(folder)) ? JSON.parse(readFileSync(markOf(folder), 'utf8')) : undefined;
}

export async function loadRegion(product, { folder, youths }) {
  const file = path.join(folder, 'region.ndjson');
  const generated = await command(['generate', '--youths', String(youths), '--seed', SEED, '--out', file]);
  const memory = new Memory(product.child.pid);
  const loaded = await memory.during('loading over HTTP', () => command(['load', file, '--url', product.url, '--data', product.data]));
  memory.report();
  const [, recorded, known, , refused] = /(\d+) vastgelegd, (\d+) al bekend, (\d+) geweigerd zoals aangekondigd, (\d+) onverwacht/.exec(loaded.output) ?? [];
  const events = Number(recorded);
  if (!(events > 0) || Number(known) + Number(refused) > 0) throw new Error(`load said: ${loaded.output}`);
  report({ what: `generate ${youths} youths, ${events} events`, rate: `${Math.round(events / generated.seconds)}/s`, 'rows checked': events });
  report({ what: `load over HTTP: open ${youths} trajectories, bulk NDJSON`, rate: `${Math.round(events / loaded.seconds)}/s`, 'rows checked': events, errors: Number(refused) });
  rmSync(file);
  const mark = { youths, events, seed: SEED };
  writeFileSync(markOf(folder), JSON.stringify(mark));
  return mark;
}

/** Runs a command of the product; gives what it printed and how long it took. */
export async function command(words, onStarted = () => undefined) {
  const started = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', MAIN, ...words], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  onStarted(child.pid);
  let output = '';
  child.stdout.on('data', (text) => { output += text; });
  const code = await new Promise((resolve) => { child.once('close', resolve); });
  if (code !== 0) throw new Error(`trajectboek ${words[0]} ended with ${code}: ${output.slice(0, 500)}`);
  return { output, seconds: (performance.now() - started) / 1000 };
}
