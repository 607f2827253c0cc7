import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UserError } from '../cli/user-error.js';
import { LocalClients } from '../identity/local-clients.js';
import { inParallel } from '../loading/in-parallel.js';
import { load } from '../loading/load.js';
import { readStory, storySource, youthOf } from '../loading/story-source.js';
import { CheckContext } from './context.js';

const YOUTHS_AT_ONCE = 16;

type Work = (context: CheckContext) => Promise<void>;

/** Checks a story in a running ledger that may hold more; its youths are found by who they are. */
export async function inRunningLedger(file: string, place: { readonly url: string; readonly data: string }, work: Work): Promise<void> {
  const scenario = await readStory(file);
  const clients = new LocalClients(place);
  const loader = await clients.loader();
  const found = await inParallel(scenario.youths, YOUTHS_AT_ONCE, async (youth) => {
    const { identity, municipality } = youthOf(scenario, youth);
    const answer = await loader.sendJson<{ readonly trajectoryId: string; readonly created: boolean }>('POST', '/v1/trajectories', { identity, municipality });
    if (answer.created) throw new UserError(`${scenario.id}: dit verhaal staat niet in het boek; laad het eerst met "load", of gebruik --own.`);
    return [youth.alias, answer.trajectoryId] as const;
  });
  await work(new CheckContext({ scenario, clients, trajectories: new Map(found), own: null }));
}

/** Checks a story in a ledger of its own, which is gone afterwards. */
export async function inOwnLedger(file: string, work: Work): Promise<void> {
  const { startServer } = await import('../server/start-server.js');
  const { forgetViews } = await import('../server/maintenance.js');
  const data = await mkdtemp(path.join(tmpdir(), 'trajectboek-check-'));
  try {
    const server = await startServer({ port: 0, host: '127.0.0.1', dataFolder: data, empty: true });
    try {
      await work(await loadedContext(file, { url: server.url, data }));
    } finally {
      await server.stop();
      await forgetViews(data);
    }
  } finally {
    await rm(data, { recursive: true, force: true });
  }
}

async function loadedContext(file: string, place: { readonly url: string; readonly data: string }): Promise<CheckContext> {
  const source = await storySource(file);
  const clients = new LocalClients(place);
  const { scenarios } = await load([source], { client: await clients.loader(), asLogged: true, onProgress: () => undefined });
  const own = scenarios[source.scenario.id];
  if (!own) throw new UserError(`${file}: een verhaal zonder jongeren.`);
  return new CheckContext({ scenario: source.scenario, clients, trajectories: new Map(Object.entries(own.subjects)), own });
}
