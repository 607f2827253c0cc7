import { Command } from 'commander';
import type { Outcome, Verdict } from '../checking/run-checks.js';
import { OPTIONS } from './options.js';
import { messageOf } from './user-error.js';

interface CheckOptions {
  readonly own?: true;
  readonly verbose?: true;
  readonly url: string;
  readonly data: string;
}

export function checkCommand(): Command {
  return new Command('check')
    .description('run the checks of scenarios against a running ledger in which they are loaded; exit 1 when any failed')
    .argument('<file...>', 'scenario files')
    .option('--own', 'start a temporary ledger per file and load the file into it; the only way to check metrics and refusals')
    .option('--verbose', 'show passed checks as well')
    .addOption(OPTIONS.url())
    .addOption(OPTIONS.data())
    .action(check);
}

async function check(files: readonly string[], options: CheckOptions): Promise<void> {
  const { inOwnLedger, inRunningLedger } = await import('../checking/ledgers.js');
  const { runChecks } = await import('../checking/run-checks.js');
  const verdicts: Verdict[] = [];
  for (const file of files) {
    const ofFile: Verdict[] = [];
    const work: Parameters<typeof inOwnLedger>[1] = async (context) => {
      for await (const verdict of runChecks(context)) {
        ofFile.push(verdict);
        print(verdict, options);
      }
    };
    await (options.own ? inOwnLedger(file, work) : inRunningLedger(file, options, work)).catch((error: unknown) => {
      const verdict: Verdict = { name: file, view: 'bestand', outcome: 'failed', details: [messageOf(error)] };
      ofFile.push(verdict);
      print(verdict, options);
    });
    verdicts.push(...ofFile);
  }
  summarise(verdicts);
}

function print({ name, outcome, details }: Verdict, { verbose }: CheckOptions): void {
  if (outcome === 'failed') console.log(`FAIL ${name}: ${details.join('; ')}`);
  else if (verbose && outcome === 'passed') console.log(`pass ${name}`);
}

function summarise(verdicts: readonly Verdict[]): void {
  const count = (outcome: Outcome): number => verdicts.filter((verdict) => verdict.outcome === outcome).length;
  tell('not yet supported', verdicts.filter(({ outcome }) => outcome === 'unsupported'));
  tell('not checked, needs an own ledger (--own)', verdicts.filter(({ outcome }) => outcome === 'needs-own-ledger'));
  console.log(`${count('passed')} passed, ${count('failed')} failed`);
  if (count('failed') > 0) process.exitCode = 1;
}

/** Left out of the two counts, so named one by one: nothing is skipped in silence. */
function tell(what: string, verdicts: readonly Verdict[]): void {
  if (verdicts.length === 0) return;
  const byView = [...Map.groupBy(verdicts, ({ view }) => view)].map(([view, { length }]) => `${view} (${length})`);
  console.log(`${verdicts.length} ${what}: ${byView.join(', ')}`);
}
