import { createPrivateKey, createPublicKey, generateKeyPairSync, hash, sign, verify, type KeyObject } from 'node:crypto';

/** C2SP signed-note: Ed25519 over the text of the note. */
const ED25519 = 1;
const KEY_LENGTH = 32;
const SIGNATURE_LENGTH = 64;
/** PKCS #8 and SPKI around 32 bytes of Ed25519 (RFC 8410). */
const PKCS8_PREFIX = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex');
const SIGNING_KEY_PREFIX = 'PRIVATE+KEY+';

/** Who may sign a note. `keyId` is short: it finds a key, it proves nothing. */
export interface NoteVerifier {
  readonly name: string;
  readonly keyId: number;
  /** The public key as others configure it: `<name>+<hex key id>+<base64>`. */
  readonly vkey: string;
  verify(text: string, signature: Uint8Array): boolean;
}

export interface NoteSigner {
  readonly verifier: NoteVerifier;
  sign(text: string): Uint8Array;
}

/** Reads a vkey. Throws a RangeError when it is no Ed25519 key or its id does not fit. */
export function parseVerifierKey(vkey: string): NoteVerifier {
  const { name, keyId, key } = parseKey(vkey);
  const verifier = verifierOf(name, key);
  if (verifier.keyId !== keyId) throw new RangeError('The id of a note key fits its name and key');
  return verifier;
}

/** Makes a signer from the 32 secret bytes of an Ed25519 key. */
export function noteSignerOf(name: string, secret: Uint8Array): NoteSigner {
  if (secret.length !== KEY_LENGTH) throw new RangeError('An Ed25519 key has 32 bytes');
  const privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_PREFIX, secret]), format: 'der', type: 'pkcs8' });
  return { verifier: verifierOf(name, publicBytesOf(privateKey)), sign: (text) => sign(null, Buffer.from(text), privateKey) };
}

/** A new signing key in the spelling of `golang.org/x/mod/sumdb/note`: `PRIVATE+KEY+<name>+<hex key id>+<base64>`. It is a secret. */
export function generateSigningKey(name: string): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' }).subarray(-KEY_LENGTH);
  const { verifier } = noteSignerOf(name, secret);
  return `${SIGNING_KEY_PREFIX}${name}+${hexOf(verifier.keyId)}+${Buffer.from([ED25519, ...secret]).toString('base64')}`;
}

/** Reads what `generateSigningKey` made. The error never repeats the key. */
export function parseSigningKey(signingKey: string): NoteSigner {
  if (!signingKey.startsWith(SIGNING_KEY_PREFIX)) throw new RangeError('A signing key begins with PRIVATE+KEY+');
  const { name, keyId, key } = parseKey(signingKey.slice(SIGNING_KEY_PREFIX.length));
  const signer = noteSignerOf(name, key);
  if (signer.verifier.keyId !== keyId) throw new RangeError('The id of a note key fits its name and key');
  return signer;
}

export function isKeyName(name: string): boolean {
  return name.length > 0 && name.isWellFormed() && !/[\s+\p{White_Space}\p{Cc}]/u.test(name);
}

function verifierOf(name: string, key: Uint8Array): NoteVerifier {
  if (!isKeyName(name)) throw new RangeError('The name of a note key has no spaces and no plus');
  const encoded = Buffer.from([ED25519, ...key]);
  const keyId = hash('sha256', Buffer.concat([Buffer.from(`${name}\n`), encoded]), 'buffer').readUInt32BE();
  const publicKey = createPublicKey({ key: Buffer.concat([SPKI_PREFIX, key]), format: 'der', type: 'spki' });
  return {
    name,
    keyId,
    vkey: `${name}+${hexOf(keyId)}+${encoded.toString('base64')}`,
    verify: (text, signature) => signature.length === SIGNATURE_LENGTH && verify(null, Buffer.from(text), publicKey, signature),
  };
}

function parseKey(text: string): { readonly name: string; readonly keyId: number; readonly key: Uint8Array } {
  const [, name = '', id = '', base64 = ''] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+={0,2})$/.exec(text) ?? [];
  const encoded = Buffer.from(base64, 'base64');
  const isKey = encoded.length === 1 + KEY_LENGTH && encoded[0] === ED25519 && encoded.toString('base64') === base64;
  if (!isKey) throw new RangeError('A note key is <name>+<key id>+<Ed25519 key>');
  return { name, keyId: Number.parseInt(id, 16), key: encoded.subarray(1) };
}

function publicBytesOf(privateKey: KeyObject): Uint8Array {
  return createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).subarray(-KEY_LENGTH);
}

function hexOf(keyId: number): string {
  return keyId.toString(16).padStart(8, '0');
}
