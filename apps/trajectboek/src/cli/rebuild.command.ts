import { Argument, Command, Option } from 'commander';
import type { RebuiltView } from '../maintenance.js';
import { OPTIONS } from './options.js';
import { withProgress } from './progress.js';
import { UserError } from './user-error.js';

const MOST_SHOWN = 20;
/** Apart from 1, so that a script can tell a refused switch from a failure. */
const EXIT_REFUSED = 2;

interface RebuildOptions {
  readonly data: string;
  readonly acceptDifferences?: true;
  readonly keep?: true;
  readonly rollback?: string;
}

export function rebuildCommand(): Command {
  return new Command('rebuild')
    .description('make views of a data folder anew from the ledger, beside the live ones and also beside a running server; exit 2 when rows differ from the live ones and these are left as they are')
    .addArgument(new Argument('[view]', 'one view; default: all'))
    .addOption(new Option('--accept-differences', 'switch to the new build also when its rows differ'))
    .addOption(new Option('--keep', 'keep a build with differences beside the live one: --rollback puts it in place'))
    .addOption(new Option('--rollback <view>', 'put the build back that was live before, in one step').conflicts(['acceptDifferences', 'keep']))
    .addOption(OPTIONS.data())
    .action(run);
}

async function run(view: string | undefined, { data, rollback, ...options }: RebuildOptions): Promise<void> {
  if (rollback !== undefined) {
    if (view !== undefined) throw new UserError('Noem het overzicht één keer: --rollback OVERZICHT. (Name the view once.)');
    return rollBack(data, rollback);
  }
  const { rebuildData } = await import('../server/maintenance.js');
  const views = await withProgress('Opbouwen', (onProgress) => rebuildData(data, onProgress, { ...options, ...(view !== undefined && { view }) }));
  views.forEach(print);
  printOutcome(views);
}

async function rollBack(data: string, view: string): Promise<void> {
  const { rollBackData } = await import('../server/maintenance.js');
  await rollBackData(data, view);
  console.log(`${view}: de vorige opbouw is teruggezet; nog een keer zet de andere weer terug`);
}

function print({ name, events, milliseconds, compared, youths, rows, liveRows, differences, first }: RebuiltView): void {
  console.log(`${name}: ${events} gebeurtenissen in ${Math.round(milliseconds)} ms`);
  if (!compared) return console.log(`  ${rows} rijen van ${youths} jongeren${liveRows > 0 ? `, voorheen ${liveRows} rijen van een andere versie` : ''}`);
  console.log(`  ${rows} rijen van ${youths} jongeren, ${differences === 0 ? 'gelijk aan wat er stond' : `${differences} anders dan wat er stond`}`);
  first.slice(0, MOST_SHOWN).forEach(({ trajectoryId, key, detail }) => console.log(`  traject ${trajectoryId}, rij ${key ?? '-'}: ${detail}`));
  if (differences > MOST_SHOWN) console.log(`  … en nog ${differences - MOST_SHOWN}`);
}

function printOutcome(views: readonly RebuiltView[]): void {
  const [first] = views;
  if (!first) return;
  console.log(`vergeleken in ${Math.round(first.comparedInMs)} ms`);
  if (first.outcome === 'switched') return console.log(`${views.length} weergaven opnieuw opgebouwd`);
  process.exitCode = EXIT_REFUSED;
  console.log(`Niet overgeschakeld: de nieuwe rijen zijn anders. Lezers zien nog wat er stond. Klopt het nieuwe, herhaal dan met --accept-differences.${
    first.outcome === 'kept-aside' ? ' De nieuwe opbouw is bewaard: --rollback zet haar op haar plaats.' : ''} (Not switched: rows differ.)`);
}
