import { SCHOOL } from '@trajectboek/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDevelopmentIssuer } from '../../../identity/development-issuer.js';
import { Caller, type Reply } from '../../../server/testing/caller.js';
import { identityOf } from '../../../server/testing/facts.js';
import { readRows } from '../../testing/ledger-rows.js';
import { Spawned, type Ended } from '../../testing/spawned-server.js';

/** The built product in a process of its own, with its views where the environment says. */
export class Product implements AsyncDisposable {
  #server: Spawned;
  #url = '';

  private constructor(private environment: NodeJS.ProcessEnv, readonly folder: string) {
    this.#server = this.#spawn();
  }

  static async start(environment: NodeJS.ProcessEnv = {}): Promise<Product> {
    const product = new Product(environment, mkdtempSync(path.join(tmpdir(), 'trajectboek-both-')));
    product.#url = await product.#server.url();
    await product.until('ready');
    return product;
  }

  get url(): string {
    return this.#url;
  }

  async restart(): Promise<void> {
    this.#server = this.#spawn();
    this.#url = await this.#server.url();
    await this.until('ready');
  }

  /** Stops, and starts on the same data with its views elsewhere. */
  async moveTo(environment: NodeJS.ProcessEnv): Promise<void> {
    await this.signal('SIGTERM');
    this.environment = environment;
    await this.restart();
  }

  /** Number of events in the file. */
  recorded(): number {
    return readRows(this.folder).length;
  }

  /** The same data and environment, for a command such as `verify`. */
  command(...words: readonly string[]): Promise<Ended> {
    return new Spawned([...words, '--data', this.folder], this.environment).ended;
  }

  signal(signal: NodeJS.Signals): Promise<Ended> {
    return this.#server.signal(signal);
  }

  async as(role: string, org: string = SCHOOL): Promise<Caller> {
    return new Caller(this.#url, await (await openDevelopmentIssuer(this.folder)).sign({ role, org, sub: `person:${role}` }));
  }

  /** Waits until it says that it is ready, or that it is not. */
  async until(state: 'ready' | 'not ready'): Promise<Reply> {
    const wanted = state === 'ready' ? 200 : 503;
    for (let tries = 0; ; tries += 1) {
      const reply = await new Caller(this.#url, null).get('/health/ready');
      if (reply.status === wanted || tries > 1_000) return reply;
      await sleep(20);
    }
  }

  /** Waits until no view is behind the ledger. */
  async untilViewsCaughtUp(): Promise<void> {
    for (;;) {
      const { text } = await new Caller(this.#url, null).get('/metrics');
      const lags = [...text.matchAll(/^trajectboek_view_lag_events\{.*\} (\d+)$/gm)].map(([, lag]) => Number(lag));
      if (lags.length > 0 && lags.every((lag) => lag === 0)) return;
      await sleep(50);
    }
  }

  /** Opens the trajectory of a person who was not there yet. */
  async open(nth: number): Promise<string> {
    const { body } = await (await this.as('system')).post('/v1/trajectories', { identity: identityOf(nth), municipality: 'GM0153' });
    return String(body['trajectoryId']);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.signal('SIGKILL');
    rmSync(this.folder, { recursive: true, force: true });
  }

  #spawn(): Spawned {
    return new Spawned(['start', '--empty', '--port', '0', '--data', this.folder], this.environment);
  }
}
