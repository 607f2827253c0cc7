import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RMC } from '@trajectboek/testing';
import { request, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from './testing/caller.js';
import { enrolment, offer, opening, sent, type Json } from './testing/facts.js';
import { Listener } from './testing/listener.js';
import { MUNICIPALITY, Running, SCHOOL } from './testing/running.js';

let ledger: Running;
let [auditor, school, municipality]: Caller[] = [];
let subject: string;
let sentEvents = 0;
beforeAll(async () => {
  ledger = await Running.start();
  [auditor, school, municipality] = [await ledger.as('auditor'), await ledger.as('guide', SCHOOL), await ledger.as('guide', MUNICIPALITY)];
});
beforeEach(async () => {
  subject = await ledger.open();
});
afterAll(() => ledger[Symbol.asyncDispose]());

async function say(type: string, data: Json, { of = subject, by = SCHOOL }: { readonly of?: string; readonly by?: string } = {}): Promise<number> {
  sentEvents += 1;
  const { status, body } = await (await ledger.as('system', by)).event(sent({ subject: of, source: by, id: String(sentEvents), type, data }));
  if (status !== 201) throw new Error(JSON.stringify(body));
  return Number(body['position']);
}

/** What was said is in every view: who listens from now on does not hear of it. */
async function known(position: Promise<number>): Promise<void> {
  await auditor?.get(`/v1/in-beeld?limit=1&minPosition=${await position}`);
}

const listen = (reader: Caller | undefined, query = ''): Promise<Listener> => {
  if (!reader) throw new Error('the ledger was not started');
  return Listener.to(reader, { query });
};

describe('a list that is open on a screen', () => {
  it('can be kept up to date by who hands over and by who receives, each with what it may see', async () => {
    await say('TrajectoryOpened', opening());
    await known(say('EnrolmentStarted', enrolment()));
    using giver = await listen(school);
    using receiver = await listen(municipality);
    using all = await listen(auditor);
    await say('HandoverOffered', offer({ to: MUNICIPALITY, handoverId: `h-${subject}` }));
    await Promise.all([giver, receiver, all].map((one) => one.until(() => one.of('worklist').length > 0)));
    const added = { trajectoryId: subject, lists: expect.arrayContaining([{ list: 'open-handovers', change: 'added' }]) };
    for (const listener of [giver, all]) {
      expect(listener.of('situation')).toEqual([]);
      expect(listener.of('worklist')).toMatchObject([added]);
    }
    expect(receiver.of('situation')).toMatchObject([{ trajectoryId: subject, before: null, after: { cause: null } }]);
    expect(receiver.of('worklist')).toMatchObject([added]);
  });

  it('says what the situation was and has become', async () => {
    await known(say('TrajectoryOpened', opening()));
    using listener = await listen(school, '?views=situations');
    await say('EnrolmentStarted', enrolment({ occurredAt: '2024-01-15' }));
    await listener.until(() => listener.of('situation').length > 0);
    expect(listener.of('situation')).toMatchObject([{ trajectoryId: subject, after: { status: 'education', cause: null, since: '2024-01-15' } }]);
    expect(listener.of('situation')[0]?.['before']).toMatchObject({ status: expect.any(String), since: expect.any(String) });
    expect(listener.of('worklist')).toEqual([]);
  });

  it('hears nothing of youths of whom the reader may see nothing', async () => {
    using stranger = await listen(await ledger.as('guide', RMC));
    using all = await listen(auditor);
    await say('TrajectoryOpened', opening());
    await say('EnrolmentStarted', enrolment());
    await all.until(() => all.youths.length > 1);
    await sleep(300);
    expect([stranger.messages, all.youths]).toEqual([[], [subject, subject]]);
  });

  it('of one place hears of who comes to live there and of who leaves', async () => {
    await known(say('TrajectoryOpened', opening({ municipality: 'GM0228' })));
    using ede = await listen(auditor, '?municipality=GM0228');
    using arnhem = await listen(auditor, '?municipality=GM0202');
    await say('ResidenceChanged', { occurredAt: '2024-03-01', municipality: 'GM0202', from: '2024-03-01' });
    await Promise.all([ede, arnhem].map((one) => one.until(() => one.of('situation').length > 0)));
    expect(ede.of('situation')).toMatchObject([{ after: null }]);
    expect(arnhem.of('situation')).toMatchObject([{ before: null }]);
  });

  it.each(['?views=x', '?lists=possible-duplicates', '?municipality=Ede', '?asOf=2024-01-01'])('refuses %s', async (query) => {
    expect(await auditor?.get(`/v1/stream${query}`)).toMatchObject({ status: 400, code: 'invalid-query' });
  });
});

describe('a listener', () => {
  it('that reads slowly gets everything, once and in order', async () => {
    await known(say('TrajectoryOpened', opening()));
    const incoming = await paused(auditor);
    const positions: number[] = [];
    for (let nth = 0; nth < 300; nth += 1) positions.push(await say('ContactMade', { occurredAt: '2024-03-01', purpose: 'guidance', situation: 'school', supportNeeded: false }));
    let text = '';
    incoming.on('data', (piece: Buffer) => { text += piece.toString(); }).resume();
    const heard = (): number[] => [...text.matchAll(/event: trajectory\ndata: \{"position":(\d+)/g)].map(([, position]) => Number(position));
    for (let tries = 0; tries < 300 && heard().length < positions.length; tries += 1) await sleep(20);
    incoming.destroy();
    expect(heard()).toEqual(positions);
  }, 30_000);

  it('that was away while the server was started again goes on where it was, with nothing twice', async () => {
    await known(say('TrajectoryOpened', opening()));
    using before = await listen(auditor);
    const heardAt = await say('EnrolmentStarted', enrolment());
    await before.until(() => before.of('situation').length > 0);
    await ledger.restart();
    [auditor, school, municipality] = [await ledger.as('auditor'), await ledger.as('guide', SCHOOL), await ledger.as('guide', MUNICIPALITY)];
    const missed = await say('HandoverOffered', offer({ to: MUNICIPALITY, handoverId: `h-${subject}` }));
    using after = await Listener.to(auditor, { lastEventId: before.lastId ?? '' });
    await after.until(() => after.of('worklist').length > 0);
    expect(before.of('trajectory').at(-1)).toMatchObject({ position: heardAt });
    expect(after.of('trajectory')).toMatchObject([{ position: missed }]);
  }, 30_000);

  it('that was away since another day is told to ask again, once', async () => {
    const said = say('TrajectoryOpened', opening());
    await known(said);
    const position = await said;
    using listener = await Listener.to(auditor ?? ledger.nobody(), { lastEventId: `${position - 1}.2@2020-01-01/1` });
    await listener.until(() => listener.messages.length > 0);
    await sleep(200);
    expect(listener.messages.map(({ event, data }) => [event, data['reason'], data['position']])).toEqual([['reset', 'new-day', position]]);
  });

  it('is told to ask again when its organisation chose other clocks and the lists have been made anew', async () => {
    await known(say('TrajectoryOpened', opening()));
    using listener = await listen(school);
    const coordinator = await ledger.as('coordinator', SCHOOL);
    expect((await coordinator.send('PUT', `/v1/settings/${SCHOOL}`, { body: JSON.stringify({ programmesEnabled: ['transition-2'] }), headers: { 'content-type': 'application/json' } })).status).toBe(200);
    for (let tries = 0; tries < 100 && listener.of('reset').length === 0; tries += 1) {
      await say('ContactMade', { occurredAt: '2024-03-01', purpose: 'guidance', situation: 'school', supportNeeded: false });
      await sleep(100);
    }
    expect(listener.of('reset')).toMatchObject([{ reason: 'new-rules' }]);
  }, 30_000);

  it('that missed too much is told to ask again, and hears on from there', async () => {
    const before = await say('TrajectoryOpened', opening());
    const lines = Array.from({ length: 5_001 }, (_, nth) => JSON.stringify(sent({ subject, id: `much-${nth}` })));
    await (await ledger.as('system')).ndjson(lines.join('\n'));
    await known(Promise.resolve(before + 5_001));
    using listener = await Listener.to(auditor ?? ledger.nobody(), { lastEventId: String(before) });
    await listener.until(() => listener.messages.length > 0);
    const next = await say('TrajectoryOpened', opening(), { of: await ledger.open() });
    await listener.until(() => listener.of('trajectory').length > 0);
    expect(listener.of('reset')).toMatchObject([{ reason: 'too-much', position: before + 5_001 }]);
    expect(listener.of('trajectory')).toMatchObject([{ position: next }]);
  }, 60_000);
});

/** A connection from which nothing is read yet. */
async function paused(reader: Caller | undefined): Promise<IncomingMessage> {
  if (!reader) throw new Error('the ledger was not started');
  const outgoing = request(`${reader.url}/v1/stream`, { headers: reader.authorization }).end();
  return new Promise((resolve) => {
    outgoing.once('response', (incoming) => resolve(incoming.pause()));
  });
}
