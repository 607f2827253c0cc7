import type { Json } from './facts.js';

export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  /** The body where it is a JSON object, else empty. */
  readonly body: Json;
  readonly text: string;
  /** The code at the end of a problem's type. */
  readonly code: string | undefined;
}

type Headings = Readonly<Record<string, string>>;

/** One who speaks HTTP with the server; null is who has no token. */
export class Caller {
  constructor(readonly url: string, readonly token: string | null) {}

  get(path: string, headers: Headings = {}): Promise<Reply> {
    return this.send('GET', path, { headers });
  }

  post(path: string, body: unknown, headers: Headings = {}): Promise<Reply> {
    return this.send('POST', path, { body: JSON.stringify(body), headers: { 'content-type': 'application/json', ...headers } });
  }

  /** One event in structured mode. */
  event(event: unknown, query = ''): Promise<Reply> {
    return this.post(`/v1/events${query}`, event, { 'content-type': 'application/cloudevents+json' });
  }

  batch(events: unknown, query = ''): Promise<Reply> {
    return this.post(`/v1/events${query}`, events, { 'content-type': 'application/cloudevents-batch+json' });
  }

  ndjson(lines: string, query = ''): Promise<Reply> {
    return this.send('POST', `/v1/events${query}`, { body: lines, headers: { 'content-type': 'application/x-ndjson' } });
  }

  async send(method: string, path: string, { body, headers = {} }: { readonly body?: string | Uint8Array<ArrayBuffer>; readonly headers?: Headings } = {}): Promise<Reply> {
    const response = await fetch(this.url + path, { method, headers: { ...this.authorization, ...headers }, ...(body !== undefined && { body }) });
    const text = await response.text();
    const read = readJson(text);
    return { status: response.status, headers: response.headers, text, body: read, code: typeof read['type'] === 'string' ? read['type'].split('/').at(-1) : undefined };
  }

  get authorization(): Headings {
    return this.token === null ? {} : { authorization: `Bearer ${this.token}` };
  }
}

function readJson(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value as Json : {};
  } catch {
    return {};
  }
}
