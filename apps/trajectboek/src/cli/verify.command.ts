import { Command } from 'commander';
import type { Verification } from '../maintenance.js';
import { OPTIONS } from './options.js';
import { withProgress } from './progress.js';
import { UserError } from './user-error.js';
import type { ExportToVerify } from './verify-export.js';

const MOST_SHOWN = 50;

interface VerifyOptions {
  readonly data: string;
  readonly key?: string;
}

function print({ events, streams, checkpoints, faults, deadLetters }: Verification): void {
  faults.slice(0, MOST_SHOWN).forEach(({ place, detail }) => console.log(`FOUT ${place}: ${detail}`));
  if (faults.length > MOST_SHOWN) console.log(`… en nog ${faults.length - MOST_SHOWN}`);
  deadLetters.slice(0, MOST_SHOWN).forEach(({ view, trajectoryId, reason, position, type }) =>
    console.log(`WACHT overzicht ${view}, traject ${trajectoryId}: ${reason} bij plaats ${position}${type === undefined ? '' : ` (${type})`}; de oude rijen blijven staan`));
  if (deadLetters.length > 0) console.log(`${deadLetters.length} rijenreeksen zijn niet te berekenen`);
  const outcome = faults.length === 0 ? 'alles klopt' : `${faults.length} fouten`;
  console.log(`${events} gebeurtenissen, ${streams} trajecten, ${checkpoints} ijkpunten nagerekend: ${outcome}`);
}

export function verifyCommand(): Command {
  return new Command('verify')
    .description('re-check streams, hashes, tree, checkpoints and views of a data folder, also beside a running server; exit 1 when anything was changed. Checkpoints of a witness elsewhere: TRAJECTBOEK_WITNESS. With EXPORT: re-check that file instead, without a ledger')
    .argument('[export]', 'file of `export`, with the proofs of one youth')
    .option('--key <vkey>', 'verifier key that must have signed the export; default: that of the data folder')
    .addOption(OPTIONS.data())
    .action(async (file: string | undefined, { data, key }: VerifyOptions) => {
      if (file !== undefined) return verifyFile({ file, key, data });
      if (key !== undefined) throw new UserError('--key hoort bij een uitvoer: verify UITVOER --key SLEUTEL. (--key goes with an export.)');
      await verifyFolder(data);
    });
}

async function verifyFolder(data: string): Promise<void> {
  const { verifyData } = await import('../server/maintenance.js');
  const verification = await withProgress('Narekenen', (onProgress) => verifyData(data, onProgress));
  print(verification);
  if (verification.faults.length > 0) process.exitCode = 1;
}

async function verifyFile(which: ExportToVerify): Promise<void> {
  const { verifyExportFile } = await import('./verify-export.js');
  const { faults, summary } = await verifyExportFile(which);
  faults.slice(0, MOST_SHOWN).forEach((fault) => console.log(`FOUT ${fault}`));
  if (faults.length > MOST_SHOWN) console.log(`… en nog ${faults.length - MOST_SHOWN}`);
  console.log(summary);
  if (faults.length > 0) process.exitCode = 1;
}
