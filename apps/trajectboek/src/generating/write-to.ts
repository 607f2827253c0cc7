import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { systemCodeOf } from '../cli/system-error.js';

/** Writes pieces as fast as they are taken; without a file to standard output, whose reader may stop when it has enough. */
export async function writeTo(file: string | undefined, pieces: Iterable<string>): Promise<void> {
  const target = file === undefined ? process.stdout : createWriteStream(file);
  try {
    await pipeline(Readable.from(pieces), target);
  } catch (error) {
    if (file !== undefined || systemCodeOf(error) !== 'EPIPE') throw error;
  }
}
