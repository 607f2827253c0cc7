#!/usr/bin/env node
// `npm run docs`: writes the pages that follow from the code (docs/glossary.md, docs/catalogue.md, docs/figures.md, docs/events/, docs/schemes/) anew.
import path from 'node:path';
import { build } from './build.mjs';
import { run } from './lib/run.mjs';
import { pinnedNode, requireNode, ROOT } from './lib/workspace.mjs';

requireNode();
try {
  await build();
  const words = ['--disable-warning=ExperimentalWarning', '--import', path.join(ROOT, 'tools', 'lib', 'typescript.mjs'), path.join(ROOT, 'tools', 'docs', 'generate.ts')];
  process.exitCode = await run(pinnedNode(), words, { cwd: ROOT });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
