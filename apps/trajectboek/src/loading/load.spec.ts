import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { LedgerClient } from '../client/ledger-client.js';
import { problemAnswer, receiving, StandInLedger, type Answering } from '../client/testing.js';
import type { LoadReport } from './load-report.js';
import { load, openSources } from './load.js';

const ROC = 'urn:nld:oin:00000099000000000001';
const GEMEENTE = 'urn:nld:oin:00000099000000000002';
const STORY = `
id: twee
organisations: {roc: {id: "${ROC}", type: mbo}, gemeente: {id: "${GEMEENTE}", type: municipality}}
settings: {programmesEnabled: [transition-2]}
subjects: {count: 3, birthDate: 2000-01-01, municipality: GM0153}
events:
  - {id: c1, at: 2020-02-01, by: roc, type: HandoverOffered, data: {handoverId: h1, to: gemeente, receiverRole: municipality, warm: true, answerBy: 2020-03-01}}
groups:
  - name: over
    count: 2
    events:
      - {id: g1, at: 2020-02-03, by: gemeente, type: HandoverAccepted, data: {handoverId: h9}, expect: refused, why: not-offered}
checks: []
`;

let folder = '';
beforeEach(async () => { folder = await mkdtemp(path.join(tmpdir(), 'trajectboek-load-')); });
afterEach(() => rm(folder, { recursive: true }));

interface Files {
  readonly [name: string]: string;
}

async function loadFiles(files: Files, { answering = receiving(), asLogged = false }: { readonly answering?: Answering; readonly asLogged?: boolean } = {}): Promise<{ report: LoadReport; ledger: StandInLedger }> {
  await using ledger = new StandInLedger(answering);
  const client = new LedgerClient({ url: await ledger.listen(), token: 'token' });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  const sources = await openSources(Object.keys(files).map((name) => path.join(folder, name)));
  return { ledger, report: await load(sources, { client, asLogged, onProgress: () => undefined }) };
}

function eventsSentTo(ledger: StandInLedger): Record<string, unknown>[] {
  return ledger.seen.filter(({ path }) => path === '/v1/events').flatMap(({ body }) => body.split('\n').filter(Boolean)).map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('loading a story', () => {
  it('opens every youth, then sends events with the ids that a client can rely on', async () => {
    const { report, ledger } = await loadFiles({ 'twee.yaml': STORY });
    const sent = eventsSentTo(ledger);
    expect(Object.keys(report.scenarios['twee']?.subjects ?? {})).toEqual(['over-001', 'over-002', 'youth-001']);
    expect(sent.map(({ id }) => id)).toEqual(['twee:over-001:c1', 'twee:over-002:c1', 'twee:youth-001:c1', 'twee:over-001:g1', 'twee:over-002:g1']);
    expect(sent[0]).toEqual({
      specversion: '1.0', type: 'nl.jongerentrajecten.handover-offered.v1', source: ROC, id: 'twee:over-001:c1', time: '2020-02-01T11:00:00.000Z',
      subject: report.scenarios['twee']?.subjects['over-001'],
      data: { occurredAt: '2020-02-01', handoverId: 'h1', to: GEMEENTE, receiverRole: 'municipality', warm: true, answerBy: '2020-03-01' },
    });
  });

  it('tells who a youth is in the body only', async () => {
    const { ledger } = await loadFiles({ 'twee.yaml': STORY });
    const opened = ledger.seen.filter(({ path }) => path === '/v1/trajectories').map(({ body }) => JSON.parse(body) as unknown);
    expect(opened).toContainEqual({ identity: { name: { given: 'over-002', family: 'twee' }, birthDate: '2000-01-01' }, municipality: 'GM0153' });
  });

  it('reports announced refusals per event, with the youths', async () => {
    const answering = receiving(({ id }) => (String(id).endsWith('g1') ? 'not-offered' : undefined));
    const { report } = await loadFiles({ 'twee.yaml': STORY }, { answering });
    expect(report.scenarios['twee']).toMatchObject({ recorded: 3, position: 2, refused: [{ event: 'g1', youths: ['over-001', 'over-002'], why: 'not-offered' }] });
    expect(report.unexpected).toEqual([]);
    expect(report.warnings).toEqual([]);
  });

  it('names refusals that no story announces, and announced ones that do not come', async () => {
    const answering = receiving(({ id }) => (String(id).endsWith('c1') ? 'schema' : undefined));
    const { report } = await loadFiles({ 'twee.yaml': STORY }, { answering });
    expect(report.unexpected).toEqual([expect.stringContaining('twee c1 geweigerd (schema, 3 jongeren)')]);
    expect(report.warnings).toEqual([expect.stringContaining('twee g1: aangekondigd als geweigerd (not-offered)')]);
  });

  it('switches programme clocks on for all its organisations before the first event', async () => {
    const { ledger } = await loadFiles({ 'twee.yaml': STORY });
    const order = ledger.seen.map(({ method, path }) => `${method} ${path}`);
    expect(order.slice(0, 2)).toEqual([`PUT /v1/settings/${ROC}`, `PUT /v1/settings/${GEMEENTE}`]);
    expect(JSON.parse(ledger.seen[0]?.body ?? '')).toEqual({ programmesEnabled: ['transition-2'] });
  });

  it('is refused when another file is the same story', async () => {
    await expect(loadFiles({ 'een.yaml': STORY, 'twee.yaml': STORY })).rejects.toThrow('Twee bestanden zijn verhaal twee.');
  });
});

describe('loading as the sources logged it', () => {
  it('wraps the events in an import and closes it', async () => {
    const { ledger } = await loadFiles({ 'twee.yaml': STORY }, { asLogged: true });
    const order = ledger.seen.map(({ method, path }) => `${method} ${path}`);
    expect(order[0]).toBe('POST /v1/imports');
    expect(order.at(-1)).toBe('DELETE /v1/imports/import-1');
    expect(ledger.seen.find(({ path }) => path === '/v1/events')?.headers['trajectboek-import']).toBe('import-1');
  });

  it('says in one line that the ledger is not empty', async () => {
    const answering: Answering = ({ path }) => (path === '/v1/imports' ? problemAnswer(409, 'not-empty') : undefined);
    await expect(loadFiles({ 'twee.yaml': STORY }, { asLogged: true, answering })).rejects.toThrow('alleen in een leeg boek');
  });

  it('closes the import when an event request fails', async () => {
    const rest = receiving();
    const seen: string[] = [];
    const answering: Answering = (request) => {
      seen.push(`${request.method} ${request.path}`);
      return request.path === '/v1/events' ? problemAnswer(400, 'schema') : rest(request);
    };
    await expect(loadFiles({ 'twee.yaml': STORY }, { asLogged: true, answering })).rejects.toThrow('Het boek weigert /v1/events');
    expect(seen.at(-1)).toBe('DELETE /v1/imports/import-1');
  });
});

describe('loading several files', () => {
  it('sends their events together in the order in which they were logged', async () => {
    const line = (id: string, time: string): string => JSON.stringify({ specversion: '1.0', type: 'X', source: ROC, id, subject: 's1', time, data: {} });
    const { ledger } = await loadFiles({
      'twee.yaml': STORY,
      'los.ndjson': `${line('n1', '2020-02-02T00:00:00Z')}\n\n${line('n2', '2020-02-04T00:00:00Z')}\n`,
    });
    expect(eventsSentTo(ledger).map(({ id }) => String(id).split(':').at(-1))).toEqual(['c1', 'c1', 'c1', 'n1', 'g1', 'g1', 'n2']);
  });

  it('sends again when the ledger is busy', async () => {
    const rest = receiving();
    let busy = 1;
    const { report } = await loadFiles({ 'twee.yaml': STORY }, { answering: (request) => (request.path === '/v1/events' && busy-- > 0 ? problemAnswer(503, 'unavailable') : rest(request)) });
    expect(report.scenarios['twee']?.recorded).toBe(5);
  });
});
