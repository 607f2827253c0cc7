export * from './port.js';
export { isBsn, isEducationNumber } from './identity/citizen-numbers.js';
export { decryptWith, encryptWith, secretKeyOf, subkeyOf, type Sealed } from './seal/aead.js';
export { Sealer, type OpenedPart, type PlainPart, type PlainParts } from './seal/sealer.js';
