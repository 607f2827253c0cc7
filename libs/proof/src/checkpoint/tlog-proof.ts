import { HASH_LENGTH } from '../tree/tree-hash.js';
import { verifyInclusion } from '../tree/verify-proof.js';
import { openCheckpoint } from './checkpoint.js';
import type { NoteVerifier } from './note-key.js';

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 leaves is not higher. */
const MAX_PROOF = 53;

/** Proof that one leaf is in the ledger, to be verified without the ledger (C2SP tlog-proof). */
export interface TlogProof {
  /** Place of the leaf in the tree, from 0. */
  readonly index: number;
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint, as it was issued. */
  readonly checkpoint: string;
}

export type TlogProofAnswer = 'proven' | 'malformed' | 'not-signed' | 'other-log' | 'not-included';

export function formatTlogProof(proof: TlogProof): string {
  return [FIRST_LINE, `index ${proof.index}`, ...proof.proof.map((hash) => Buffer.from(hash).toString('base64')), '', proof.checkpoint].join('\n');
}

/** Undefined when the text is no proof. Extra data is skipped: nothing vouches for it. */
export function parseTlogProof(text: string): TlogProof | undefined {
  const split = text.indexOf('\n\n');
  const [first, ...lines] = text.slice(0, Math.max(split, 0)).split('\n');
  if (first !== FIRST_LINE) return undefined;
  if (lines[0]?.startsWith('extra ') === true) lines.shift();
  const [, index] = /^index (0|[1-9]\d*)$/.exec(lines.shift() ?? '') ?? [];
  const proof = lines.map((line) => Buffer.from(line, 'base64'));
  const isCanonical = proof.every((hash, at) => hash.length === HASH_LENGTH && hash.toString('base64') === lines[at]);
  if (index === undefined || !Number.isSafeInteger(Number(index)) || !isCanonical || proof.length > MAX_PROOF) return undefined;
  return { index: Number(index), proof, checkpoint: text.slice(split + 2) };
}

/** Verifies a proof against the leaf that the reader computed, the log that is meant and its known keys. */
export function verifyTlogProof(text: string, leafHash: Uint8Array, trusted: { readonly origin: string; readonly verifiers: readonly NoteVerifier[] }): TlogProofAnswer {
  const parsed = parseTlogProof(text);
  if (parsed === undefined) return 'malformed';
  const opened = openCheckpoint(parsed.checkpoint, trusted.verifiers);
  if (opened.status !== 'verified') return opened.status === 'malformed' ? 'malformed' : 'not-signed';
  const { origin, size, root } = opened.checkpoint;
  if (origin !== trusted.origin) return 'other-log';
  return verifyInclusion({ index: parsed.index, size, leafHash, root, proof: parsed.proof }) ? 'proven' : 'not-included';
}
