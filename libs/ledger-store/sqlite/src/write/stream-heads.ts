/** The end of a stream: what the next event follows on. */
export interface StreamHead {
  /** -1 for an empty stream. */
  readonly revision: number;
  readonly chainHash: Uint8Array | null;
}

/** Streams whose end is kept in memory: about 10 MB. */
const MOST_KEPT = 50_000;

/** The ends of the streams written last; reads the others. */
export class StreamHeads {
  readonly #kept = new Map<string, StreamHead>();

  constructor(
    private readonly read: (stream: string) => StreamHead,
    private readonly most = MOST_KEPT,
  ) {}

  get(stream: string): StreamHead {
    return this.#kept.get(stream) ?? this.read(stream);
  }

  set(stream: string, head: StreamHead): void {
    this.#kept.delete(stream);
    this.#kept.set(stream, head);
    if (this.#kept.size <= this.most) return;
    const [oldest] = this.#kept.keys();
    if (oldest !== undefined) this.#kept.delete(oldest);
  }

  clear(): void {
    this.#kept.clear();
  }
}
