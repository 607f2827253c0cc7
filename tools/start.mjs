#!/usr/bin/env node
// `npm start`: from a fresh clone to a running product, on any Node from 20 on.
import { requireNode } from './lib/workspace.mjs';

requireNode();
const { ensureInstalled } = await import('./lib/install.mjs');

try {
  await ensureInstalled();
  const { runProduct } = await import('./lib/product.mjs');
  process.exitCode = await runProduct(['start', ...process.argv.slice(2)]);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
