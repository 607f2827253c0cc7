import { Command } from 'commander';
import type { LedgerClient } from '../client/ledger-client.js';
import type { LoadReport } from '../loading/load-report.js';
import { OPTIONS } from './options.js';
import { withProgress } from './progress.js';

interface LoadCommandOptions {
  readonly report?: string;
  readonly recordedAsLogged?: true;
  readonly dryRun?: true;
  readonly url: string;
  readonly data: string;
}

const MOST_SHOWN = 50;
const FORMATS = `
Formats:
  .yaml    a story (scenario); refusals that it announces are no failure
  .ndjson  one JSON object per line: a CloudEvent, or a youth to open first:
           {"subject": "my-name", "identity": {"bsn": "…"}, "municipality": "GM0153"}
           of whom later events may have "my-name" as subject instead of a trajectory id
  .csv     header type,subject,source,id,time,occurredAt and a column data.<field> per field; an empty cell is an absent
           field, | separates the values of a list; columns municipality, identity.bsn, identity.educationNumber,
           identity.given, identity.family, identity.birthDate open the youth of a row first

TRAJECTBOEK_TOKEN holds the token to use with a ledger that has another issuer than the development one.`;

export function loadCommand(): Command {
  return new Command('load')
    .description('load stories (YAML) and events (NDJSON, CSV) into a running ledger')
    .argument('<file...>', 'files; their events are sent together in the order in which they were logged')
    .option('--report <out>', 'write what became of each story to this file (JSON)')
    .option('--recorded-as-logged', 'the ledger takes the moments at which the sources logged; only into an empty ledger')
    .option('--dry-run', 'check every line against the language, report per line, and send nothing')
    .addOption(OPTIONS.url())
    .addOption(OPTIONS.data())
    .addHelpText('after', FORMATS)
    .action((files: readonly string[], options: LoadCommandOptions) => (options.dryRun ? checkOnly(files) : send(files, options)));
}

async function send(files: readonly string[], options: LoadCommandOptions): Promise<void> {
  const { load, openSources } = await import('../loading/load.js');
  const sources = await openSources(files);
  const client = await clientFor(options);
  const report = await withProgress('Laden', (onProgress) => load(sources, { client, asLogged: options.recordedAsLogged === true, onProgress }));
  if (options.report !== undefined) await writeReport(options.report, report);
  print(report);
  if (report.unexpected.length > 0) process.exitCode = 1;
}

/** With a token of another issuer in TRAJECTBOEK_TOKEN only events of its own organisation can be sent. */
async function clientFor(options: LoadCommandOptions): Promise<LedgerClient> {
  const token = process.env['TRAJECTBOEK_TOKEN'];
  if (token) {
    const { LedgerClient } = await import('../client/ledger-client.js');
    return new LedgerClient({ url: options.url, token });
  }
  const { LocalClients } = await import('../identity/local-clients.js');
  return new LocalClients(options).loader();
}

async function writeReport(file: string, { scenarios, lines }: LoadReport): Promise<void> {
  const { writeFile } = await import('node:fs/promises');
  await writeFile(file, `${JSON.stringify({ scenarios, lines }, null, 2)}\n`);
}

function print({ scenarios, lines, unexpected, warnings }: LoadReport): void {
  const parts = [...Object.values(scenarios), lines];
  const sum = (key: 'recorded' | 'duplicates'): number => parts.reduce((total, part) => total + part[key], 0);
  const announced = Object.values(scenarios).flatMap(({ refused }) => refused).length - unexpected.length + lines.refused.length;
  warnings.forEach((line) => console.error(`LET OP ${line}`));
  unexpected.slice(0, MOST_SHOWN).forEach((line) => console.error(`FOUT ${line}`));
  if (unexpected.length > MOST_SHOWN) console.error(`… en nog ${unexpected.length - MOST_SHOWN} (--report schrijft alles)`);
  console.log(`${sum('recorded')} vastgelegd, ${sum('duplicates')} al bekend, ${announced} geweigerd zoals aangekondigd, ${unexpected.length} onverwacht geweigerd`);
}

async function checkOnly(files: readonly string[]): Promise<void> {
  const { openSources } = await import('../loading/load.js');
  const { dryRun } = await import('../loading/dry-run.js');
  let [good, wrong] = [0, 0];
  for (const source of await openSources(files)) {
    for await (const { line, faults, announced } of dryRun(source)) {
      const isWrong = faults.length > 0 && announced === null;
      console.log(`${isWrong ? 'FOUT' : 'goed'} ${line}${faults.length > 0 ? `: ${faults.join('; ')}` : ''}${announced === null ? '' : ` (moet worden geweigerd: ${announced})`}`);
      if (isWrong) wrong += 1;
      else good += 1;
    }
  }
  console.log(`${good} regels goed, ${wrong} fout; niets verstuurd`);
  if (wrong > 0) process.exitCode = 1;
}
