import { setTimeout as sleep } from 'node:timers/promises';

/** One line that was sent, without its end; or why it cannot be read. */
export type Line = ({ readonly text: string } | { readonly unreadable: 'not-utf-8' | 'too-long' }) & { readonly bytes: number };

/** More than the largest event: what is longer has lost its line ends, and is not kept. */
const LONGEST_LINE_BYTES = 1024 * 1024;
const MOST_AT_ONCE = 1_000;
const MOST_BYTES_AT_ONCE = 8 * 1024 * 1024;
/** A sender that is silent for so long waits for an answer. */
const PATIENCE_MS = 20;
const LINE_FEED = 0x0a;
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/**
 * The lines of a stream in groups, with one piece of the stream read ahead. A group is given when it is full, or when its
 * sender has said nothing more for a moment. Lines end with LF or CRLF only (NDJSON): U+2028 is a character of a text.
 */
export async function* groupsOfLines(body: AsyncIterable<Uint8Array>): AsyncGenerator<readonly Line[]> {
  const pieces = body[Symbol.asyncIterator]();
  const splitter = new LineSplitter();
  const group = new Group();
  try {
    for (let next = ahead(pieces); ;) {
      const piece = group.isEmpty ? await next : await Promise.race([next, sleep(PATIENCE_MS, undefined)]);
      if (piece?.done) break;
      if (piece) next = ahead(pieces);
      else yield group.taken();
      for (const line of piece ? splitter.take(piece.value) : []) {
        group.add(line);
        if (group.isFull) yield group.taken();
      }
    }
    for (const line of splitter.end()) group.add(line);
    if (!group.isEmpty) yield group.taken();
  } finally {
    await pieces.return?.();
  }
}

class Group {
  #lines: Line[] = [];
  #bytes = 0;

  add(line: Line): void {
    this.#lines.push(line);
    this.#bytes += line.bytes;
  }

  get isEmpty(): boolean {
    return this.#lines.length === 0;
  }

  get isFull(): boolean {
    return this.#lines.length >= MOST_AT_ONCE || this.#bytes >= MOST_BYTES_AT_ONCE;
  }

  taken(): readonly Line[] {
    const lines = this.#lines;
    this.#lines = [];
    this.#bytes = 0;
    return lines;
  }
}

/** A stream that fails while nobody waits for it says so when it is asked again. */
function ahead(pieces: AsyncIterator<Uint8Array>): Promise<IteratorResult<Uint8Array, undefined>> {
  const next = pieces.next();
  next.catch(() => undefined);
  return next;
}

/** Puts lines together from the pieces in which they come; blank lines are left out. */
class LineSplitter {
  #rest: Uint8Array[] = [];
  #length = 0;

  *take(piece: Uint8Array): Generator<Line> {
    let start = 0;
    for (let end = piece.indexOf(LINE_FEED); end >= 0; end = piece.indexOf(LINE_FEED, start)) {
      this.#add(piece.subarray(start, end));
      yield* this.end();
      start = end + 1;
    }
    this.#add(piece.subarray(start));
  }

  /** The line that has no end of its own. */
  *end(): Generator<Line> {
    const bytes = this.#length;
    const line: Line = bytes > LONGEST_LINE_BYTES ? { unreadable: 'too-long', bytes: 0 } : read(this.#rest, bytes);
    this.#rest = [];
    this.#length = 0;
    if (!('text' in line) || line.text.trim() !== '') yield line;
  }

  #add(part: Uint8Array): void {
    this.#length += part.length;
    if (this.#length > LONGEST_LINE_BYTES) this.#rest = [];
    else this.#rest.push(part);
  }
}

function read(parts: readonly Uint8Array[], bytes: number): Line {
  try {
    return { text: UTF_8.decode(parts.length === 1 ? parts[0] : Buffer.concat(parts)), bytes };
  } catch {
    return { unreadable: 'not-utf-8', bytes };
  }
}
