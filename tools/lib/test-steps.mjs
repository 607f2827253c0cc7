import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { run } from './run.mjs';
import { environment, pinnedNode, ROOT } from './workspace.mjs';

const BIN = path.join(ROOT, 'node_modules', '.bin');
/** Background helpers of Nx would outlive the tests. */
const PLAIN = { CI: process.env.CI ?? 'true', NX_DAEMON: 'false', NX_TUI: 'false' };

/** Runs one command that counts as one test. */
export async function runStep(name, [tool, ...words]) {
  console.log(`\n> ${name}`);
  const code = await run(pinnedNode(), [path.join(BIN, tool), ...words], { cwd: ROOT, env: environment(PLAIN) });
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? [] : [name], skipped: [] };
}

/** Runs the specs; patterns limit which ones. */
export async function runJest(patterns) {
  console.log('\n> jest');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'trajectboek-test-'));
  const out = path.join(folder, 'jest.json');
  const words = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', path.join(BIN, 'jest'), '--forceExit', '--json', `--outputFile=${out}`, ...patterns];
  try {
    const code = await run(pinnedNode(), words, { cwd: ROOT, env: environment(PLAIN), stdio: ['ignore', 'ignore', 'inherit'] });
    return countsOf(JSON.parse(readFileSync(out, 'utf8')), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A spec file that cannot even run counts as one failed test, and so does a runner that fails without saying which. */
function countsOf({ testResults, numPassedTests }, code) {
  const tests = testResults.flatMap(({ name, assertionResults }) => assertionResults.map((test) => ({ ...test, file: path.relative(ROOT, name) })));
  const named = (statuses) => tests.filter(({ status }) => statuses.includes(status)).map(({ file, fullName }) => `${file}: ${fullName}`);
  const broken = testResults.filter(({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'));
  const failed = [...named(['failed']), ...broken.map(({ name }) => `${path.relative(ROOT, name)}: kan niet draaien`)];
  if (code !== 0 && failed.length === 0) failed.push(`jest eindigde met ${code}`);
  return { passed: numPassedTests, failed, skipped: named(['pending', 'skipped', 'todo', 'disabled']) };
}
