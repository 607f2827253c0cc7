// What the specs need besides Node: servers that they start themselves, and that a machine may not have yet.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { run } from './run.mjs';

const NEEDED = [{ name: 'Redis', programs: ['redis-server', 'redis-cli'], packages: ['redis-server', 'redis-tools'] }];
/** No questions, and no server in the background: the specs start their own. */
const QUIET = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };

/** Installs what is missing where apt and root are there. Elsewhere the specs that need it are reported as skipped, by name. */
export async function ensureServices() {
  const missing = NEEDED.filter(({ programs }) => !programs.every(isOnPath));
  if (missing.length === 0) return;
  const names = missing.map(({ name }) => name).join(', ');
  if (process.getuid?.() === 0 && isOnPath('apt-get')) {
    console.error(`${names} installeren… (Installing ${names})`);
    await apt(['update', '-qq']);
    await apt(['install', '-y', '-qq', '--no-install-recommends', ...missing.flatMap(({ packages }) => packages)]);
  }
  const lacking = missing.filter(({ programs }) => !programs.every(isOnPath)).map(({ name }) => name);
  if (lacking.length > 0) console.error(`${lacking.join(', ')} ontbreekt en is hier niet te installeren; die tests worden overgeslagen. (Not available here: its tests are skipped.)`);
}

function isOnPath(program) {
  return (process.env.PATH ?? '').split(path.delimiter).some((folder) => existsSync(path.join(folder, program)));
}

/** A step that fails shows afterwards: the program is still not there. */
async function apt(words) {
  await run('apt-get', words, { env: QUIET, stdio: ['ignore', 'ignore', 2] }).catch(() => undefined);
}
