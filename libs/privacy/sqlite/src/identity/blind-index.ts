import { createHmac, type KeyObject } from 'node:crypto';
import type { Identity } from '@trajectboek/privacy';

/** Strongest first: that is the order in which a person is looked for. */
export const IDENTIFIER_KINDS = ['bsn', 'education-number', 'name-and-birth-date'] as const;
export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

export interface Identifier {
  readonly kind: IdentifierKind;
  /** HMAC-SHA256 under the index key of the controller: without it, a BSN cannot be guessed and no two controllers can be joined. */
  readonly digest: Uint8Array;
}

const FIELDS: Readonly<Record<IdentifierKind, readonly string[]>> = { bsn: ['bsn'], 'education-number': ['educationNumber'], 'name-and-birth-date': ['name', 'birthDate'] };

/** Whether the identifiers say all that the identity says. */
export function coverAllOf(identity: Identity, identifiers: readonly Identifier[]): boolean {
  return Object.keys(identity).every((field) => identifiers.some(({ kind }) => FIELDS[kind].includes(field)));
}

/** What a person can be found by, strongest first. */
export function identifiersOf(identity: Identity, indexKey: KeyObject): readonly Identifier[] {
  return IDENTIFIER_KINDS.flatMap((kind): readonly Identifier[] => {
    const value = valueOf(identity, kind);
    return value === undefined ? [] : [{ kind, digest: createHmac('sha256', indexKey).update(JSON.stringify([kind, ...value])).digest() }];
  });
}

function valueOf({ bsn, educationNumber, name, birthDate }: Identity, kind: IdentifierKind): readonly string[] | undefined {
  switch (kind) {
    case 'bsn':
      return bsn === undefined ? undefined : [bsn];
    case 'education-number':
      return educationNumber === undefined ? undefined : [educationNumber];
    case 'name-and-birth-date':
      return name === undefined || birthDate === undefined ? undefined : [plainOf(name.given), plainOf(name.family), birthDate];
  }
}

/** Two systems rarely agree on accents, capitals and spaces in one name. */
function plainOf(name: string): string {
  return name.normalize('NFKD').replace(/\p{Mark}/gu, '').toLowerCase().replace(/\s+/gu, ' ').trim();
}
