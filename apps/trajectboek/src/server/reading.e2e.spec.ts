import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { EMPLOYER } from '@trajectboek/testing';
import type { Caller } from './testing/caller.js';
import { enrolment, offer, opening, sent, type Json } from './testing/facts.js';
import { importInto } from './testing/import.js';
import { MUNICIPALITY, Running, SCHOOL } from './testing/running.js';

const STRANGER = 'urn:nld:oin:00000099000000000077';
let ledger: Running;
let auditor: Caller;
let noor: string;
let sami: string;

/** Two youths; what the school recorded of Noor came late, and what the municipality says of her is not all for the school. */
function history(): readonly Json[] {
  const by = (source: string, [type, at, id]: readonly [string, string, string], data: Json): Json => sent({ subject: noor, source, type, id, time: `${at}T12:00:00Z`, data });
  return [
    by(SCHOOL, ['TrajectoryOpened', '2024-01-10', 'n1'], opening()),
    sent({ subject: sami, id: 's1', type: 'TrajectoryOpened', time: '2024-01-11T12:00:00Z', data: opening({ municipality: 'GM0200', birthDate: '2004-02-29' }) }),
    by(SCHOOL, ['EnrolmentStarted', '2024-01-16', 'n2'], enrolment()),
    by(MUNICIPALITY, ['SupportStarted', '2024-02-01', 'n3'], { occurredAt: '2024-02-01', instrument: 'jobcoach' }),
    by(MUNICIPALITY, ['LifeEventRecorded', '2024-02-02', 'n4'], { occurredAt: '2024-02-02', category: 'debts', from: '2024-02-01' }),
    by(MUNICIPALITY, ['ContactMade', '2024-02-03', 'n5'], { occurredAt: '2024-02-03', purpose: 'guidance', situation: 'school', supportNeeded: true, confidential: true }),
    by(SCHOOL, ['HandoverOffered', '2024-02-10', 'n6'], offer({ to: MUNICIPALITY, occurredAt: '2024-02-10' })),
    by(SCHOOL, ['EnrolmentEnded', '2024-06-20', 'n7'], { occurredAt: '2024-03-01', institution: SCHOOL, reason: 'other', destination: 'none', withBasicQualification: false }),
    by(SCHOOL, ['EventCorrected', '2024-07-01', 'n8'], { occurredAt: '2024-07-01', correctedEventId: `${SCHOOL} n2`, reason: 'wrong-date', replacement: enrolment({ occurredAt: '2024-01-12' }) }),
    by(SCHOOL, ['EventRetracted', '2024-07-02', 'n9'], { occurredAt: '2024-07-02', retractedEventId: `${SCHOOL} n6`, reason: 'never-happened' }),
  ];
}

beforeAll(async () => {
  ledger = await Running.start();
  auditor = await ledger.as('auditor');
  [noor, sami] = [await ledger.open(), await ledger.open()];
  for (const { result } of await importInto(ledger, history())) expect(result).toBe('recorded');
});
afterAll(() => ledger[Symbol.asyncDispose]());

const statusIn = ({ body }: { readonly body: Json }): unknown => (body['situation'] as Json)['status'];
const itemsIn = ({ body }: { readonly body: Json }): readonly Json[] => body['items'] as readonly Json[];

describe('a youth on a date', () => {
  it.each([
    ['asOf=2024-02-15', 'education'], ['asOf=2024-04-15', 'in-contact'], ['asOf=2024-04-15&knownAt=2024-06-19', 'education'],
    ['asOf=2024-04-15&knownAt=2024-06-20', 'in-contact'], ['asOf=2024-04-15&knownAt=2024-06-20T11:59:59Z', 'education'], ['asOf=2024-04-15&knownAt=2024-06-20T14:00:00%2B02:00', 'in-contact'],
    ['asOf=2024-01-13&knownAt=2024-06-30', 'out-of-view'], ['asOf=2024-01-13', 'education'], ['asOf=2024-12-31', 'out-of-view'], ['asOf=2199-12-31', 'out-of-view'], ['asOf=1900-01-01', 'out-of-view'],
  ])('with %s is %s', async (query, status) => {
    const reply = await auditor.get(`/v1/trajectories/${noor}?${query}`);
    expect([reply.status, statusIn(reply)]).toEqual([200, status]);
    expect(reply.body).toMatchObject({ trajectoryId: noor, asOf: query.slice(5, 15), completeTo: { position: 10, recordedAt: '2024-07-02T12:00:00.000Z' } });
  });

  it('has the same answer as in the list of that date and moment', async () => {
    for (const query of ['asOf=2024-04-15', 'asOf=2024-04-15&knownAt=2024-06-19', 'asOf=2024-01-13&knownAt=2024-06-30', 'asOf=2025-01-01']) {
      const items = itemsIn(await auditor.get(`/v1/in-beeld?${query}&minPosition=${ledger.recorded()}`));
      expect(new Set(items.map(({ trajectoryId }) => trajectoryId))).toEqual(new Set([noor, sami]));
      for (const { trajectoryId, status, since } of items) {
        const one = await auditor.get(`/v1/trajectories/${String(trajectoryId)}?${query}`);
        expect([trajectoryId, status, since]).toEqual([trajectoryId, statusIn(one), (one.body['situation'] as Json)['since']]);
      }
    }
  });

  it('has all nine facets, a label beside each code, and the moment in UTC', async () => {
    const { body } = await auditor.get(`/v1/trajectories/${noor}?asOf=2024-04-15&knownAt=2024-06-20`);
    expect(body['knownAt']).toBe('2024-06-20T21:59:59.999Z');
    const { facets, statusLabel } = body['situation'] as { readonly facets: readonly Json[]; readonly statusLabel: string };
    expect(facets.map(({ facet }) => facet).sort()).toEqual(['activity', 'benefit', 'care', 'contact', 'education', 'explained', 'internship', 'searchPeriod', 'work']);
    expect(statusLabel).toBe('in gesprek');
  });

  it('is asked in capitals too', async () => {
    expect((await auditor.get(`/v1/trajectories/${noor.toUpperCase()}`)).body['trajectoryId']).toBe(noor);
  });

  it.each([
    ['asOf=2024-02-30', 'asOf'], ['asOf=0001-01-01', 'asOf'], ['asOf=9999-12-31', 'asOf'], ['asOf=2024-02-01T00:00:00Z', 'asOf'], ['knownAt=2024-02-01T00:00:00', 'knownAt'], ['knownAt=2024-02-01T00:00:00%2B25:00', 'knownAt'],
    ['minPosition=-1', 'minPosition'], ['minPosition=1.5', 'minPosition'], ['minPosition=x', 'minPosition'], ['definition=Default', 'definition'], ['definition=nonsense', 'definition'], ['peildatum=2024-02-01', 'peildatum'], ['limit=5', 'limit'], ['asOf=2024-01-01&asOf=2024-01-02', 'asOf'],
  ])('with %s is a question that names its fault', async (query, parameter) => {
    const reply = await auditor.get(`/v1/trajectories/${noor}?${query}`);
    expect([reply.status, reply.code]).toEqual([400, 'invalid-query']);
    expect(new Set((reply.body['errors'] as readonly Json[]).map(({ pointer }) => pointer))).toEqual(new Set([`?${parameter}`]));
  });
});

describe('the timeline of a youth', () => {
  it('is in the order of the world, with what was late, corrected and retracted', async () => {
    const items = itemsIn(await auditor.get(`/v1/trajectories/${noor}/events`));
    expect(items.map(({ id }) => id)).toEqual(['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8', 'n9']);
    expect(items.filter(({ late }) => late).map(({ id }) => id)).toEqual(['n7']);
    expect(items.find(({ id }) => id === 'n2')).toMatchObject({ correctedBy: { source: SCHOOL }, retractedBy: null, data: enrolment(), typeLabel: 'Ingeschreven' });
    expect(items.find(({ id }) => id === 'n6')).toMatchObject({ correctedBy: null, retractedBy: { recordedAt: '2024-07-02T12:00:00.000Z' } });
    const before = itemsIn(await auditor.get(`/v1/trajectories/${noor}/events?knownAt=2024-06-30`));
    expect(before.map(({ correctedBy, retractedBy }) => [correctedBy, retractedBy])).toEqual(Array.from({ length: 7 }, () => [null, null]));
  });

  it.each([1, 2, 4, 8, 9, 500])('comes in pages of %d with everything in it once', async (limit) => {
    const seen: unknown[] = [];
    for (let cursor = ''; ;) {
      const { body } = await auditor.get(`/v1/trajectories/${noor}/events?limit=${limit}${cursor}`);
      seen.push(...(body['items'] as readonly Json[]).map(({ id }) => id));
      if (body['next'] === null) break;
      cursor = `&cursor=${String(body['next'])}`;
    }
    expect(seen).toEqual(['n1', 'n2', 'n3', 'n4', 'n5', 'n6', 'n7', 'n8', 'n9']);
  });

  it.each(['x', '00000000-0000-4000-8000-000000000000', '%00', 'a'.repeat(501), '../..', '%F0%9F%98%80'])('has no page after the cursor %s', async (cursor) => {
    expect(await auditor.get(`/v1/trajectories/${noor}/events?cursor=${cursor}`)).toMatchObject({ status: 400, code: 'invalid-query' });
  });
});

describe('who may see what', () => {
  it('a guide of the school sees that there was support, not what; a debt and a confidential contact not at all', async () => {
    const items = itemsIn(await (await ledger.as('guide', SCHOOL)).get(`/v1/trajectories/${noor}/events?asOf=2024-02-15`));
    expect(items.map(({ id, level, data }) => [id, level, data === null])).toEqual([['n1', 'what', false], ['n2', 'what', false], ['n3', 'that', true], ['n6', 'what', false]]);
  });

  it('the one who said it sees all of it, and what others said as long as he was to receive the youth', async () => {
    const seenWith = async (query: string): Promise<readonly unknown[]> => itemsIn(await (await ledger.as('guide', MUNICIPALITY)).get(`/v1/trajectories/${noor}/events?asOf=2024-02-15${query}`)).map(({ id, level }) => `${String(id)} ${String(level)}`);
    expect(await seenWith('&knownAt=2024-07-01')).toEqual(['n1 what', 'n2 what', 'n3 what', 'n4 what', 'n5 what', 'n6 what']);
    expect(await seenWith('')).toEqual(['n3 what', 'n4 what', 'n5 what']);
  });

  it('the situation that a guide sees is made of what he may know', async () => {
    const query = `/v1/trajectories/${noor}?asOf=2024-02-15`;
    const [bySchool, byAuditor] = [await (await ledger.as('guide', SCHOOL)).get(query), await auditor.get(query)];
    expect((byAuditor.body['situation'] as Json)['lastContact']).toEqual({ at: '2024-02-03', by: MUNICIPALITY });
    expect((bySchool.body['situation'] as Json)['lastContact']).toBeNull();
    expect(bySchool.text).not.toContain('debts');
  });

  it('an organisation without a legal basis learns nothing, not even whether the youth exists', async () => {
    const unknown = '00000000-0000-4000-8000-00000000dead';
    for (const role of ['guide', 'coordinator', 'system', 'privacy-officer']) {
      const stranger = await ledger.as(role, STRANGER);
      for (const rest of ['', '/events', '?asOf=2024-02-15', '/events?limit=1', '?knownAt=2024-01-01', '?minPosition=3']) {
        const [existing, missing] = [await stranger.get(`/v1/trajectories/${noor}${rest}`), await stranger.get(`/v1/trajectories/${unknown}${rest}`)];
        expect(existing).toMatchObject({ status: 403, code: 'no-legal-basis' });
        expect([missing.status, missing.text, [...missing.headers.keys()]]).toEqual([existing.status, existing.text, [...existing.headers.keys()]]);
      }
    }
    expect(itemsIn(await (await ledger.as('guide', STRANGER)).get('/v1/in-beeld?asOf=2024-02-15'))).toEqual([]);
    expect((await (await ledger.as('guide', STRANGER)).get('/v1/in-beeld/counts?asOf=2024-02-15')).body).toMatchObject({ total: 0, cells: [] });
  });

  it('and is answered as fast for a youth who exists as for one who does not', async () => {
    const stranger = await ledger.as('guide', STRANGER);
    const times: Record<string, number[]> = { [noor]: [], '00000000-0000-4000-8000-00000000dead': [] };
    for (let round = 0; round < 40; round += 1) {
      for (const [id, taken] of Object.entries(times)) {
        const startedMs = performance.now();
        await stranger.get(`/v1/trajectories/${id}`);
        taken.push(performance.now() - startedMs);
      }
    }
    const [existing = 0, missing = 0] = Object.values(times).map((taken) => taken.toSorted((a, b) => a - b)[Math.floor(taken.length / 2)] ?? 0);
    expect(Math.abs(existing - missing)).toBeLessThan(2 + Math.max(existing, missing) / 2);
  });

  it('an auditor is told that a youth was never opened', async () => {
    expect(await auditor.get('/v1/trajectories/00000000-0000-4000-8000-00000000dead')).toMatchObject({ status: 404, code: 'not-found' });
  });
});

describe('reading what was just written', () => {
  it('with the position of the receipt shows it, in every view', async () => {
    const employer = await ledger.as('system', EMPLOYER);
    for (let nth = 0; nth < 10; nth += 1) {
      const { body: { position } } = await employer.event(sent({ subject: sami, id: `own${nth}`, source: EMPLOYER, type: 'StatusConfirmed', data: { occurredAt: '2024-05-01', situation: 'work', by: 'employer', horizon: 'ad-hoc' } }));
      const [list, counts, timeline] = await Promise.all(['/v1/in-beeld?', '/v1/in-beeld/counts?', `/v1/trajectories/${sami}/events?`].map((path) => auditor.get(`${path}minPosition=${String(position)}`)));
      for (const reply of [list, counts, timeline]) expect((reply?.body['completeTo'] as Json)['position']).toBe(position);
      expect(timeline && itemsIn(timeline).at(-1)).toMatchObject({ id: `own${nth}`, position });
    }
  });

  it('with a position that is yet to come waits, and then says how far it has come', async () => {
    const startedMs = performance.now();
    const { status, body } = await auditor.get('/v1/in-beeld?minPosition=999999');
    expect([status, (body['completeTo'] as Json)['position']]).toEqual([200, ledger.recorded()]);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });
});
