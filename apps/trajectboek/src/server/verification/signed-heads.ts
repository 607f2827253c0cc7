import { openCheckpoint, type NoteVerifier, type TreeHead } from '@trajectboek/proof';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { VerificationFault } from '../../maintenance.js';
import { findEdgeNote } from '../checkpoint-edge.js';
import { allCheckpointFiles, movedWitness, readCheckpoints } from '../checkpoint-file.js';
import { findCheckpointVerifier, KEY_FILE } from '../checkpoint-key.js';

/** What was signed for, from every place where it may lie, and what is wrong with that. */
export interface SignedHeads {
  readonly heads: readonly TreeHead[];
  readonly faults: readonly VerificationFault[];
}

interface KeptNote {
  readonly place: string;
  readonly note: string;
}

/** Reads all signed checkpoints of a data folder and of the witness; changes nothing. @throws UserError when the key is no key */
export function readSignedHeads(dataFolder: string): SignedHeads {
  const notes = allNotes(dataFolder);
  const verifier = findCheckpointVerifier(dataFolder);
  if (verifier === undefined) {
    return { heads: [], faults: notes.length === 0 ? [] : [{ place: KEY_FILE, detail: 'ontbreekt: wat getekend is, is niet na te rekenen' }] };
  }
  const { heads, faults } = opened(notes, verifier);
  return { heads, faults: [...missingWitness(heads), ...faults] };
}

function allNotes(dataFolder: string): readonly KeptNote[] {
  const kept = allCheckpointFiles(dataFolder).flatMap((file) =>
    readCheckpoints(file).map(({ note }, index): KeptNote => ({ place: `ijkpunt ${index + 1} in ${path.basename(file)}`, note })));
  const edge = findEdgeNote(dataFolder);
  return edge === undefined ? kept : [...kept, { place: 'het laatste ijkpunt', note: edge }];
}

function opened(notes: readonly KeptNote[], verifier: NoteVerifier): SignedHeads {
  const heads = new Map<string, TreeHead>();
  const faults: VerificationFault[] = [];
  for (const { place, note } of notes) {
    if (heads.has(note)) continue;
    const read = openCheckpoint(note, [verifier]);
    if (read.status === 'verified') heads.set(note, read.checkpoint);
    else faults.push({ place, detail: 'de handtekening klopt niet' });
  }
  return { heads: [...heads.values()], faults };
}

/** A witness that does not speak proves nothing: that it was asked for and is not there must be seen. */
function missingWitness(heads: readonly TreeHead[]): readonly VerificationFault[] {
  const witness = movedWitness();
  if (witness === undefined || heads.length === 0 || existsSync(witness)) return [];
  return [{ place: 'de getuige', detail: `het bestand ${witness} (TRAJECTBOEK_WITNESS) is er niet` }];
}
