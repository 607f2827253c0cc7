import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { FeaturesModule } from '@trajectboek/features';
import { openDevelopmentIssuer } from '../identity/development-issuer.js';
import { CheckpointKeeper } from './checkpoint-keeper.js';
import { createCore } from './core.js';
import { lockDataFolder, makeDataFolder } from './data-folder.js';
import { refuseBusyPort } from './free-port.js';
import { createHttpAdapter, prepareHttp } from './http.js';
import { refuseOtherAddresses } from './loopback.js';
import { portsOf } from './ports.js';
import { reasonOf } from './projector/create-runner.js';
import { ThreadedProjections } from './projector/threaded-projections.js';
import { openStores } from './stores.js';

export interface ServerOptions {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  readonly empty: boolean;
}

export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the embedded shape: everything in one process, on one port. @throws UserError; then nothing keeps running */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  refuseOtherAddresses(options.host);
  await refuseBusyPort(options);
  const opened: (() => Promise<void>)[] = [];
  const stop = (): Promise<void> => closeAll(opened.splice(0).reverse());
  try {
    const url = await open(options, opened);
    return { url, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** One that fails does not keep the others open. @throws the first failure */
async function closeAll(parts: readonly (() => Promise<void>)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of parts) await close().catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}

/** Each part that was opened adds how to close it; the last one is closed first. */
async function open({ port, host, dataFolder }: ServerOptions, opened: (() => Promise<void>)[]): Promise<string> {
  makeDataFolder(dataFolder);
  const unlock = lockDataFolder(dataFolder);
  opened.push(async () => unlock());
  const stores = await openStores(dataFolder, () => new Date().toISOString(), { patience: 'reader' });
  opened.push(() => stores.close());
  const issuer = await openDevelopmentIssuer(dataFolder);
  const core = createCore(stores);
  const checkpoints = new CheckpointKeeper(stores.ledger, dataFolder);
  opened.push(() => checkpoints.stop());
  const projections = new ThreadedProjections(dataFolder, (listener) => stores.ledger.onAppended(listener), stopWithoutViews);
  opened.push(() => projections.stop());
  stores.settings.onChanged(() => projections.settingsChanged());
  const app = await NestFactory.create<NestFastifyApplication>(
    FeaturesModule.with(portsOf(stores, core, { issuer, projections, checkpoints })),
    createHttpAdapter({ logLevel: process.env['LOG_LEVEL'] ?? 'warn' }),
    { logger: ['fatal', 'error', 'warn'], abortOnError: false, bodyParser: false },
  );
  opened.push(() => app.close());
  prepareHttp(app);
  await app.init();
  // Not through Nest, which prints a busy port with its stack besides throwing it.
  await app.getHttpAdapter().getInstance().listen({ port, host });
  return `http://${host.includes(':') ? `[${host}]` : host}:${String(addressPort(app, port))}`;
}

/** Views that silently stand still would be wrong answers: better no service, and a supervisor that starts it again. */
function stopWithoutViews(error: unknown): void {
  console.error(`De overzichten zijn gestopt: ${reasonOf(error)}. Trajectboek stopt; wat is vastgelegd blijft. (The projector stopped, and so does the server.)`);
  process.exit(1);
}

function addressPort(app: NestFastifyApplication, asked: number): number {
  const address: unknown = app.getHttpServer().address();
  return typeof address === 'object' && address !== null && 'port' in address ? Number(address.port) : asked;
}
