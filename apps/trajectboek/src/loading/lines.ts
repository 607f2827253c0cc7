import { createReadStream } from 'node:fs';

/** The number of lines that are not empty. */
export async function countLines(file: string): Promise<number> {
  let lines = 0;
  let inLine = false;
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    for (const byte of chunk) {
      if (byte === LINE_FEED) inLine = false;
      else if (!inLine && byte !== CARRIAGE_RETURN) { inLine = true; lines += 1; }
    }
  }
  return lines;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;
