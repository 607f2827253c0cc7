export type Chunk = string | Uint8Array;

/** A listener that takes nothing for this long is gone. */
const LONGEST_DELIVERY_MS = 30_000;

/** What one listener is given, piece by piece; it is let go when it does not take them. */
export class Delivery implements AsyncIterator<Chunk> {
  #patience: NodeJS.Timeout | undefined;

  /** @param leave called once the listener is gone, before the end of the chunks is waited for */
  constructor(private readonly chunks: AsyncGenerator<Chunk>, private readonly leave: () => void, private readonly drop: () => void) {}

  async next(): Promise<IteratorResult<Chunk>> {
    clearTimeout(this.#patience);
    const result = await this.chunks.next();
    if (result.done !== true) this.#patience = setTimeout(this.drop, LONGEST_DELIVERY_MS).unref();
    return result;
  }

  async return(): Promise<IteratorResult<Chunk>> {
    clearTimeout(this.#patience);
    this.leave();
    return this.chunks.return(undefined);
  }
}
