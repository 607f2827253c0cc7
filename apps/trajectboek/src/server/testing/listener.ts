import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from './caller.js';
import type { Json } from './facts.js';

export interface Message {
  readonly id: string;
  readonly event: string;
  readonly data: Json;
}

export interface Listening {
  readonly lastEventId?: string;
  /** With the question mark. */
  readonly query?: string;
}

/** Follows `GET /v1/stream` (Server-Sent Events) until it is disposed of. */
export class Listener implements Disposable {
  readonly messages: Message[] = [];
  /** The `id` that was sent last, as a browser sends it when it comes back. */
  lastId: string | undefined;
  ended = false;
  readonly #leaving = new AbortController();
  #text = '';

  private constructor() {}

  static async to(reader: Caller, { lastEventId, query = '' }: Listening = {}): Promise<Listener> {
    const listener = new Listener();
    const headers = { ...reader.authorization, ...(lastEventId !== undefined && { 'last-event-id': lastEventId }) };
    const response = await fetch(`${reader.url}/v1/stream${query}`, { headers, signal: listener.#leaving.signal });
    if (response.status !== 200 || response.body === null) throw new Error(`the stream answers ${response.status}`);
    void listener.#read(response.body);
    await listener.until(() => listener.lastId !== undefined);
    return listener;
  }

  [Symbol.dispose](): void {
    this.#leaving.abort();
  }

  /** Waits until it holds, the listener has left, or the time in milliseconds is up. */
  async until(holds: () => boolean, timeoutMs = 10_000): Promise<void> {
    const startedMs = performance.now();
    while (!holds() && !this.#leaving.signal.aborted && performance.now() - startedMs < timeoutMs) await sleep(10);
  }

  /** The youths that changed, one for each event. */
  get youths(): readonly unknown[] {
    return this.of('trajectory').map(({ trajectoryId }) => trajectoryId);
  }

  /** What the messages of a kind say. */
  of(event: string): readonly Json[] {
    return this.messages.filter((message) => message.event === event).map(({ data }) => data);
  }

  async #read(body: ReadableStream<Uint8Array>): Promise<void> {
    try {
      for await (const piece of body.pipeThrough(new TextDecoderStream())) this.#take(piece);
    } catch {
      // Left by this side.
    }
    this.ended = true;
  }

  #take(piece: string): void {
    const blocks = (this.#text + piece).split('\n\n');
    this.#text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = Object.fromEntries(block.split('\n').map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1).trim()]));
      this.lastId = fields['id'] ?? this.lastId;
      if (fields['event'] !== undefined) this.messages.push({ id: fields['id'] ?? '', event: fields['event'], data: JSON.parse(fields['data'] ?? '') as Json });
    }
  }
}

/** The position in an `id` of the stream. */
export function positionIn(id: string | undefined): number {
  return Number.parseInt(id ?? '', 10);
}
