import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ViewStore, YouthRows } from '@trajectboek/view-store';
// eslint-disable-next-line @nx/enforce-module-boundaries -- specs of the runner want a real engine; nothing but specs comes here
import { SqliteViewStore } from '@trajectboek/view-store-sqlite';
import { ProjectionRunner } from '../projection-runner.js';
import type { RunnerOptions } from '../runner-options.js';
import type { YouthProjection } from '../youth-projection.js';
import { FakeLedger } from './fake-ledger.js';
import { CONTACTS, LAST_CONTACT } from './projections.js';

export interface RunnerVariation extends RunnerOptions {
  readonly projections?: readonly YouthProjection[];
  readonly store?: ViewStore;
}

/** A ledger in memory with views in a real file, for one spec. */
export class Workbench {
  readonly ledger = new FakeLedger();
  readonly #folder = mkdtempSync(join(tmpdir(), 'runner-'));
  readonly store = SqliteViewStore.open(join(this.#folder, 'views.db'));
  readonly #runners: ProjectionRunner[] = [];

  /** Not started. */
  runner({ projections = [CONTACTS, LAST_CONTACT], store = this.store, ...options }: RunnerVariation = {}): ProjectionRunner {
    const runner = new ProjectionRunner({ store, source: this.ledger, projections }, { pollMs: 20, ...options });
    this.#runners.push(runner);
    return runner;
  }

  async started(variation: RunnerVariation = {}): Promise<ProjectionRunner> {
    const runner = this.runner(variation);
    await runner.start();
    return runner;
  }

  /** All rows of a view, in order of youth. */
  rows(view: string): Promise<readonly YouthRows[]> {
    return this.store.youths(view, undefined, 1000);
  }

  async close(): Promise<void> {
    for (const runner of this.#runners) await runner.stop();
    await this.store.close();
    rmSync(this.#folder, { recursive: true });
  }
}
