import { Command } from 'commander';
import { OPTIONS } from './options.js';
import { messageOf } from './user-error.js';

export function projectorCommand(): Command {
  return new Command('projector')
    .description('keep only the views of a data folder up to date, beside a server: it stands by and takes over within 10 s, or takes its share (TRAJECTBOEK_VIEW_PARTS)')
    .addOption(OPTIONS.data())
    .action(async ({ data }: { readonly data: string }) => {
      const { startProjector } = await import('../server/projector/projector-process.js');
      const projector = await startProjector(data);
      console.log(`De overzichten van ${data} worden bijgehouden. Stoppen met Ctrl-C. (Keeping views up to date.)`);
      (['SIGINT', 'SIGTERM', 'SIGHUP'] as const).forEach((signal) => process.once(signal, () => {
        projector.stop().then(() => process.exit(), (error: unknown) => {
          console.error(messageOf(error));
          process.exit(1);
        });
      }));
    });
}
