import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EMPLOYER } from '@trajectboek/testing';
import type { Caller } from './testing/caller.js';
import { enrolment, offer, opening, sent as sentAs, type Json, type Sent } from './testing/facts.js';
import { MUNICIPALITY, Running, SCHOOL } from './testing/running.js';

let ledger: Running;
let system: Caller;
let subject: string;
let youths = 0;
beforeAll(async () => {
  ledger = await Running.start();
  system = await ledger.as('system');
});
beforeEach(async () => {
  subject = await ledger.open();
  youths += 1;
});
afterAll(() => ledger[Symbol.asyncDispose]());

/** A sender uses an id once: here each youth has ids of its own. */
const own = (id: string): string => `youth-${youths}/${id}`;
const sent = (event: Sent): Json => sentAs({ ...event, id: own(event.id) });

const UUID = expect.stringMatching(/^[0-9a-f-]{36}$/);
const RECEIPT = { result: 'recorded', eventId: UUID, revision: 0, position: expect.any(Number), recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) };
const withoutResult = ({ result: _result, ...receipt }: Json): Json => receipt;

function binaryHeaders(event: Json): Record<string, string> {
  const { data: _data, ...attributes } = event;
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [`ce-${name}`, encodeURIComponent(String(value))]));
}

describe('an event', () => {
  it('in structured mode gets a receipt', async () => {
    const reply = await system.event(sent({ subject, id: '1' }));
    expect(reply).toMatchObject({ status: 201, body: { ...RECEIPT, trajectoryId: subject } });
    expect(Object.keys(reply.body).sort()).toEqual(['eventId', 'position', 'recordedAt', 'result', 'revision', 'trajectoryId']);
  });

  it('in binary mode gets the same receipt as in structured mode', async () => {
    const event = sent({ subject, id: 'bij-nummer-12/é%', time: '2024-03-01T10:00:00+01:00', type: 'nl.jongerentrajecten.contact-made.v1' });
    const first = await system.post('/v1/events', event['data'], binaryHeaders(event));
    expect(first).toMatchObject({ status: 201, body: RECEIPT });
    expect(await system.event(event)).toMatchObject({ status: 200, body: { ...first.body, result: 'duplicate' } });
  });

  it('in a batch gets a result of its own', async () => {
    const events = [sent({ subject, id: '1' }), sent({ subject, id: '2', source: `${SCHOOL}:systeem:lvs` })];
    const { status, body } = await system.batch(events);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      recorded: 2, duplicates: 0, refused: 0,
      results: [{ index: 0, id: own('1'), source: SCHOOL, ...RECEIPT }, { index: 1, id: own('2'), source: `${SCHOOL}:systeem:lvs`, ...RECEIPT, revision: 1 }],
    });
  });

  it('as a line of NDJSON gets a line in answer', async () => {
    const reply = await system.ndjson(`${JSON.stringify(sent({ subject, id: '1' }))}\r\n\n${JSON.stringify(sent({ subject, id: '2' }))}`);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/x-ndjson']);
    expect(reply.text.trimEnd().split('\n').map((line) => JSON.parse(line) as Json)).toMatchObject([{ index: 0, ...RECEIPT }, { index: 1, ...RECEIPT, revision: 1 }]);
  });

  it('with a byte order mark, null attributes or a charset is read as it was meant', async () => {
    const event = sent({ subject, id: '1', time: null, dataref: null, datacontenttype: 'application/json; charset=utf-8' });
    const headers = { 'content-type': 'application/cloudevents+json; charset=UTF-8' };
    expect(await system.send('POST', '/v1/events', { body: `\ufeff${JSON.stringify(event)}`, headers })).toMatchObject({ status: 201 });
  });

  it('that is named by its wire type is the same as by its name', async () => {
    const first = await system.event(sent({ subject, id: '1', type: 'ContactMade' }));
    expect(await system.event(sent({ subject, id: '1', type: 'nl.jongerentrajecten.contact-made.v1' }))).toMatchObject({ status: 200, body: withoutResult(first.body) });
  });
});

describe('an event that is sent again', () => {
  it.each([['at once', 0], ['after the ledger was started again', 1]])('%s gets its first receipt, and nothing is recorded', async (_, restarts) => {
    const first = await system.event(sent({ subject, id: '1' }));
    for (let times = 0; times < restarts; times += 1) await ledger.restart();
    system = await ledger.as('system');
    const before = ledger.recorded();
    expect(await system.event(sent({ subject, id: '1' }))).toMatchObject({ status: 200, body: { ...first.body, result: 'duplicate' } });
    expect((await system.batch([sent({ subject, id: '1' })])).body).toMatchObject({ duplicates: 1, results: [{ ...first.body, result: 'duplicate' }] });
    expect(ledger.recorded()).toBe(before);
  });

  it('with its fields in another order is the same event', async () => {
    const data = { occurredAt: '2024-03-01', purpose: 'guidance', situation: 'school', supportNeeded: false };
    await system.event(sent({ subject, id: '1', data }));
    expect(await system.event(sent({ subject, id: '1', data: Object.fromEntries(Object.entries(data).reverse()) }))).toMatchObject({ status: 200 });
  });

  const contact = { occurredAt: '2024-03-01', purpose: 'guidance', situation: 'school', supportNeeded: false };
  const noFields = { occurredAt: '2024-03-01' };
  it.each<[string, Json, Json]>([
    ['another field', { data: contact }, { data: { ...contact, purpose: 'exit' } }],
    ['one field more', { data: contact }, { data: { ...contact, confidential: true } }],
    ['another type of the same fields', { type: 'SupportDeclined', data: noFields }, { type: 'InternshipSearchStarted', data: noFields }],
  ])('with %s is refused: the id is in use', async (_, first, again) => {
    expect(await system.event(sent({ subject, id: '1', ...first }))).toMatchObject({ status: 201 });
    expect(await system.event(sent({ subject, id: '1', ...again }))).toMatchObject({ status: 409, code: 'id-reused', body: { title: 'Dit nummer is al gebruikt voor een andere gebeurtenis' } });
  });

  it('about another youth is refused, and the others of its batch are recorded', async () => {
    const other = await ledger.open();
    await system.event(sent({ subject, id: 'taken' }));
    const { body } = await system.batch([sent({ subject: other, id: 'a' }), sent({ subject: other, id: 'taken' }), sent({ subject: other, id: 'b' })]);
    expect(body).toMatchObject({ recorded: 2, refused: 1, results: [{ result: 'recorded', revision: 0 }, { problem: { status: 409, type: expect.stringContaining('id-reused') } }, { result: 'recorded', revision: 1 }] });
  });

  it('twice in one batch is recorded once', async () => {
    const event = sent({ subject, id: '1' });
    const { body } = await system.batch([event, event, sent({ subject, id: '1', data: { occurredAt: '2024-03-02', purpose: 'exit', situation: 'school', supportNeeded: true } })]);
    expect(body).toMatchObject({ recorded: 1, duplicates: 1, refused: 1, results: [{ result: 'recorded' }, { result: 'duplicate' }, { problem: { type: expect.stringContaining('id-reused') } }] });
  });

  it('by another system of the organisation is another event', async () => {
    await system.event(sent({ subject, id: '1' }));
    expect(await system.event(sent({ subject, id: '1', source: `${SCHOOL}:systeem:lvs` }))).toMatchObject({ status: 201, body: { revision: 1 } });
  });
});

describe('a step that is not possible', () => {
  async function stepOf(type: string, data: Json, by = MUNICIPALITY): Promise<unknown> {
    const { status, code, body } = await (await ledger.as('system', by)).event(sent({ subject, id: type, source: by, type, data: { occurredAt: '2024-03-01', ...data } }));
    return [status, code, body['title']];
  }

  it('is refused with a title that a person understands, and leaves nothing', async () => {
    await system.event(sent({ subject, id: 'o', type: 'TrajectoryOpened', data: opening() }));
    expect(await stepOf('HandoverAccepted', { handoverId: 'h1' })).toEqual([422, 'not-offered', 'Overdracht niet aangeboden']);
    await system.event(sent({ subject, id: 'h', type: 'HandoverOffered', data: offer({ to: MUNICIPALITY }) }));
    expect(await stepOf('HandoverAccepted', { handoverId: 'h1' }, EMPLOYER)).toEqual([422, 'not-the-receiver', 'Niet de ontvanger']);
    expect(await stepOf('HandoverCompleted', { handoverId: 'h1', firstContactOn: '2024-03-01' })).toEqual([422, 'not-accepted', 'Overdracht niet aanvaard']);
    expect(await stepOf('HandoverAccepted', { handoverId: 'h1' })).toEqual([201, undefined, undefined]);
    expect(await stepOf('HandoverReturned', { handoverId: 'h1', ground: 'no-capacity' })).toEqual([422, 'already-answered', 'Al beantwoord']);
    expect(await stepOf('ConsentGiven', { consentId: 'c1' })).toEqual([422, 'not-requested', 'Niet gevraagd']);
    const timeline = await (await ledger.as('auditor')).get(`/v1/trajectories/${subject}/events`);
    expect(timeline.body['items']).toHaveLength(3);
  });

  it('is a correction whose replacement does not fit the type that it corrects', async () => {
    await system.event(sent({ subject, id: 'e', type: 'EnrolmentStarted', data: enrolment() }));
    const correction = (id: string, replacement: unknown): Json => sent({ subject, id, type: 'EventCorrected', data: { occurredAt: '2024-03-01', correctedEventId: `${SCHOOL} ${own('e')}`, reason: 'wrong-content', replacement } });
    const refused = await system.event(correction('c1', { occurredAt: '2024-02-30', institution: SCHOOL, schoolType: 'university', purpose: 'exit' }));
    expect(refused).toMatchObject({ status: 400, code: 'schema' });
    expect((refused.body['errors'] as Json[]).map(({ pointer }) => pointer).sort()).toEqual(['/data/replacement/occurredAt', '/data/replacement/purpose', '/data/replacement/schoolType']);
    expect(await system.event(correction('c2', { __proto__: null }))).toMatchObject({ status: 400, code: 'schema' });
    expect(await system.event(correction('c3', enrolment({ schoolType: 'mbo-3' })))).toMatchObject({ status: 201 });
    expect(await system.event(sent({ subject, id: 'c4', type: 'EventRetracted', data: { occurredAt: '2024-03-01', retractedEventId: `${SCHOOL} nothing`, reason: 'never-happened' } }))).toMatchObject({ status: 422, code: 'unknown-event' });
  });
});
