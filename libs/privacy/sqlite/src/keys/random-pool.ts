import { randomFillSync } from 'node:crypto';

const pool = new Uint8Array(16 * 1024);
let used = pool.length;

/** Random bytes, drawn for many at once: a call to the random generator costs more than what it is for. Given once and wiped. */
export function drawRandom(length: number): Uint8Array {
  if (used + length > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const drawn = pool.slice(used, used + length);
  pool.fill(0, used, used + length);
  used += length;
  return drawn;
}
