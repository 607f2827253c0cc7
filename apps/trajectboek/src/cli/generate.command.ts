import { Command, InvalidArgumentError, Option } from 'commander';
import { isCivilDate } from '@trajectboek/events';
import { UserError } from './user-error.js';
import { wholeNumber } from './options.js';

interface GenerateOptions {
  readonly youths: number;
  readonly seed: number;
  readonly region?: string;
  readonly from: string;
  readonly to: string;
  readonly out?: string;
}

const MOST_YOUTHS = 99_999_999;
const HIGHEST_SEED = 0xffff_ffff;

const limited = (most: number) => (text: string): number => {
  const number = wholeNumber(text);
  if (number > most) throw new InvalidArgumentError(`It is more than ${most}.`);
  return number;
};

function date(text: string): string {
  if (!isCivilDate(text)) throw new InvalidArgumentError('It is not an existing date (YYYY-MM-DD).');
  return text;
}

export function generateCommand(): Command {
  return new Command('generate')
    .description('write an invented region as NDJSON that `load` takes; same seed and version, same bytes')
    .addOption(new Option('--youths <number>', 'number of youths').argParser(limited(MOST_YOUTHS)).default(1_000))
    .addOption(new Option('--seed <number>', 'whole number that everything follows from').argParser(limited(HIGHEST_SEED)).default(1))
    .option('--region <number>', 'only this RMC region; default: the whole country')
    .addOption(new Option('--from <date>', 'first day on which trajectories open').argParser(date).default('2021-08-01'))
    .addOption(new Option('--to <date>', 'day up to which the lives are told').argParser(date).default('2026-10-31'))
    .option('--out <file>', 'write to this file and not to standard output')
    .action(generate);
}

async function generate({ youths, seed, region, from, to, out }: GenerateOptions): Promise<void> {
  const { Region } = await import('../generating/region.js');
  const { writeTo } = await import('../generating/write-to.js');
  const { dayOf } = await import('../generating/day.js');
  if (to <= from) throw new UserError('--to moet na --from liggen.');
  await writeTo(out, new Region({ youths, seed, rmcRegion: region, from: dayOf(from), to: dayOf(to) }).pieces());
}
