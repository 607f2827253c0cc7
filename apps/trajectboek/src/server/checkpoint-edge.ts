import { Frontier, openCheckpoint, sameHash, type NoteVerifier } from '@trajectboek/proof';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';

const FILE = 'checkpoint.edge';

/** The right edge of the tree as it was last signed: with it a ledger of any length is gone on with at once. */
export interface SignedEdge {
  readonly note: string;
  readonly tree: Frontier;
  /** Hash of the last leaf, to see whether it is still the same ledger. */
  readonly lastLeaf: Uint8Array;
}

/** Replaces the edge; whole or not at all. */
export function writeEdge(dataFolder: string, { note, tree, lastLeaf }: SignedEdge): void {
  const file = path.join(dataFolder, FILE);
  const draft = `${file}.draft`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    writeSync(handle, `${JSON.stringify({ note, hashes: tree.state().hashes.map(asText), lastLeaf: asText(lastLeaf) })}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}

/** Undefined where there is none, or one that is not vouched for by its signature: then the leaves are read again. */
export function findEdge(dataFolder: string, verifier: NoteVerifier): SignedEdge | undefined {
  try {
    const parts = readParts(dataFolder);
    const opened = parts && openCheckpoint(parts.note, [verifier]);
    if (!parts || opened?.status !== 'verified') return undefined;
    const { size, root } = opened.checkpoint;
    const tree = Frontier.restore({ size, hashes: parts.hashes.map(fromText) });
    return sameHash(tree.root(), root) ? { note: parts.note, tree, lastLeaf: fromText(parts.lastLeaf) } : undefined;
  } catch {
    // Half or foreign content: as good as none, for everything in it can be computed again.
    return undefined;
  }
}

/** The note in the edge, for who collects signed checkpoints; not yet verified. */
export function findEdgeNote(dataFolder: string): string | undefined {
  try {
    return readParts(dataFolder)?.note;
  } catch {
    return undefined;
  }
}

function readParts(dataFolder: string): { readonly note: string; readonly hashes: readonly string[]; readonly lastLeaf: string } | undefined {
  const file = path.join(dataFolder, FILE);
  if (!existsSync(file)) return undefined;
  const { note, hashes, lastLeaf } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  if (typeof note !== 'string' || !Array.isArray(hashes) || typeof lastLeaf !== 'string') return undefined;
  return { note, hashes: hashes.map(String), lastLeaf };
}

function asText(hash: Uint8Array): string {
  return Buffer.from(hash).toString('base64');
}

function fromText(text: string): Uint8Array {
  return Buffer.from(text, 'base64');
}
