import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Caller } from './testing/caller.js';
import { enrolment, offer, opening, sent as sentAs, type Json, type Sent } from './testing/facts.js';
import { MUNICIPALITY, Running, SCHOOL } from './testing/running.js';

let ledger: Running;
let system: Caller;
let subject: string;
let other: string;
let youths = 0;
beforeAll(async () => {
  ledger = await Running.start();
  system = await ledger.as('system');
});
beforeEach(async () => {
  [subject, other] = [await ledger.open(), await ledger.open()];
  youths += 1;
});
afterAll(() => ledger[Symbol.asyncDispose]());

/** A sender uses an id once: here each pair of youths has ids of its own. */
const sent = (event: Sent): Json => sentAs({ ...event, id: `youth-${youths}/${event.id}` });
const bad = (id: string): Json => sent({ subject, id, data: {} });
/** Without an offer nobody can accept: a refusal by a rule, not by the form. */
const impossible = (id: string): Json => sent({ subject, id, type: 'HandoverCompleted', data: { occurredAt: '2024-03-01', handoverId: 'never', firstContactOn: '2024-03-01' } });

function whyOf({ body }: { readonly body: Json }): readonly string[] {
  return (body['results'] as readonly { readonly result: string; readonly problem?: { readonly type: string } }[]).map(({ result, problem }) => problem?.type.split('/').at(-1) ?? result);
}

describe('a batch', () => {
  it('records the good events and refuses the bad ones, each in its place', async () => {
    const events = [sent({ subject, id: '1' }), bad('2'), sent({ subject: other, id: '3' }), impossible('4'), 7, sent({ subject, id: '5', source: MUNICIPALITY }), sent({ subject, id: '6' })];
    const reply = await system.batch(events);
    expect(reply.status).toBe(200);
    expect(whyOf(reply)).toEqual(['recorded', 'schema', 'recorded', 'not-offered', 'schema', 'source-not-yours', 'recorded']);
    expect(reply.body).toMatchObject({ recorded: 3, duplicates: 0, refused: 4 });
    expect((reply.body['results'] as readonly Json[]).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('may be empty', async () => {
    expect((await system.batch([])).body).toEqual({ results: [], recorded: 0, duplicates: 0, refused: 0 });
  });

  it('judges each step after the ones before it', async () => {
    const steps = [sent({ subject, id: '1', type: 'HandoverOffered', data: offer({ to: SCHOOL, handoverId: 'own' }) }), sent({ subject, id: '2', type: 'HandoverAccepted', data: { occurredAt: '2024-02-02', handoverId: 'own' } }), sent({ subject, id: '3', type: 'HandoverReturned', data: { occurredAt: '2024-02-03', handoverId: 'own', ground: 'no-capacity' } })];
    expect(whyOf(await system.batch(steps))).toEqual(['recorded', 'recorded', 'already-answered']);
    expect(whyOf(await system.batch(steps.toReversed()))).toEqual(['already-answered', 'duplicate', 'duplicate']);
  });

  it('of ten thousand events about one youth is recorded without gaps, in seconds', async () => {
    const startedMs = performance.now();
    const reply = await system.batch(Array.from({ length: 10_000 }, (_, nth) => sent({ subject, id: String(nth) })));
    expect(reply.body).toMatchObject({ recorded: 10_000, refused: 0 });
    expect((reply.body['results'] as readonly Json[]).every(({ revision }, nth) => revision === nth)).toBe(true);
    expect(performance.now() - startedMs).toBeLessThan(10_000);
  });
});

describe('all or nothing', () => {
  it('records all where all are good, over several youths', async () => {
    const reply = await system.batch([sent({ subject, id: '1' }), sent({ subject: other, id: '2' }), sent({ subject, id: '3' })], '?atomic=true');
    expect(whyOf(reply)).toEqual(['recorded', 'recorded', 'recorded']);
    const positions = (reply.body['results'] as readonly { readonly position: number }[]).map(({ position }) => position).sort((a, b) => a - b);
    expect(positions).toEqual([0, 1, 2].map((nth) => (positions[0] ?? 0) + nth));
  });

  it.each<[string, () => Json, string]>([
    ['has a fault', () => bad('x'), 'schema'],
    ['is not possible', () => impossible('x'), 'not-offered'],
    ['is of another sender', () => sent({ subject, id: 'x', source: MUNICIPALITY }), 'source-not-yours'],
    ['is about nobody', () => sent({ subject: '00000000-0000-4000-8000-00000000dead', id: 'x' }), 'no-legal-basis'],
    ['has an id that is in use', () => sent({ subject: other, id: 'used', data: { occurredAt: '2024-03-02', purpose: 'exit', situation: 'school', supportNeeded: true } }), 'id-reused'],
    ['has an id that is in use for another youth', () => sent({ subject, id: 'used' }), 'id-reused'],
    ['repeats an id of the batch with another body', () => sent({ subject, id: '1', data: { occurredAt: '2024-03-02', purpose: 'exit', situation: 'school', supportNeeded: true } }), 'id-reused'],
  ])('records nothing when one event %s', async (_, failing, why) => {
    await system.event(sent({ subject: other, id: 'used' }));
    const before = ledger.recorded();
    const reply = await system.batch([sent({ subject, id: '1' }), failing(), sent({ subject: other, id: '2' })], '?atomic=true');
    expect(whyOf(reply)).toEqual(['atomic-refused', why, 'atomic-refused']);
    expect(reply.body).toMatchObject({ recorded: 0, duplicates: 0, refused: 3 });
    expect(ledger.recorded()).toBe(before);
  });

  it('leaves nothing behind: the same events are recorded afterwards, from the same revision', async () => {
    await system.batch([sent({ subject, id: '1' }), sent({ subject, id: '2' }), impossible('x')], '?atomic=true');
    expect(await system.event(sent({ subject, id: '2' }))).toMatchObject({ status: 201, body: { revision: 0 } });
    expect(await system.event(sent({ subject, id: '1' }))).toMatchObject({ status: 201, body: { revision: 1 } });
    expect(whyOf(await system.batch([sent({ subject, id: '1' }), sent({ subject, id: '3' })], '?atomic=true'))).toEqual(['duplicate', 'recorded']);
  });

  it('holds for NDJSON too, with a line that is no JSON among a thousand', async () => {
    const lines = Array.from({ length: 1_200 }, (_, nth) => JSON.stringify(sent({ subject, id: String(nth) })));
    const before = ledger.recorded();
    const reply = await system.ndjson([...lines.slice(0, 1_100), '{', ...lines.slice(1_100)].join('\n'), '?atomic=true');
    expect(reply.text.trimEnd().split('\n').filter((line) => line.includes('atomic-refused'))).toHaveLength(1_200);
    expect(ledger.recorded()).toBe(before);
    const again = await system.ndjson(lines.join('\n'), '?atomic=true');
    expect(again.text.trimEnd().split('\n').filter((line) => line.includes('"recorded"'))).toHaveLength(1_200);
    expect(await system.ndjson('{}\n'.repeat(10_001), '?atomic=true')).toMatchObject({ status: 413, code: 'too-large' });
  });
});

describe('who write together', () => {
  it('about one youth all get their own revision, without gaps', async () => {
    const writers = await Promise.all(Array.from({ length: 64 }, (_, nth) => system.event(sent({ subject, id: `w${nth}`, data: { occurredAt: '2024-03-01', purpose: 'guidance', situation: 'school', supportNeeded: nth % 2 === 0 } }))));
    expect(writers.map(({ status }) => status)).toEqual(Array.from({ length: 64 }, () => 201));
    expect(writers.map(({ body }) => Number(body['revision'])).sort((a, b) => a - b)).toEqual(Array.from({ length: 64 }, (_, revision) => revision));
    const moments = writers.toSorted((a, b) => Number(a.body['position']) - Number(b.body['position'])).map(({ body }) => String(body['recordedAt']));
    expect(moments).toEqual(moments.toSorted());
  });

  it('the same event record it once, and all get the same receipt', async () => {
    const replies = await Promise.all(Array.from({ length: 32 }, () => system.event(sent({ subject, id: 'same' }))));
    expect(replies.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(new Set(replies.map(({ body }) => JSON.stringify({ ...body, result: 'any' }))).size).toBe(1);
  });

  it('one id for two youths record it for one of them', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, (_, nth) => system.event(sent({ subject: nth % 2 === 0 ? subject : other, id: 'contested' }))));
    const holders = new Set(replies.filter(({ status }) => status < 300).map(({ body }) => body['trajectoryId']));
    expect(holders.size).toBe(1);
    expect(replies.filter(({ code }) => code === 'id-reused')).toHaveLength(10);
  });

  it('all-or-nothing over the same youths in opposite order never wait for each other', async () => {
    const replies = await Promise.all(Array.from({ length: 20 }, (_, nth) => {
      const events = [sent({ subject, id: `a${nth}` }), sent({ subject: other, id: `b${nth}` })];
      return system.batch(nth % 2 === 0 ? events : events.reverse(), '?atomic=true');
    }));
    expect(replies.map(({ body }) => body['recorded'])).toEqual(Array.from({ length: 20 }, () => 2));
  });

  it('a step that one of them can take: one takes it', async () => {
    await system.batch([sent({ subject, id: 'o', type: 'TrajectoryOpened', data: opening() }), sent({ subject, id: 'e', type: 'EnrolmentStarted', data: enrolment() }), sent({ subject, id: 'h', type: 'HandoverOffered', data: offer({ to: MUNICIPALITY }) })]);
    const municipality = await ledger.as('system', MUNICIPALITY);
    const replies = await Promise.all(Array.from({ length: 16 }, (_, nth) => municipality.event(sent({ subject, id: `accept${nth}`, source: MUNICIPALITY, type: 'HandoverAccepted', data: { occurredAt: '2024-02-05', handoverId: 'h1' } }))));
    expect(replies.map(({ status, code }) => code ?? status).sort()).toEqual([201, ...Array.from({ length: 15 }, () => 'already-answered')]);
  });
});
