#!/usr/bin/env node
// `npx trajectboek …`: the same product and commands as `npm start`, on any Node from 20 on.
import { runProduct } from '../../../tools/lib/product.mjs';
import { requireNode } from '../../../tools/lib/workspace.mjs';

requireNode();
try {
  process.exitCode = await runProduct(process.argv.slice(2));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
