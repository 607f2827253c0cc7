import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SeenRequest {
  readonly method: string;
  /** Path without query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Answer {
  readonly status?: number;
  readonly body?: unknown;
}

/** Answers a request, or leaves it to the next one. */
export type Answering = (request: SeenRequest) => Answer | undefined;

/** A server on loopback that speaks the wire contract as a spec wants, and remembers what it was asked. */
export class StandInLedger implements AsyncDisposable {
  readonly seen: SeenRequest[] = [];
  #server: Server | undefined;

  constructor(private readonly answering: Answering) {}

  async listen(): Promise<string> {
    const server = createServer((request, response) => void this.#seenRequest(request).then((seen) => {
      this.seen.push(seen);
      const { status = 200, body = '' } = this.answering(seen) ?? problemAnswer(404, 'not-found');
      response.writeHead(status).end(typeof body === 'string' ? body : JSON.stringify(body));
    }));
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  async #seenRequest(request: IncomingMessage): Promise<SeenRequest> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    return { method: request.method ?? '', path: pathname, query: Object.fromEntries(searchParams), headers: request.headers, body: Buffer.concat(chunks).toString() };
  }
}

export function problemAnswer(status: number, code: string): Answer {
  return { status, body: { type: `https://trajectboek.example/problems/${code}`, title: code, status, detail: 'zo is het' } };
}

/** Takes everything in: a trajectory per identity, and each event but those that `refuse` gives a code for. */
export function receiving(refuse: (event: Readonly<Record<string, unknown>>) => string | undefined = () => undefined): Answering {
  const trajectories = new Map<string, string>();
  let position = 0;
  return ({ method, path, body }) => {
    if (method === 'POST' && path === '/v1/imports') return { status: 201, body: { importId: 'import-1' } };
    if (path.startsWith('/v1/imports/')) return { status: 204 };
    if (method === 'PUT') return { body: {} };
    if (path === '/v1/trajectories') {
      const known = trajectories.get(body);
      const trajectoryId = known ?? `00000000-0000-4000-8000-${String(trajectories.size).padStart(12, '0')}`;
      trajectories.set(body, trajectoryId);
      return { status: known === undefined ? 201 : 200, body: { trajectoryId, created: known === undefined } };
    }
    if (path !== '/v1/events') return undefined;
    const events = body.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Readonly<Record<string, unknown>>);
    return { body: events.map((event, index) => `${JSON.stringify({ index, ...resultOf(refuse(event), () => position++) })}\n`).join('') };
  };
}

function resultOf(why: string | undefined, position: () => number): object {
  return why === undefined ? { result: 'recorded', position: position() } : { result: 'refused', problem: problemAnswer(422, why).body };
}

/** Everything that comes, as a list. */
export async function allOf<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
