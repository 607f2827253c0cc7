import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readScenario } from '@trajectboek/testing/scenario';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { allOf, problemAnswer, StandInLedger, type Answering } from '../client/testing.js';
import { LocalClients } from '../identity/local-clients.js';
import type { ScenarioReport } from '../loading/load-report.js';
import { CheckContext } from './context.js';
import { runChecks, type Verdict } from './run-checks.js';

const STORY = (checks: string): string => `
id: paar
organisations: {roc: {id: "urn:nld:oin:00000099000000000001", type: mbo}}
subjects: {count: 2, birthDate: 2000-01-01, municipality: GM0153}
events:
  - {id: e1, at: 2020-02-01, by: roc, type: ContactMade, data: {}, expect: refused, why: schema}
groups: [{name: werkt, count: 1}]
checks:
${checks}
`;
const TRAJECTORIES = new Map([['werkt-001', 't1'], ['youth-001', 't2']]);

let folder = '';
beforeEach(async () => { folder = await mkdtemp(path.join(tmpdir(), 'trajectboek-checks-')); });
afterEach(() => rm(folder, { recursive: true }));

async function verdictsOf(checks: string, answering: Answering, own: ScenarioReport | null = null): Promise<Verdict[]> {
  await using ledger = new StandInLedger(answering);
  const clients = new LocalClients({ url: await ledger.listen(), data: folder });
  return await allOf(runChecks(new CheckContext({ scenario: readScenario(STORY(checks)), clients, trajectories: TRAJECTORIES, own })));
}

function trajectory(status: string, more: object = {}): unknown {
  return {
    situation: { status, cause: null, facets: [{ facet: 'work', open: status === 'work', stale: false }], guides: [{ person: 'person:a' }], ...more },
    responsibility: { legal: 'rmc', actual: 'urn:nld:oin:00000099000000000001', alarms: ['gap'] },
    deadlines: [{ scheme: 's', state: 'overdue', dueOn: '2020-03-01' }],
    contradictions: [{ kind: 'k', events: [{ source: 'x', id: 'paar:werkt-001:e2' }, { source: 'x', id: 'paar:werkt-001:e1' }] }],
  };
}

const WORKING_AND_NOT: Answering = ({ path }) => {
  if (path === '/v1/trajectories/t1') return { body: trajectory('work') };
  if (path === '/v1/trajectories/t2') return { body: trajectory('out-of-view') };
  return undefined;
};

describe('the checks of a story', () => {
  it('hold for every youth that they are about', async () => {
    const verdicts = await verdictsOf(`
  - {asOf: 2020-01-01, view: situation, group: werkt, expect: {status: work, facets: {work: open}, guides: ["person:a"]}}
  - {asOf: 2020-01-01, view: situation, expect: {status: work}}
  - {asOf: 2020-01-01, view: responsibility, expect: {legal: rmc, actual: roc, alarms: [gap]}}
  - {asOf: 2020-01-01, view: deadlines, expect: []}
  - {asOf: 2020-01-01, view: deadlines, expect: [{scheme: s, state: overdue}]}
  - {asOf: 2020-01-01, view: contradictions, expect: [{kind: k, events: [e1, e2]}]}`, WORKING_AND_NOT);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['passed', 'failed', 'passed', 'failed', 'passed', 'passed']);
    expect(verdicts[1]?.details[0]).toContain('youth-001 (en 0 anderen van 2): status: verwacht "work", gevonden "out-of-view"');
  });

  it('count over the youths of the file where the ledger may hold more', async () => {
    const [counts, published] = await verdictsOf(`
  - {asOf: 2020-01-01, view: counts, by: status, expect: {work: 1, out-of-view: 1, benefit: 0}}
  - {asOf: 2020-01-01, view: counts, by: status, published: true, expect: {work: 1}}`, WORKING_AND_NOT);
    expect(counts).toMatchObject({ outcome: 'passed', details: [] });
    expect(published?.outcome).toBe('needs-own-ledger');
  });

  it('count the items of a work list that are about youths of the file, over all pages', async () => {
    const pages: Answering = ({ path, query }) => (path !== '/v1/worklists/l' ? undefined : query['cursor'] === undefined
      ? { body: { count: 3, items: [{ trajectoryId: 't1' }, { trajectoryId: 'stranger' }], next: 'c' } }
      : { body: { count: 3, items: [{ trajectoryId: 't1' }], next: null } });
    const verdicts = await verdictsOf(`
  - {asOf: 2020-01-01, view: worklist, list: l, expect: {count: 2, contains: [werkt-001], excludes: [youth-001]}}
  - {asOf: 2020-01-01, view: worklist, list: l, expect: {excludes: [werkt-001]}}`, pages);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['passed', 'failed']);
  });

  it('say what is not supported yet, and what only a ledger of its own can show', async () => {
    const answering: Answering = ({ path }) => (path.startsWith('/v1/worklists') ? problemAnswer(404, 'not-supported') : undefined);
    const verdicts = await verdictsOf(`
  - {asOf: 2020-01-01, view: worklist, list: l, expect: {count: 0}}
  - {view: metric, metric: C4, from: 2020-01-01, to: 2020-02-01, asOf: 2020-03-01, expect: {n: 1}}
  - {asOf: 2020-01-01, view: horoscope, expect: {}}`, answering);
    expect(verdicts.map(({ view, outcome }) => `${view}: ${outcome}`)).toEqual(['worklist l: unsupported', 'metric C4: needs-own-ledger', 'horoscope: failed']);
  });

  it('include refusals where the story was loaded for the purpose', async () => {
    const own: ScenarioReport = { subjects: {}, recorded: 0, duplicates: 0, position: null, refused: [{ event: 'e1', youths: ['werkt-001'], why: 'unknown-field' }, { event: 'e7', youths: ['werkt-001'], why: 'schema' }] };
    const verdicts = await verdictsOf('  []', () => undefined, own);
    expect(verdicts.map(({ name, details }) => `${name}: ${details.join()}`)).toEqual([
      'paar refusals e1: verwacht schema, gevonden unknown-field', 'paar refusals andere: e7 geweigerd (schema)',
    ]);
  });
});

describe('the check of a timeline', () => {
  const item = (event: string, more: object = {}): object => ({ id: `paar:werkt-001:${event}`, late: false, level: 'what', correctedBy: null, retractedBy: null, ...more });
  const timeline: Answering = ({ path, headers }) => {
    if (!path.endsWith('/events')) return undefined;
    const payload = JSON.parse(Buffer.from((headers.authorization ?? '').split('.')[1] ?? '', 'base64url').toString()) as { readonly role: string };
    if (payload.role === 'guide') return problemAnswer(403, 'no-legal-basis');
    return { body: { items: [item('e1', { late: true }), item('e2', { correctedBy: 'x', level: 'that' })], next: null } };
  };

  it('compares order, marks and what must be absent', async () => {
    const verdicts = await verdictsOf(`
  - {asOf: 2020-01-01, view: timeline, group: werkt, expect: {order: [e1, e2], late: [e1], corrected: [e2], retracted: [], level: {e2: that}, absent: [e3]}}
  - {asOf: 2020-01-01, view: timeline, group: werkt, expect: {order: [e2, e1]}}
  - {asOf: 2020-01-01, view: timeline, group: werkt, expect: {absent: [e1]}}
  - {asOf: 2020-01-01, view: timeline, group: werkt, expect: {titel: [e1]}}`, timeline);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['passed', 'failed', 'failed', 'failed']);
  });

  it('takes a refusal for hidden, when the auditor does see what is hidden', async () => {
    const verdicts = await verdictsOf(`
  - {asOf: 2020-01-01, view: timeline, group: werkt, reader: roc, expect: {hidden: [e1, e2]}}
  - {asOf: 2020-01-01, view: timeline, group: werkt, reader: roc, expect: {hidden: [e9]}}
  - {asOf: 2020-01-01, view: timeline, group: werkt, reader: roc, expect: {order: [e1]}}`, timeline);
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(['passed', 'failed', 'failed']);
  });
});
