import { loadCatalogue, type CatalogueRow } from '@trajectboek/catalogue';
import type { Caller } from '../../server/testing/caller.js';
import { Running } from '../../server/testing/running.js';
import type { Json } from './examples/example.js';
import { eventsOf, PATH_KNOWN, type Showing } from './history.js';
import type { Path } from './paths/path.js';
import { EVERY_ROW } from './paths/situation-paths.js';

const EVENTS_AT_ONCE = 2_000;
const OPENED_AT_ONCE = 16;

export type Refused = readonly [code: string, view: string, type: unknown, problem: unknown];

/** A ledger with a youth for every row and view of some views, recorded over HTTP with the moments of the history. */
export class CatalogueLedger implements AsyncDisposable {
  private constructor(readonly running: Running, readonly showings: readonly Showing[], readonly refused: readonly Refused[]) {}

  /** @param pathOf the path to a view; undefined for a view that another ledger shows */
  static async open(pathOf: (view: string) => Path | undefined): Promise<CatalogueLedger> {
    const running = await Running.start();
    const showings = await openTrajectories(running, pairsOf(pathOf));
    const refused = await record(running, showings);
    await switchOnClocks(running, showings);
    await caughtUp(running);
    return new CatalogueLedger(running, showings, refused);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.running[Symbol.asyncDispose]();
  }

  as(role: string, organisation?: string): Promise<Caller> {
    return this.running.as(role, organisation);
  }
}

type Pair = Pick<Showing, 'row' | 'view' | 'path'>;

function pairsOf(pathOf: (view: string) => Path | undefined): readonly Pair[] {
  return loadCatalogue().rows.filter(leavesFacts).flatMap((row) => [EVERY_ROW, ...row.views].flatMap((view): Pair[] => {
    const path = pathOf(view);
    return path ? [{ row, view, path }] : [];
  }));
}

function leavesFacts({ events }: CatalogueRow): boolean {
  return events.length > 0;
}

async function openTrajectories(running: Running, pairs: readonly Pair[]): Promise<readonly Showing[]> {
  const showings: Showing[] = [];
  for (let from = 0; from < pairs.length; from += OPENED_AT_ONCE) {
    showings.push(...await Promise.all(pairs.slice(from, from + OPENED_AT_ONCE).map(async (pair, index) => ({
      ...pair, trajectoryId: await running.open(), organisation: `urn:nld:oin:0000009900001${String(from + index).padStart(7, '0')}`,
    }))));
  }
  return showings;
}

/** All that was known first of every youth, and then all that came later: an import goes by the moments of recording. */
async function record(running: Running, showings: readonly Showing[]): Promise<readonly Refused[]> {
  const all = showings.flatMap((showing) => eventsOf(showing).map((event) => ({ event, showing })));
  const inOrder = [...all.filter(({ event }) => event['time'] === PATH_KNOWN), ...all.filter(({ event }) => event['time'] !== PATH_KNOWN)];
  const loader = await running.as('loader');
  const { body: { importId } } = await loader.send('POST', '/v1/imports');
  const refused: Refused[] = [];
  for (let from = 0; from < inOrder.length; from += EVENTS_AT_ONCE) {
    const batch = inOrder.slice(from, from + EVENTS_AT_ONCE);
    const outcomes = await send(loader, batch.map(({ event }) => event), String(importId));
    batch.forEach(({ event, showing: { row, view } }, index) => {
      if (outcomes[index]?.['result'] !== 'recorded') refused.push([row.code, view, event['type'], outcomes[index]]);
    });
  }
  await loader.send('DELETE', `/v1/imports/${String(importId)}`);
  return refused;
}

async function send(loader: Caller, events: readonly Json[], importId: string): Promise<readonly Json[]> {
  const body = events.map((event) => JSON.stringify(event)).join('\n');
  const { text } = await loader.send('POST', '/v1/events', { body, headers: { 'content-type': 'application/x-ndjson', 'trajectboek-import': importId } });
  return text.trimEnd().split('\n').map((line) => JSON.parse(line) as Json);
}

/** Waits until the stored views hold all that was recorded. */
async function caughtUp(running: Running): Promise<void> {
  await running.ready();
  const auditor = await running.as('auditor');
  for (const view of ['/v1/in-beeld', '/v1/worklists/open-handovers']) {
    for (let position = -1; position < running.recorded();) {
      const { body } = await auditor.get(`${view}?limit=1&minPosition=${running.recorded()}`);
      position = Number((body['completeTo'] as Json | undefined)?.['position']);
    }
  }
}

async function switchOnClocks(running: Running, showings: readonly Showing[]): Promise<void> {
  for (const { organisation, path: { clocks } } of showings) {
    if (!clocks) continue;
    const coordinator = await running.as('coordinator', organisation);
    const { status, text } = await coordinator.send('PUT', `/v1/settings/${organisation}`, { body: JSON.stringify({ programmesEnabled: clocks }), headers: { 'content-type': 'application/json' } });
    if (status !== 200) throw new Error(`the clocks ${clocks.join(', ')} could not be switched on: ${text}`);
  }
}
