import { HASH_LENGTH } from '../tree/tree-hash.js';
import type { NoteSigner, NoteVerifier } from './note-key.js';
import { openNote, signNote, type OpenedNote } from './signed-note.js';

/** What a log says of itself at one moment (C2SP tlog-checkpoint). */
export interface Checkpoint {
  /** Which log: a name without scheme, such as `trajectboek.example/ledger`. */
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  readonly root: Uint8Array;
  /** Further lines, not empty; only a signature vouches for them. */
  readonly extensions?: readonly string[];
}

export type OpenedCheckpoint = { readonly status: 'verified'; readonly checkpoint: Checkpoint; readonly by: readonly NoteVerifier[] } | Exclude<OpenedNote, { status: 'verified' }>;

/** The text of the note, before it is signed. Throws a RangeError for a checkpoint that cannot be. */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { origin, size, root, extensions = [] } = checkpoint;
  if (root.length !== HASH_LENGTH) throw new RangeError('A SHA-256 hash has 32 bytes');
  const text = [origin, String(size), Buffer.from(root).toString('base64'), ...extensions, ''].join('\n');
  if (parseCheckpoint(text) === undefined) throw new RangeError('A checkpoint has an origin, a whole size and lines that are not empty');
  return text;
}

/** Reads the text of a note as a checkpoint; undefined when it is none. */
export function parseCheckpoint(text: string): Checkpoint | undefined {
  const [origin = '', size = '', root = '', ...rest] = text.split('\n');
  const extensions = rest.slice(0, -1);
  if (rest.at(-1) !== '' || origin === '' || extensions.includes('')) return undefined;
  const hash = Buffer.from(root, 'base64');
  if (!/^(0|[1-9]\d*)$/.test(size) || !Number.isSafeInteger(Number(size))) return undefined;
  if (hash.length !== HASH_LENGTH || hash.toString('base64') !== root) return undefined;
  return { origin, size: Number(size), root: hash, ...(extensions.length > 0 && { extensions }) };
}

/** A signed checkpoint as it is kept, published and given to witnesses. */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly NoteSigner[]): string {
  return signNote(formatCheckpoint(checkpoint), signers);
}

/** Reads a signed checkpoint; the origin is for the caller to compare with the log that it means. */
export function openCheckpoint(note: string, verifiers: readonly NoteVerifier[]): OpenedCheckpoint {
  const opened = openNote(note, verifiers);
  if (opened.status !== 'verified') return opened;
  const checkpoint = parseCheckpoint(opened.text);
  return checkpoint === undefined ? { status: 'malformed' } : { status: 'verified', checkpoint, by: opened.by };
}
