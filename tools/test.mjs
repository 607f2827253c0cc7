#!/usr/bin/env node
// `npm test`: from a fresh clone to a tested product. The last line is `N passed, N failed, N skipped`; exit 1 when something failed.
import { existsSync } from 'node:fs';
import { requireNode, ROOT } from './lib/workspace.mjs';

requireNode();
const { ensureInstalled } = await import('./lib/install.mjs');

async function main(patterns) {
  await ensureInstalled();
  const { ensureServices } = await import('./lib/services.mjs');
  await ensureServices();
  const { build } = await import('./build.mjs');
  const { runJest, runStep } = await import('./lib/test-steps.mjs');
  await build();
  const results = [await runStep('typecheck', ['tsc', '--noEmit', '-p', 'tsconfig.json'])];
  if (hasLintRules()) results.push(await runStep('lint', ['nx', 'run-many', '-t', 'lint', '--outputStyle=static']));
  results.push(await runJest(patterns));
  return summarise(results);
}

function hasLintRules() {
  return ['eslint.config.mjs', 'eslint.config.js'].some((name) => existsSync(`${ROOT}/${name}`));
}

function summarise(results) {
  const named = (kind) => results.flatMap((result) => result[kind]);
  named('skipped').forEach((name) => console.log(`OVERGESLAGEN (skipped) ${name}`));
  named('failed').forEach((name) => console.log(`GEZAKT (failed) ${name}`));
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  console.log(`${passed} passed, ${named('failed').length} failed, ${named('skipped').length} skipped`);
  return named('failed').length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed, 0 skipped');
  process.exitCode = 1;
}
