import { describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateCommand } from './generate.command.js';
import { UserError } from './user-error.js';

async function generated(...options: readonly string[]): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-'));
  try {
    const file = path.join(folder, 'region.ndjson');
    await generateCommand().exitOverride().configureOutput({ writeErr: () => undefined }).parseAsync(['--out', file, ...options], { from: 'user' });
    return readFileSync(file, 'utf8');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('generate', () => {
  it('writes the youths that were asked for to a file, the same ones each time', async () => {
    const text = await generated('--youths', '40', '--seed', '9');
    expect(text.match(/"identity"/g)).toHaveLength(40);
    expect(await generated('--youths', '40', '--seed', '9')).toBe(text);
  });

  it('writes nothing for no youths', async () => {
    expect(await generated('--youths', '0')).toBe('');
  });

  it.each([['--youths', '1.5'], ['--youths', '100000000'], ['--seed', '4294967296'], ['--from', '2021-02-30']])('refuses %s %s', async (option, value) => {
    await expect(generated(option, value)).rejects.toThrow(/It is/);
  });

  it.each([[['--from', '2024-01-01', '--to', '2023-12-31']], [['--region', '41']]])('says in one line what is wrong with %j', async (options) => {
    await expect(generated(...options)).rejects.toThrow(UserError);
  });
});
