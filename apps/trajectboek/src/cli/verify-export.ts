import type { ExportFault, NoteVerifier } from '@trajectboek/proof';
import { readFile } from 'node:fs/promises';
import { describeFault } from '../server/verification/ledger-faults.js';
import { UserError } from './user-error.js';

/** Where an export is, and which key must have signed it: from the one or the other. */
export interface ExportToVerify {
  readonly file: string;
  /** As it was given; without it that of the data folder. */
  readonly key: string | undefined;
  readonly data: string;
}

/** What was found: a line for each fault, then how much was looked at. */
export interface VerifiedExport {
  readonly faults: readonly string[];
  readonly summary: string;
}

/** Needs nothing but the file and the key. @throws UserError for a file that is no export and a key that is none */
export async function verifyExportFile({ file, key, data }: ExportToVerify): Promise<VerifiedExport> {
  const { parseExport, verifyExport } = await import('@trajectboek/proof');
  const exported = parseExport(await readFile(file, 'utf8'));
  if (!exported) throw new UserError(`${file} is geen uitvoer van Trajectboek. (Not an export.)`);
  const report = verifyExport(exported, await verifierOf(key, data));
  const faults = report.faults.map(described);
  const outcome = faults.length === 0 ? 'alles klopt' : `${faults.length} fouten`;
  return { faults, summary: `${report.events} gebeurtenissen van traject ${exported.trajectoryId} nagerekend, in een boek van ${report.treeSize ?? '?'}: ${outcome}` };
}

async function verifierOf(key: string | undefined, data: string): Promise<NoteVerifier> {
  const { parseVerifierKey } = await import('@trajectboek/proof');
  const { findCheckpointVerifier } = await import('../server/checkpoint-key.js');
  if (key === undefined) {
    const own = findCheckpointVerifier(data);
    if (!own) throw new UserError('Geef met --key de sleutel die u van het boek hebt gekregen, niet die uit de uitvoer zelf. (Give the key with --key.)');
    return own;
  }
  try {
    return parseVerifierKey(key);
  } catch (error) {
    throw new UserError('De sleutel achter --key heeft niet de vorm <naam>+<nummer>+<sleutel>. (Not a verifier key.)', { cause: error });
  }
}

function described(fault: ExportFault): string {
  switch (fault.kind) {
    case 'not-signed': return 'het ijkpunt: niet getekend met deze sleutel';
    case 'not-included': return `revisie ${fault.revision}, plaats ${fault.position}: er is geen bewijs dat de gebeurtenis in het getekende boek staat`;
    default: {
      const { place, detail } = describeFault(fault);
      return `${place}: ${detail}`;
    }
  }
}
