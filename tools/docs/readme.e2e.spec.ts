import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../workspace/projects.js';

const PROGRAM = path.join(ROOT, 'apps/trajectboek/bin/trajectboek.mjs');
const IN_README = 'http://127.0.0.1:3000';

/** The commands of the README, one after the other as a reader types them. */
function commandsOfReadme(url: string): string {
  const blocks = [...readFileSync(path.join(ROOT, 'README.md'), 'utf8').matchAll(/```bash\n([\s\S]*?)```/g)].map(([, text = '']) => text);
  return blocks.join('\necho ---\n').replaceAll(IN_README, url).replaceAll('npx trajectboek', `"${process.execPath}" "${PROGRAM}"`);
}

describe('the quick start of the README', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-readme-'));
  const env = { ...process.env, TRAJECTBOEK_DATA: path.join(folder, 'data'), NODE_ENV: 'development' };
  let server: ChildProcess | undefined;
  let answers: readonly string[] = [];

  beforeAll(async () => {
    server = spawn(process.execPath, [PROGRAM, 'start', '--empty', '--port', '0'], { env, stdio: ['ignore', 'pipe', 'ignore'] });
    const url = await addressOf(server);
    await readyAt(url);
    const { stdout, stderr, status } = spawnSync('bash', ['-euo', 'pipefail', '-c', commandsOfReadme(url)], { cwd: ROOT, env, encoding: 'utf8' });
    if (status !== 0) throw new Error(`the commands ended with ${String(status)}: ${stderr}`);
    answers = stdout.split('---\n');
  }, 120_000);

  afterAll(async () => {
    const ended = new Promise((resolve) => server?.once('exit', resolve));
    server?.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  });

  it('opens a trajectory and finds it again', () => {
    expect(answers[0]).toMatch(/"created":true/);
  });

  it('records three events', () => {
    expect(answers[2]).toMatch(/"recorded":3,"duplicates":0,"refused":0/);
  });

  it('shows a youth in education, then out of view, with what was told', () => {
    expect(answers[3]).toMatch(/"status":"education"/);
    expect(answers[3]).toMatch(/"status":"out-of-view"[^]*"cause":"transition-gap"/);
    expect(answers[3]).toMatch(/"typeLabel":"Uitgeschreven"/);
  });

  it('gives an auditor lists, counts and work lists', () => {
    expect(answers[4]).toMatch(/"items":\[\{"trajectoryId"[^]*"by":\["status"\][^]*"list":"open-handovers"/);
  });

  it('verifies that nothing was changed', () => {
    expect(answers[5]).toMatch(/^3 gebeurtenissen, 1 trajecten, \d+ ijkpunten nagerekend: alles klopt$/m);
  });
});

async function addressOf(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: server.stdout })) {
    const url = /http:\/\/[\d.]+:\d+/.exec(line)?.[0];
    if (url) return url;
  }
  throw new Error('the server ended before it listened');
}

/** Views are built at the first start; a reader who types is slower than that. */
async function readyAt(url: string): Promise<void> {
  while ((await fetch(`${url}/health/ready`)).status !== 200) await sleep(100);
}
