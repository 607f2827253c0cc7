import { isKeyName, type NoteSigner, type NoteVerifier } from './note-key.js';

/** Signature lines that are read; C2SP signed-note demands at least 16. */
const MAX_SIGNATURES = 64;
const KEY_ID_LENGTH = 4;
const SIGNATURE_LINE = /^— (\S+) ([A-Za-z0-9+/]+={0,2})$/u;

export interface NoteSignature {
  readonly name: string;
  readonly keyId: number;
  readonly signature: Uint8Array;
}

export type OpenedNote =
  | { readonly status: 'verified'; readonly text: string; readonly by: readonly NoteVerifier[] }
  /** Not a signed note. */
  | { readonly status: 'malformed' }
  /** Well formed, but not one signature is of a known key. */
  | { readonly status: 'unsigned' }
  /** A known key, and its signature does not fit the text. */
  | { readonly status: 'forged'; readonly name: string };

/** Signs a text that ends in a newline. Throws a RangeError for a text that cannot be in a note. */
export function signNote(text: string, signers: readonly NoteSigner[]): string {
  if (!isNoteText(text)) throw new RangeError('The text of a note ends in a newline and has no other control characters');
  return `${text}\n${signers.map((signer) => signatureLine(text, signer)).join('')}`;
}

/** Adds a signature to a signed note, without judging those that are there. Throws a RangeError when it is no note. */
export function cosignNote(note: string, signer: NoteSigner): string {
  const parsed = parseNote(note);
  if (parsed === undefined) throw new RangeError('Only a signed note can be signed by another');
  return note + signatureLine(parsed.text, signer);
}

/** Gives the text only when a known key has signed it and no known key is contradicted. */
export function openNote(note: string, verifiers: readonly NoteVerifier[]): OpenedNote {
  const parsed = parseNote(note);
  if (parsed === undefined) return { status: 'malformed' };
  const by: NoteVerifier[] = [];
  for (const { name, keyId, signature } of parsed.signatures) {
    const verifier = verifiers.find((known) => known.name === name && known.keyId === keyId);
    if (verifier === undefined) continue;
    if (!verifier.verify(parsed.text, signature)) return { status: 'forged', name };
    by.push(verifier);
  }
  return by.length === 0 ? { status: 'unsigned' } : { status: 'verified', text: parsed.text, by };
}

/** Splits a note at its last empty line. What it gives is not verified. */
export function parseNote(note: string): { readonly text: string; readonly signatures: readonly NoteSignature[] } | undefined {
  const split = note.lastIndexOf('\n\n');
  if (split < 0 || !note.endsWith('\n') || !isNoteText(note.slice(0, split + 1))) return undefined;
  const lines = note.slice(split + 2, -1).split('\n');
  if (lines.length > MAX_SIGNATURES) return undefined;
  const signatures = lines.map(parseSignature).filter((signature) => signature !== undefined);
  return signatures.length === lines.length ? { text: note.slice(0, split + 1), signatures } : undefined;
}

function parseSignature(line: string): NoteSignature | undefined {
  const [, name = '', base64 = ''] = SIGNATURE_LINE.exec(line) ?? [];
  const bytes = Buffer.from(base64, 'base64');
  if (!isKeyName(name) || bytes.length <= KEY_ID_LENGTH || bytes.toString('base64') !== base64) return undefined;
  return { name, keyId: bytes.readUInt32BE(), signature: bytes.subarray(KEY_ID_LENGTH) };
}

function signatureLine(text: string, { verifier, sign }: NoteSigner): string {
  const keyId = Buffer.alloc(KEY_ID_LENGTH);
  keyId.writeUInt32BE(verifier.keyId);
  return `— ${verifier.name} ${Buffer.concat([keyId, sign(text)]).toString('base64')}\n`;
}

function isNoteText(text: string): boolean {
  return text.endsWith('\n') && text.isWellFormed() && !/[\u0000-\u0009\u000b-\u001f]/.test(text);
}
