import { spawnSync } from 'node:child_process';
import { Cluster } from 'ioredis';
import { freePorts, LocalRedis } from './local-redis.js';

const MASTERS = 3;

/** Three masters that share the slots, each with as many replicas as asked, on free ports of this machine alone. */
export class LocalCluster {
  private constructor(private readonly servers: readonly LocalRedis[], private readonly ports: readonly number[]) {}

  static async start({ replicas = 0 }: { readonly replicas?: number } = {}): Promise<LocalCluster> {
    const count = MASTERS * (1 + replicas);
    const all = await freePorts(2 * count);
    const [ports, buses] = [all.slice(0, count), all.slice(count)];
    const servers = await Promise.all(ports.map((port, index) => LocalRedis.start(
      '--port', `${port}`, '--bind', '127.0.0.1', '--cluster-enabled', 'yes', '--cluster-port', `${buses[index]}`, '--cluster-node-timeout', '1000', '--repl-diskless-sync-delay', '0')));
    const addresses = ports.map((port) => `127.0.0.1:${port}`);
    const made = spawnSync('redis-cli', ['--cluster', 'create', ...addresses, '--cluster-replicas', `${replicas}`, '--cluster-yes'], { encoding: 'utf8', timeout: 60_000 });
    if (made.status !== 0) throw new Error(`no cluster: ${made.stdout} ${made.stderr}`);
    return new LocalCluster(servers, ports);
  }

  client(): Cluster {
    return new Cluster(this.ports.map((port) => ({ host: '127.0.0.1', port })));
  }

  /** Waits until the replicas of every master have what it has. */
  async replicated(): Promise<void> {
    const client = this.client();
    // A replica tells once a second how far it is, the first time too.
    await Promise.all(client.nodes('master').map((master) => master.wait(1, 10_000)));
    client.disconnect();
  }

  /** Kills the master that has the key. */
  async killMasterOf(key: string): Promise<void> {
    for (const server of this.servers) if (await hasKey(server, key)) await server.kill();
  }

  async stop(): Promise<void> {
    for (const server of this.servers) await server.stop();
  }
}

/** False for a node that sends the client on to another one, as replicas do too. */
async function hasKey(server: LocalRedis, key: string): Promise<boolean> {
  const client = server.client();
  try {
    return await client.exists(key) === 1;
  } catch {
    return false;
  } finally {
    client.disconnect();
  }
}
