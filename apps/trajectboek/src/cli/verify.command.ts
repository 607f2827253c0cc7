import { Command } from 'commander';
import type { Verification } from '../maintenance.js';
import { OPTIONS } from './options.js';
import { withProgress } from './progress.js';

const MOST_SHOWN = 50;

function print({ events, streams, checkpoints, faults }: Verification): void {
  faults.slice(0, MOST_SHOWN).forEach(({ place, detail }) => console.log(`FOUT ${place}: ${detail}`));
  if (faults.length > MOST_SHOWN) console.log(`… en nog ${faults.length - MOST_SHOWN}`);
  const outcome = faults.length === 0 ? 'alles klopt' : `${faults.length} fouten`;
  console.log(`${events} gebeurtenissen, ${streams} trajecten, ${checkpoints} ijkpunten nagerekend: ${outcome}`);
}

export function verifyCommand(): Command {
  return new Command('verify')
    .description('re-check streams, hashes, tree, checkpoints and views of a data folder, also beside a running server; exit 1 when anything was changed. Checkpoints of a witness elsewhere: TRAJECTBOEK_WITNESS')
    .addOption(OPTIONS.data())
    .action(async ({ data }: { readonly data: string }) => {
      const { verifyData } = await import('../server/maintenance.js');
      const verification = await withProgress('Narekenen', (onProgress) => verifyData(data, onProgress));
      print(verification);
      if (verification.faults.length > 0) process.exitCode = 1;
    });
}
