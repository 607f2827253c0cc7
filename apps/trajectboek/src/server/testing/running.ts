import { MUNICIPALITY, SCHOOL } from '@trajectboek/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDevelopmentIssuer, type DevelopmentClaims } from '../../identity/development-issuer.js';
import { startServer, type RunningServer } from '../start-server.js';
import { Caller, type Reply } from './caller.js';
import { identityOf, type Json } from './facts.js';

export { MUNICIPALITY, SCHOOL };

/** A real server on a free port, with a data folder of its own that goes when the server goes. */
export class Running implements AsyncDisposable {
  #opened = 0;

  private constructor(readonly dataFolder: string, private server: RunningServer) {}

  static async start(dataFolder = mkdtempSync(path.join(tmpdir(), 'trajectboek-'))): Promise<Running> {
    const running = new Running(dataFolder, await listen(dataFolder));
    await running.ready();
    return running;
  }

  get url(): string {
    return this.server.url;
  }

  /** Stops and starts again on the same data. */
  async restart(): Promise<void> {
    await this.server.stop();
    this.server = await listen(this.dataFolder);
    await this.ready();
  }

  async stop(): Promise<void> {
    await this.server.stop();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server.stop();
    rmSync(this.dataFolder, { recursive: true });
  }

  /** Who speaks to the server: a role of an organisation, the school where nothing is said. */
  async as(role: string, org: string = SCHOOL, purpose?: string): Promise<Caller> {
    return new Caller(this.url, await this.token({ role, org, sub: `person:${role}`, ...(purpose !== undefined && { purpose }) }));
  }

  /** One without a token. */
  nobody(): Caller {
    return new Caller(this.url, null);
  }

  /** Waits until the views are there for the first time. */
  async ready(): Promise<Reply> {
    for (let tries = 0; ; tries += 1) {
      const reply = await this.nobody().get('/health/ready');
      if (reply.status === 200 || tries > 500) return reply;
      await sleep(20);
    }
  }

  async token(claims: DevelopmentClaims): Promise<string> {
    return (await openDevelopmentIssuer(this.dataFolder)).sign(claims);
  }

  /** Opens the trajectory of a person who was not there yet. */
  async open(): Promise<string> {
    const nth = this.#opened += 1;
    const { body } = await (await this.as('system')).post('/v1/trajectories', { identity: identityOf(nth), municipality: 'GM0153' });
    return String(body['trajectoryId']);
  }

  /** The lines of the access log, oldest first, as they lie in the file. */
  audit(): readonly Json[] {
    return this.#rows('SELECT line FROM access ORDER BY number').map(({ line }) => JSON.parse(String(line)) as Json);
  }

  /** Number of events in the file. */
  recorded(): number {
    return Number(this.#rows('SELECT count(*) AS events FROM event')[0]?.['events']);
  }

  #rows(sql: string): readonly Readonly<Record<string, unknown>>[] {
    const db = new DatabaseSync(path.join(this.dataFolder, 'ledger.db'), { readOnly: true });
    try {
      return db.prepare(sql).all();
    } finally {
      db.close();
    }
  }
}

function listen(dataFolder: string): Promise<RunningServer> {
  return startServer({ port: 0, host: '127.0.0.1', dataFolder, empty: true });
}
