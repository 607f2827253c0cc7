#!/usr/bin/env node
// Changes the code of the pure projects a little, many times, and counts how often no spec notices. `node tools/mutation/run.mjs [situation|schemes|continuity]… [--force]`; without a name all of them, with --force without what an earlier run found. Exit 1 below 90%.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { run } from '../lib/run.mjs';
import { environment, pinnedNode, requireNode, ROOT } from '../lib/workspace.mjs';
import { PROJECTS } from './projects.mjs';
import { OUT, writeTable } from './reports.mjs';

requireNode();
const STRYKER = path.join(ROOT, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');

async function main(names) {
  const unknown = names.filter((name) => !Object.hasOwn(PROJECTS, name));
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')}: kies uit ${Object.keys(PROJECTS).join(', ')} (choose one of these)`);
  process.chdir(ROOT);
  // What is not mutated comes from its dist.
  const { build } = await import('../build.mjs');
  await build();
  let worst = 0;
  for (const name of names.length > 0 ? names : Object.keys(PROJECTS)) worst = Math.max(worst, await measure(name));
  return worst;
}

async function measure(name) {
  mkdirSync(OUT, { recursive: true });
  for (const old of [`${name}.json`, `events-${name}`]) rmSync(path.join(OUT, old), { recursive: true, force: true });
  const words = [STRYKER, 'run', 'tools/mutation/stryker.config.mjs', ...(process.argv.includes('--force') ? ['--force'] : [])];
  const code = await run(pinnedNode(), words, { cwd: ROOT, env: environment({ MUTATION_PROJECT: name, NODE_OPTIONS: '' }) });
  const missed = writeTable({ name, ...PROJECTS[name] }, new Date().toISOString().slice(0, 10));
  writeFileSync(path.join(OUT, `${name}.missed.txt`), `${missed.join('\n')}\n`);
  console.log(`${name}: ${missed.length} missed, see ${OUT}/${name}.missed.txt`);
  return code;
}

try {
  process.exitCode = await main(process.argv.slice(2).filter((word) => word !== '--force'));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
