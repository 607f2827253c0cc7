const UUID_LENGTH = 36;
const DASHES = new Set([8, 13, 18, 23]);
const NOT_HEX = 0xff;
/** Value of each lower-case hexadecimal digit by its character code: twice as quick as Buffer.from, on every append. */
const DIGITS = new Uint8Array(128).fill(NOT_HEX);
[...'0123456789abcdef'].forEach((digit, value) => (DIGITS[digit.charCodeAt(0)] = value));
/** Where the two digits of each byte stand in a UUID. */
const PLACES = Array.from({ length: UUID_LENGTH }, (_, place) => place).filter((place) => !DASHES.has(place)).filter((_, index) => index % 2 === 0);

/** A lower-case UUID as its 16 bytes; any other id stays text. Bytes sort as the text does. */
export function keyOf(id: string): Uint8Array | string {
  if (id.length !== UUID_LENGTH || id[8] !== '-' || id[13] !== '-' || id[18] !== '-' || id[23] !== '-') return id;
  const bytes = new Uint8Array(PLACES.length);
  for (let index = 0; index < PLACES.length; index += 1) {
    const place = PLACES[index] ?? 0;
    const [high, low] = [digitAt(id, place), digitAt(id, place + 1)];
    if (high === NOT_HEX || low === NOT_HEX) return id;
    bytes[index] = high * 16 + low;
  }
  return bytes;
}

export function idOf(key: Uint8Array | string): string {
  if (typeof key === 'string') return key;
  const hex = Buffer.from(key.buffer, key.byteOffset, key.byteLength).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function digitAt(id: string, place: number): number {
  return DIGITS[id.charCodeAt(place)] ?? NOT_HEX;
}
