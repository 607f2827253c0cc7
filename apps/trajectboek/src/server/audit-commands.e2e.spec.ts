import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { createProgram } from '../cli/program.js';
import { UserError } from '../cli/user-error.js';
import { enrolment, opening, sent, type Json } from './testing/facts.js';
import { Running } from './testing/running.js';

let ledger: Running;
let subject: string;
let file: string;
beforeAll(async () => {
  ledger = await Running.start();
  subject = await ledger.open();
  file = path.join(ledger.dataFolder, 'export.json');
  await (await ledger.as('system')).batch([sent({ subject, id: '1', type: 'TrajectoryOpened', data: opening() }), sent({ subject, id: '2', type: 'EnrolmentStarted', data: enrolment() })]);
});
afterAll(() => ledger[Symbol.asyncDispose]());

/** What a command prints, and with which code it ends. */
async function run(...words: readonly string[]): Promise<{ readonly output: string; readonly exitCode: unknown }> {
  const lines: string[] = [];
  const log = jest.spyOn(console, 'log').mockImplementation((line: unknown) => { lines.push(String(line)); });
  try {
    const program = createProgram();
    [program, ...program.commands].forEach((command) => command.exitOverride().configureOutput({ writeErr: () => undefined }));
    await program.parseAsync([...words], { from: 'user' });
    return { output: lines.join('\n'), exitCode: process.exitCode };
  } finally {
    process.exitCode = undefined;
    log.mockRestore();
  }
}

const place = (): readonly string[] => ['--trajectory', subject, '--url', ledger.url, '--data', ledger.dataFolder];

describe('replay', () => {
  it('shows what was known of a youth at a moment', async () => {
    const { output } = await run('replay', ...place(), '--as-of', '2024-02-01');
    expect(JSON.parse(output)).toMatchObject({ asOf: '2024-02-01', situation: { status: 'education' }, events: [{ type: 'TrajectoryOpened' }, { type: 'EnrolmentStarted' }] });
  });

  it('shows with --diff what was otherwise at another moment', async () => {
    const { output } = await run('replay', ...place(), '--diff', '--as-of', '2024-01-12', '--other-as-of', '2024-02-01');
    expect(JSON.parse(output)).toMatchObject({ situation: { status: { other: 'education' } }, events: { onlyInOther: [{ type: 'EnrolmentStarted' }] } });
    await expect(run('replay', ...place(), '--other-as-of', '2024-02-01')).rejects.toThrow(UserError);
    await expect(run('replay', '--trajectory', 'nobody')).rejects.toThrow(/UUID/);
  });
});

describe('verify of an export', () => {
  it('finds nothing in what export wrote, with nothing but the key', async () => {
    await run('export', ...place(), '--out', file);
    const key = String((JSON.parse(readFileSync(file, 'utf8')) as Json)['verifierKey']);
    expect(await run('verify', file, '--key', key, '--data', '/nowhere')).toEqual({ exitCode: undefined, output: `2 gebeurtenissen van traject ${subject} nagerekend, in een boek van 2: alles klopt` });
    expect((await run('verify', file, '--data', ledger.dataFolder)).output).toContain('alles klopt');
  });

  it('finds what somebody changed in it, and ends with 1', async () => {
    const changed = path.join(ledger.dataFolder, 'changed.json');
    writeFileSync(changed, readFileSync(file, 'utf8').replace('2024-01-15', '2024-01-16'));
    const { output, exitCode } = await run('verify', changed, '--data', ledger.dataFolder);
    expect([output.split('\n')[0], exitCode]).toEqual([`FOUT traject ${subject}, revisie 1, plaats 2: de gebeurtenis is veranderd`, 1]);
  });

  it('believes no key that the export brings itself, and no file that is none', async () => {
    await expect(run('verify', file, '--data', path.join(ledger.dataFolder, 'nothing'))).rejects.toThrow(/--key/);
    await expect(run('verify', file, '--key', 'x')).rejects.toThrow(UserError);
    await expect(run('verify', path.join(ledger.dataFolder, 'checkpoints.ndjson'), '--data', ledger.dataFolder)).rejects.toThrow(/geen uitvoer/);
    await expect(run('verify', '--key', 'x', '--data', ledger.dataFolder)).rejects.toThrow(UserError);
  });
});
