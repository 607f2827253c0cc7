import { Command } from 'commander';
import { OPTIONS } from './options.js';
import { withProgress } from './progress.js';

export function rebuildCommand(): Command {
  return new Command('rebuild')
    .description('make the views of a data folder anew from the ledger, beside the live ones and also beside a running server')
    .addOption(OPTIONS.data())
    .action(async ({ data }: { readonly data: string }) => {
      const { rebuildData } = await import('../server/maintenance.js');
      const views = await withProgress('Opbouwen', (onProgress) => rebuildData(data, onProgress));
      views.forEach(({ name, events, milliseconds }) => console.log(`${name}: ${events} gebeurtenissen in ${Math.round(milliseconds)} ms`));
      console.log(`${views.length} weergaven opnieuw opgebouwd`);
    });
}
