import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Reply } from './testing/caller.js';
import { testBsn, type Json } from './testing/facts.js';
import { MUNICIPALITY, Running } from './testing/running.js';
import { filesWith, outputOf } from './testing/traces.js';

const EDUCATION_NUMBER = '101222331';
const NOOR = { name: { given: 'Noor', family: 'Voorbeeld' }, birthDate: '2005-02-28' };

let ledger: Running;
beforeAll(async () => {
  ledger = await Running.start();
});
afterAll(() => ledger[Symbol.asyncDispose]());

async function open(identity: unknown, others: Json = {}): Promise<Reply> {
  return (await ledger.as('system')).post('/v1/trajectories', { identity, municipality: 'GM0153', ...others });
}

function faultsIn({ body }: Reply): readonly string[] {
  return (body['errors'] as readonly { readonly pointer: string; readonly code: string }[]).map(({ pointer, code }) => `${pointer} ${code}`).sort();
}

describe('opening a trajectory', () => {
  it.each([
    ['a BSN', { bsn: testBsn(1) }],
    ['an education number', { educationNumber: EDUCATION_NUMBER }],
    ['a name and birth date', NOOR],
  ])('with %s makes one, and finds it the next time', async (_, identity) => {
    const first = await open(identity);
    expect(first).toMatchObject({ status: 201, body: { created: true, trajectoryId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/) } });
    expect(await open(identity)).toMatchObject({ status: 200, body: { ...first.body, created: false } });
    expect(Object.keys(first.body).sort()).toEqual(['created', 'trajectoryId']);
  });

  it('finds a person for another organisation as well, and another person never', async () => {
    const first = await open({ bsn: testBsn(2) });
    const municipality = await ledger.as('system', MUNICIPALITY);
    expect((await municipality.post('/v1/trajectories', { identity: { bsn: testBsn(2) }, municipality: 'GM0200' })).body).toEqual({ ...first.body, created: false });
    const others = await Promise.all([open({ bsn: testBsn(3) }), open({ ...NOOR, birthDate: '2005-03-01' })]);
    expect(others.map(({ body }) => body['created'])).toEqual([true, true]);
  });

  it('knows a name again in other capitals, accents and spaces', async () => {
    const first = await open({ name: { given: 'Zoë', family: 'van den Berg' }, birthDate: '2004-01-31' });
    expect((await open({ name: { given: ' ZOE', family: 'Van  den  Berg ' }, birthDate: '2004-01-31' })).body).toEqual({ ...first.body, created: false });
  });

  it('of one person fifty times at once makes one trajectory', async () => {
    const replies = await Promise.all(Array.from({ length: 50 }, () => open({ bsn: testBsn(4) })));
    expect(new Set(replies.map(({ body }) => body['trajectoryId'])).size).toBe(1);
    expect(replies.filter(({ status, body }) => status === 201 && body['created'] === true)).toHaveLength(1);
    expect(replies.filter(({ status, body }) => status === 200 && body['created'] === false)).toHaveLength(49);
  });

  it('of fifty persons at once makes fifty', async () => {
    const replies = await Promise.all(Array.from({ length: 50 }, (_, nth) => open({ bsn: testBsn(10 + nth) })));
    expect(new Set(replies.map(({ body }) => body['trajectoryId'])).size).toBe(50);
  });
});

describe('what opens no trajectory', () => {
  it('is told with every fault at once', async () => {
    const reply = await open({ bsn: '999900019', educationNumber: '12', name: { given: '', middle: 'x' }, birthDate: '2005-02-30', age: 3 }, { municipality: 'Ede', city: 'Ede' });
    expect(reply).toMatchObject({ status: 400, code: 'schema', body: { title: 'De gegevens kloppen niet' } });
    expect(faultsIn(reply)).toEqual([
      '/city unknown-field', '/identity/age unknown-field', '/identity/birthDate schema', '/identity/bsn schema', '/identity/educationNumber schema',
      '/identity/name/family schema', '/identity/name/given schema', '/identity/name/middle unknown-field', '/municipality schema',
    ]);
  });

  it.each<[string, unknown, readonly string[]]>([
    ['nobody', {}, ['/identity schema']],
    ['two ways at once', { bsn: testBsn(1), educationNumber: EDUCATION_NUMBER }, ['/identity schema']],
    ['a name without a birth date', { name: NOOR.name }, ['/identity schema']],
    ['a birth date alone', { birthDate: '2005-02-28' }, ['/identity schema']],
    ['a BSN that is null', { bsn: null }, ['/identity/bsn schema']],
    ['a BSN that is a number', { bsn: Number(testBsn(1)) }, ['/identity/bsn schema']],
    ['a name that is null', { name: null, birthDate: '2005-02-28' }, ['/identity/name schema']],
    ['a name that is text', { name: 'Noor', birthDate: '2005-02-28' }, ['/identity/name schema']],
    ['a name of spaces and accents', { name: { given: ' ', family: '\u0301' }, birthDate: '2005-02-28' }, ['/identity/name/family schema', '/identity/name/given schema']],
    ['a list of persons', [{ bsn: testBsn(1) }], ['/identity schema']],
    ['text', testBsn(1), ['/identity schema']],
  ])('is %s', async (_, identity, faults) => {
    const before = (await open({ bsn: testBsn(5) })).body;
    const reply = await open(identity);
    expect([reply.status, faultsIn(reply)]).toEqual([400, faults]);
    expect((await open({ bsn: testBsn(5) })).body).toEqual({ ...before, created: false });
  });

  it.each([
    ['null', 'application/json', 400], ['[]', 'application/json', 400], ['"x"', 'application/json', 400], ['{"identity":', 'application/json', 400], ['', 'application/json', 400],
    ['{"__proto__":{"identity":{}},"municipality":"GM0153"}', 'application/json', 400], ['{"constructor":{},"municipality":"GM0153"}', 'application/json', 400],
    [JSON.stringify({ identity: { bsn: testBsn(6) }, municipality: 'GM0153' }), 'application/x-ndjson', 415],
    [JSON.stringify({ identity: { bsn: testBsn(6) }, municipality: 'GM0153' }), 'text/plain', 415], ['identity[bsn]=1', 'application/x-www-form-urlencoded', 415],
  ])('is the body %s of type %s', async (body, type, status) => {
    const system = await ledger.as('system');
    const reply = await system.send('POST', '/v1/trajectories', { body, headers: { 'content-type': type } });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([status, 'application/problem+json; charset=utf-8']);
    expect((await system.get('/v1/event-types/TrajectoryOpened')).status).toBe(200);
  });
});

describe('the identity of a youth', () => {
  it('is nowhere in an answer, a line of the log or a file', async () => {
    const bsn = testBsn(70);
    const name = { given: 'Kwetsbaarheid', family: 'Voorbeeldnaam' };
    const answers: Reply[] = [];
    const output = await outputOf(async () => {
      const system = await ledger.as('system');
      for (const identity of [{ bsn }, { name, birthDate: '2005-11-23' }, { bsn, name }, { bsn: `${bsn}0`, name: { ...name, extra: bsn } }]) answers.push(await open(identity));
      answers.push(await system.get(`/v1/trajectories/${bsn}`), await system.get(`/v1/trajectories?bsn=${bsn}`), await system.get(`/v1/in-beeld?bsn=${bsn}&guide=${bsn}`));
      answers.push(await system.post(`/v1/trajectories?bsn=${bsn}`, { identity: { bsn }, municipality: 'GM0153' }));
      answers.push(await system.send('POST', '/v1/trajectories', { body: `{"identity":{"bsn":"${bsn}"`, headers: { 'content-type': 'application/json' } }));
    });
    const secrets = [bsn, name.given, name.family, '2005-11-23', name.given.toLowerCase()];
    expect(secrets.filter((secret) => answers.some(({ text }) => text.includes(secret)))).toEqual([]);
    expect(secrets.filter((secret) => output.includes(secret))).toEqual([]);
    expect(filesWith(ledger.dataFolder, secrets)).toEqual([]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 400, 400, 400, 404, 400, 400, 400]);
  });
});
