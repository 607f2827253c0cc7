import type { ProjectionRunner } from '@trajectboek/projection-runner';
import { setTimeout as sleep } from 'node:timers/promises';
import { createCore } from '../core.js';
import { openExisting } from '../existing-data.js';
import { createRunner, fillElsewhere } from './create-runner.js';

const SETTINGS_EVERY_MS = 1_000;

export interface ProjectorProcess {
  stop(): Promise<void>;
}

/**
 * Only the views of a data folder, beside a server or instead of its projector: it stands by for what another feeds, and
 * takes over when that one is gone. Where views have several parts, it takes its share of them.
 * @throws UserError
 */
export async function startProjector(dataFolder: string): Promise<ProjectorProcess> {
  const stores = await openExisting(dataFolder);
  const core = createCore(stores);
  const stopping = new AbortController();
  const start = async (): Promise<ProjectionRunner> => {
    const runner = createRunner(stores, core, { elsewhere: fillElsewhere(dataFolder) });
    await runner.start();
    return runner;
  };
  let runner = await start();
  /** Another choice of an organisation is another version of the work lists: begin again with it. */
  const following = (async () => {
    for (let version = stores.settings.version; !stopping.signal.aborted; await sleep(SETTINGS_EVERY_MS, undefined, { signal: stopping.signal }).catch(() => undefined)) {
      stores.settings.refresh();
      if (stores.settings.version === version) continue;
      version = stores.settings.version;
      await runner.stop();
      runner = await start();
    }
  })();
  return {
    stop: async () => {
      stopping.abort();
      await following;
      await runner.stop();
      await stores.close();
    },
  };
}
