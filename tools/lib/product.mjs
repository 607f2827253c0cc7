import path from 'node:path';
import { build } from '../build.mjs';
import { run } from './run.mjs';
import { pinnedNode, ROOT } from './workspace.mjs';

const MAIN = path.join(ROOT, 'apps', 'trajectboek', 'dist', 'main.js');
/** node:sqlite is announced as experimental in each process; our engine tests cover what we use of it. */
const QUIET = '--disable-warning=ExperimentalWarning';

/** Builds what changed and runs a command of the product on the pinned Node; gives its exit code. */
export async function runProduct(words) {
  const { compiled } = await build();
  if (compiled > 0) console.error(`${compiled} bestanden gecompileerd. (Compiled ${compiled} files.)`);
  return run(pinnedNode(), [QUIET, '--enable-source-maps', MAIN, ...words]);
}
