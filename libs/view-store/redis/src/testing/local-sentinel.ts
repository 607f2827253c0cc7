import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { freePorts, LocalRedis } from './local-redis.js';

const NAME = 'views';

/** A master with a replica, and a Sentinel that puts the replica in its place when it dies. */
export class LocalSentinel {
  private constructor(readonly master: LocalRedis, private readonly replica: LocalRedis, private readonly sentinel: Watcher) {}

  static async start(): Promise<LocalSentinel> {
    const [one = 0, two = 0, port = 0] = await freePorts(3);
    const listen = (own: number) => ['--port', `${own}`, '--bind', '127.0.0.1', '--repl-diskless-sync-delay', '0'];
    const master = await LocalRedis.start(...listen(one));
    const replica = await LocalRedis.start(...listen(two), '--replicaof', `127.0.0.1 ${one}`);
    await until(async () => (await infoOf(replica)).includes('master_link_status:up'));
    const sentinel = new Watcher(port, one);
    await until(async () => (await sentinel.info()).includes('slaves=1'));
    return new LocalSentinel(master, replica, sentinel);
  }

  /** As `TRAJECTBOEK_REDIS` wants it. */
  get address(): string {
    return `redis+sentinel://127.0.0.1:${this.sentinel.port}/${NAME}`;
  }

  client(): Redis {
    return new Redis({ sentinels: [{ host: '127.0.0.1', port: this.sentinel.port }], name: NAME });
  }

  async stop(): Promise<void> {
    await this.sentinel.stop();
    for (const server of [this.master, this.replica]) await server.stop();
  }
}

class Watcher {
  readonly #folder = mkdtempSync(join(tmpdir(), 'sentinel-'));
  readonly #process: ChildProcess;

  constructor(readonly port: number, master: number) {
    const file = join(this.#folder, 'sentinel.conf');
    writeFileSync(file, [
      `port ${port}`, 'bind 127.0.0.1', `dir ${this.#folder}`, `sentinel monitor ${NAME} 127.0.0.1 ${master} 1`,
      `sentinel down-after-milliseconds ${NAME} 500`, `sentinel failover-timeout ${NAME} 3000`, '',
    ].join('\n'));
    this.#process = spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' });
  }

  info(): Promise<string> {
    return withClient(new Redis({ host: '127.0.0.1', port: this.port, lazyConnect: true }), (client) => client.info('sentinel'));
  }

  async stop(): Promise<void> {
    this.#process.kill('SIGKILL');
    await once(this.#process, 'exit');
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function infoOf(server: LocalRedis): Promise<string> {
  return withClient(server.client(), (client) => client.info('replication'));
}

async function withClient<T>(client: Redis, work: (client: Redis) => Promise<T>): Promise<T> {
  client.on('error', () => undefined);
  try {
    return await work(client);
  } finally {
    client.disconnect();
  }
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 1; !(await holds()); attempt += 1) {
    if (attempt === 200) throw new Error('it did not come to hold');
    await wait(50);
  }
}
