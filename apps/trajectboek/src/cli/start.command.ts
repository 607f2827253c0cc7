import { Command } from 'commander';
import { OPTIONS } from './options.js';
import { withProgress } from './progress.js';
import { messageOf } from './user-error.js';

const LONGEST_STOP_MS = 9_000;
const ENVIRONMENT = `
TRAJECTBOEK_REDIS keeps the views in Redis instead of in the data folder; give verify, rebuild and check --own the same:
  redis://[name:password@]host:port[/db]
  redis+sentinel://[name:password@]host:port,host:port/name-of-the-master[/db]
  redis+cluster://[name:password@]host:port,host:port
  With TLS: rediss://, rediss+sentinel://, rediss+cluster://. Signs such as @ in a password as %40.
TRAJECTBOEK_REDIS_PREFIX is what keys start with, before the name of the ledger (trajectboek).`;

interface StartOptions {
  readonly empty?: true;
  readonly port: number;
  readonly data: string;
  readonly host: string;
}

export function startCommand(): Command {
  return new Command('start')
    .description('start everything in one process, one for each data folder; a new data folder is filled with example stories')
    .option('--empty', 'a new data folder stays empty')
    .addOption(OPTIONS.port())
    .addOption(OPTIONS.data())
    .option('--host <address>', 'address to listen on; development tokens exist on loopback only', '127.0.0.1')
    .addHelpText('after', ENVIRONMENT)
    .action(start);
}

async function start({ empty = false, port, host, data }: Omit<StartOptions, 'empty'> & { readonly empty?: boolean }): Promise<void> {
  const { isNewDataFolder } = await import('../demo/demo.js');
  const { startServer } = await import('../server/start-server.js');
  const isNew = await isNewDataFolder(data);
  const server = await startServer({ port, host, dataFolder: data, empty });
  stopOnSignals(() => server.stop());
  console.log(`Trajectboek draait op ${server.url}, gegevens in ${data}. Stoppen met Ctrl-C. (Running; stop with Ctrl-C.)`);
  if (isNew && !empty) await fill(server.url, data).catch(sayThatItRunsWithout);
}

async function fill(url: string, data: string): Promise<void> {
  const { loadDemo } = await import('../demo/demo.js');
  console.log('Nieuwe gegevensmap: de voorbeeldverhalen worden geladen; met --empty blijft ze leeg. (Filling with example stories.)');
  const { scenarios, unexpected } = await withProgress('Voorbeelden', (onProgress) => loadDemo({ url, data, onProgress }));
  unexpected.forEach((line) => console.error(`FOUT ${line}`));
  const events = Object.values(scenarios).reduce((sum, { recorded }) => sum + recorded, 0);
  console.log(`${Object.keys(scenarios).length} verhalen geladen, ${events} gebeurtenissen. (Example stories loaded.)`);
}

function sayThatItRunsWithout(error: unknown): void {
  console.error(`De voorbeelden zijn niet (helemaal) geladen: ${messageOf(error)} Trajectboek draait wel. (Examples not loaded.)`);
}

/** Whoever sends a signal does not wait for ever, and the next start repairs what this leaves. */
function giveUp(): void {
  console.error('Het stoppen duurt te lang en wordt afgebroken; wat bevestigd is, is bewaard. (Stopping took too long; nothing acknowledged is lost.)');
  process.exit(1);
}

/** A second signal while stopping changes nothing: what was acknowledged is safe already. */
function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(giveUp, LONGEST_STOP_MS).unref();
    stop().then(() => process.exit(), (error: unknown) => {
      console.error(messageOf(error));
      process.exit(1);
    });
  };
  (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).forEach((signal) => process.on(signal, onSignal));
}
