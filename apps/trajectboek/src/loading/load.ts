import type { OnProgress } from '../cli/progress.js';
import { UserError } from '../cli/user-error.js';
import { RefusedRequest } from '../client/http-problem.js';
import type { LedgerClient } from '../client/ledger-client.js';
import type { EntrySource } from './entry.js';
import { EntrySender } from './entry-sender.js';
import type { LoadReport } from './load-report.js';
import { mergeEntries } from './merge.js';
import { csvSource } from './csv-source.js';
import { ndjsonSource } from './ndjson-source.js';
import { keyOf, storySource, type StorySource } from './story-source.js';

export interface LoadOptions {
  readonly client: LedgerClient;
  /** The ledger takes the moments at which the sources logged; only into an empty ledger. */
  readonly asLogged: boolean;
  readonly onProgress: OnProgress;
}

/** Opens files by their extension. @throws UserError for a file that cannot be read, or a story that comes twice */
export async function openSources(files: readonly string[]): Promise<readonly EntrySource[]> {
  const sources: EntrySource[] = [];
  for (const file of files) sources.push(await openSource(file));
  const ids = sources.filter(isStory).map(({ scenario }) => scenario.id);
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice !== undefined) throw new UserError(`Twee bestanden zijn verhaal ${twice}.`);
  return sources;
}

function openSource(file: string): Promise<EntrySource> {
  if (/\.ya?ml$/i.test(file)) return storySource(file);
  if (/\.(ndjson|jsonl)$/i.test(file)) return ndjsonSource(file);
  if (/\.csv$/i.test(file)) return csvSource(file);
  throw new UserError(`${file}: alleen .yaml, .ndjson en .csv kunnen worden geladen.`);
}

function isStory(source: EntrySource): source is StorySource {
  return 'scenario' in source;
}

/** Sends everything to the ledger, in the order in which the sources logged it. */
export async function load(sources: readonly EntrySource[], options: LoadOptions): Promise<LoadReport> {
  const importId = options.asLogged ? await openImport(options.client) : undefined;
  try {
    const stories = sources.filter(isStory);
    for (const story of stories) await setProgrammes(story, options.client);
    const total = sources.reduce((sum, { count }) => sum + count, 0);
    const sender = new EntrySender({ ...options, importId, total, youths: youthsOf(stories) });
    for await (const entry of mergeEntries(sources)) await sender.take(entry);
    return await sender.finish();
  } finally {
    if (importId !== undefined) await options.client.send({ method: 'DELETE', path: `/v1/imports/${importId}` });
  }
}

async function openImport(client: LedgerClient): Promise<string> {
  try {
    const { importId } = await client.sendJson<{ readonly importId: string }>('POST', '/v1/imports', {});
    return importId;
  } catch (error) {
    if (!(error instanceof RefusedRequest) || error.code !== 'not-empty') throw error;
    throw new UserError('Met --recorded-as-logged kan alleen in een leeg boek worden geladen, en dit boek is niet leeg.', { cause: error });
  }
}

/** The programme clocks of a file are on for all its organisations, from before its first event. */
async function setProgrammes({ scenario: { settings, organisations } }: StorySource, client: LedgerClient): Promise<void> {
  const { programmesEnabled } = settings;
  if (programmesEnabled === null) return;
  for (const { id } of organisations.values()) await client.sendJson('PUT', `/v1/settings/${id}`, { programmesEnabled });
}

/** Which youth of which story a key stands for. */
function youthsOf(stories: readonly StorySource[]): ReadonlyMap<string, { readonly scenario: string; readonly alias: string }> {
  return new Map(stories.flatMap(({ scenario }) => scenario.youths.map(({ alias }) => [keyOf(scenario, alias), { scenario: scenario.id, alias }] as const)));
}
