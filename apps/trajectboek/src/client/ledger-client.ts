import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../cli/user-error.js';
import { RefusedRequest, type Problem } from './http-problem.js';

export interface ClientOptions {
  /** Address of the ledger, without path. */
  readonly url: string;
  readonly token: string;
}

export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const WAITS_MS = [100, 400, 1_600];
/** The server is there but busy; everything that we send may be sent twice. */
const TRY_AGAIN = new Set([429, 502, 503, 504]);

/** Speaks HTTP with a ledger as one reader or sender. */
export class LedgerClient {
  constructor(private readonly options: ClientOptions) {}

  async getJson<Answer>(path: string, query: HttpRequest['query'] = {}): Promise<Answer> {
    return await (await this.send({ method: 'GET', path, query })).json() as Answer;
  }

  async sendJson<Answer>(method: 'POST' | 'PUT', path: string, body: unknown): Promise<Answer> {
    const headers = { 'content-type': 'application/json' };
    return await (await this.send({ method, path, headers, body: JSON.stringify(body) })).json() as Answer;
  }

  /**
   * Sends a request, again when the network or the server was busy.
   * @throws RefusedRequest when the ledger will not, UserError when nobody answers
   */
  async send(request: HttpRequest): Promise<Response> {
    for (const waitMs of WAITS_MS) {
      const response = await this.#try(request).catch(() => undefined);
      if (response && !TRY_AGAIN.has(response.status)) return this.#accept(response, request);
      await response?.body?.cancel();
      await sleep(waitMs);
    }
    return this.#accept(await this.#try(request).catch((error: unknown) => this.#unreachable(error)), request);
  }

  #try({ method, path, query = {}, headers = {}, body }: HttpRequest): Promise<Response> {
    const target = new URL(path, this.options.url);
    for (const [key, value] of Object.entries(query)) if (value !== undefined) target.searchParams.set(key, String(value));
    return fetch(target, { method, headers: { ...headers, authorization: `Bearer ${this.options.token}` }, ...(body !== undefined && { body }) });
  }

  #unreachable(cause: unknown): never {
    throw new UserError(`Op ${this.options.url} antwoordt geen Trajectboek; start het met "npx trajectboek start".`, { cause });
  }

  async #accept(response: Response, { path }: HttpRequest): Promise<Response> {
    if (response.ok) return response;
    throw new RefusedRequest(response.status, path, problemIn(await response.text()));
  }
}

function problemIn(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}
