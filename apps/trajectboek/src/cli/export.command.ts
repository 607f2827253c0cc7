import { Command } from 'commander';
import { OPTIONS } from './options.js';

interface ExportOptions {
  readonly trajectory: string;
  readonly url: string;
  readonly data: string;
  readonly out?: string;
}

export function exportCommand(): Command {
  return new Command('export')
    .description('write what a running ledger keeps of one youth, still sealed, with proofs that `verify` re-checks without the ledger')
    .addOption(OPTIONS.trajectory())
    .option('--out <file>', 'write to this file and not to standard output')
    .addOption(OPTIONS.url())
    .addOption(OPTIONS.data())
    .action(exportYouth);
}

async function exportYouth({ trajectory, url, data, out }: ExportOptions): Promise<void> {
  const { LocalClients } = await import('../identity/local-clients.js');
  const { writeTo } = await import('../generating/write-to.js');
  const auditor = await new LocalClients({ url, data }).auditor();
  const response = await auditor.send({ method: 'GET', path: `/v1/audit/trajectories/${trajectory}/export` });
  await writeTo(out, [await response.text(), '\n']);
}
