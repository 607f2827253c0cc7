import { Command, InvalidArgumentError, Option } from 'commander';
import { isCivilDate, isMoment } from '@trajectboek/events';
import { OPTIONS } from './options.js';
import { UserError } from './user-error.js';

interface ReplayOptions {
  readonly trajectory: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly diff?: true;
  readonly otherAsOf?: string;
  readonly otherKnownAt?: string;
  readonly url: string;
  readonly data: string;
}

function date(text: string): string {
  if (!isCivilDate(text)) throw new InvalidArgumentError('It is not an existing date (YYYY-MM-DD).');
  return text;
}

function moment(text: string): string {
  if (!isMoment(text)) throw new InvalidArgumentError('It is not an existing date, or instant with a zone.');
  return text;
}

export function replayCommand(): Command {
  return new Command('replay')
    .description('show what a running ledger knew of one youth at a moment, as JSON; with --diff what was otherwise at another')
    .addOption(OPTIONS.trajectory())
    .addOption(new Option('--as-of <date>', 'date in the world; default: today').argParser(date))
    .addOption(new Option('--known-at <moment>', 'what was recorded by then; default: everything').argParser(moment))
    .option('--diff', 'compare with the moment of --other-as-of and --other-known-at; default: now')
    .addOption(new Option('--other-as-of <date>', 'date in the world to compare with').argParser(date))
    .addOption(new Option('--other-known-at <moment>', 'moment of knowledge to compare with').argParser(moment))
    .addOption(OPTIONS.url())
    .addOption(OPTIONS.data())
    .action(replay);
}

async function replay({ trajectory, url, data, diff, asOf, knownAt, otherAsOf, otherKnownAt }: ReplayOptions): Promise<void> {
  if (!diff && (otherAsOf ?? otherKnownAt) !== undefined) throw new UserError('Een tweede moment hoort bij --diff. (A second moment goes with --diff.)');
  const { LocalClients } = await import('../identity/local-clients.js');
  const auditor = await new LocalClients({ url, data }).auditor();
  const answer = await auditor.getJson<unknown>(`/v1/audit/trajectories/${trajectory}/${diff ? 'difference' : 'replay'}`, { asOf, knownAt, otherAsOf, otherKnownAt });
  console.log(JSON.stringify(answer, null, 2));
}
