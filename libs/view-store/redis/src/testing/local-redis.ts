import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Redis } from 'ioredis';

const PROGRAMS = ['redis-server', 'redis-cli'];

export function isRedisInstalled(): boolean {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  return PROGRAMS.every((program) => folders.some((folder) => existsSync(join(folder, program))));
}

/** A server of our own, in a folder of its own, that listens on a socket file only unless the options say otherwise. */
export class LocalRedis {
  readonly folder = mkdtempSync(join(tmpdir(), 'redis-'));
  readonly socket = join(this.folder, 'redis.sock');
  #process: ChildProcess | undefined;

  private constructor(private readonly options: readonly string[]) {}

  static async start(...options: readonly string[]): Promise<LocalRedis> {
    const server = new LocalRedis(options);
    await server.restart();
    return server;
  }

  async restart(): Promise<void> {
    const always = ['--port', '0', '--unixsocket', this.socket, '--save', '', '--appendonly', 'no', '--dir', this.folder, '--loglevel', 'warning'];
    this.#process = spawn('redis-server', [...always, ...this.options], { stdio: 'ignore' });
    await untilAnswered(() => this.client());
  }

  client(): Redis {
    const password = this.#password;
    return new Redis(this.socket, { lazyConnect: true, ...(password !== undefined && { password }) });
  }

  get #password(): string | undefined {
    const at = this.options.indexOf('--requirepass');
    return at < 0 ? undefined : this.options[at + 1];
  }

  /** As the kernel or the power would: nothing is finished or saved. */
  async kill(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    running.kill('SIGKILL');
    await once(running, 'exit');
  }

  async stop(): Promise<void> {
    await this.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

async function untilAnswered(open: () => Redis): Promise<void> {
  const client = open();
  client.on('error', () => undefined);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.ping();
      break;
    } catch (error) {
      if (attempt === 100) throw error;
      await wait(50);
    }
  }
  client.disconnect();
}

export async function freePorts(count: number): Promise<readonly number[]> {
  const servers = await Promise.all(Array.from({ length: count }, async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return server;
  }));
  const ports = servers.map((server) => {
    const address = server.address();
    return typeof address === 'object' && address ? address.port : 0;
  });
  for (const server of servers) server.close();
  return ports;
}
