import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from './testing/caller.js';
import { sent as sentAs, type Json, type Sent } from './testing/facts.js';
import { Running } from './testing/running.js';

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

const sent = (event: Sent): Json => sentAs({ ...event, id: `youth-${youths}/${event.id}` });
const line = (nth: number): string => `${JSON.stringify(sent({ subject, id: String(nth) }))}\n`;
const answersIn = (text: string): readonly Json[] => text.trimEnd().split('\n').map((one) => JSON.parse(one) as Json);

/** A request whose body is written bit by bit. */
function stream(): ClientRequest {
  const outgoing = request(`${ledger.url}/v1/events`, { method: 'POST', headers: { 'content-type': 'application/x-ndjson', ...system.authorization } });
  // A request that is broken off on purpose says so as an error.
  outgoing.on('error', () => undefined);
  return outgoing;
}

async function answered(outgoing: ClientRequest): Promise<IncomingMessage> {
  const [incoming] = await once(outgoing, 'response') as [IncomingMessage];
  incoming.on('error', () => undefined);
  return incoming;
}

describe('a stream of lines', () => {
  it('of twenty thousand events gets twenty thousand answers, in order', async () => {
    const before = ledger.recorded();
    const others = await Promise.all(Array.from({ length: 9 }, () => ledger.open()));
    const subjects = [subject, ...others];
    const lines = Array.from({ length: 20_000 }, (_, nth) => JSON.stringify(sent({ subject: subjects[nth % 10] ?? subject, id: String(nth) })));
    const answers = answersIn((await system.ndjson(lines.join('\n'))).text);
    expect(answers.map(({ index }) => index)).toEqual(lines.map((_, nth) => nth));
    expect(answers.every(({ result, id }, nth) => result === 'recorded' && id === `youth-${youths}/${nth}`)).toBe(true);
    expect(ledger.recorded()).toBe(before + 20_000);
  }, 60_000);

  it('is read no faster than its answers are', async () => {
    const outgoing = stream();
    const text = `{}${' '.repeat(500)}\n`.repeat(10_000);
    let written = 0;
    void (async () => {
      for (; written < 10; written += 1) if (!outgoing.write(text)) await once(outgoing, 'drain');
      outgoing.end();
    })();
    const incoming = await answered(outgoing);
    let stalledAt = -1;
    while (stalledAt !== written) {
      stalledAt = written;
      await sleep(500);
    }
    expect(stalledAt).toBeLessThan(10);
    let answers = 0;
    for await (const _ of createInterface({ input: incoming })) answers += 1;
    expect(answers).toBe(100_000);
  }, 120_000);

  it('is answered line by line to a sender who waits for each answer', async () => {
    const outgoing = stream();
    outgoing.write(line(0));
    const incoming = await answered(outgoing);
    const answers = createInterface({ input: incoming })[Symbol.asyncIterator]();
    for (let nth = 1; nth < 5; nth += 1) {
      const { value } = await answers.next();
      expect(JSON.parse(String(value))).toMatchObject({ index: nth - 1, result: 'recorded', revision: nth - 1 });
      outgoing.write(line(nth));
    }
    outgoing.end();
    expect(JSON.parse(String((await answers.next()).value))).toMatchObject({ index: 4, result: 'recorded' });
    expect((await answers.next()).done).toBe(true);
  });

  it('in pieces that end anywhere, in the middle of a character as well, is read as one', async () => {
    const event = sent({ subject, id: '1', type: 'HandoverOffered', data: { occurredAt: '2024-02-01', handoverId: 'één € \u2028 😀', to: 'urn:nld:oin:00000099000000000002', receiverRole: 'municipality', warm: true, answerBy: '2024-02-15' } });
    const outgoing = stream();
    for (const byte of Buffer.from(`${JSON.stringify(event)}\r\n`)) outgoing.write(Buffer.from([byte]));
    outgoing.end();
    const incoming = await answered(outgoing);
    const [answer] = answersIn(Buffer.concat(await incoming.toArray()).toString());
    expect(answer).toMatchObject({ index: 0, result: 'recorded' });
    const timeline = await (await ledger.as('auditor')).get(`/v1/trajectories/${subject}/events`);
    expect(timeline.body['items']).toMatchObject([{ data: { handoverId: 'één € \u2028 😀' } }]);
  });

  it('goes on after a line that is broken, too long or no event', async () => {
    const lines = [line(0), '{"a":\n', `${'x'.repeat(1_100_000)}\n`, 'null\n', '\n', '  \r\n', '\u0000\n', line(1), JSON.stringify(sent({ subject, id: '2' }))];
    const answers = answersIn((await system.ndjson(lines.join(''))).text);
    expect(answers.map(({ index, result, problem }) => [index, result, (problem as Json | undefined)?.['status']])).toEqual([
      [0, 'recorded', undefined], [1, 'refused', 400], [2, 'refused', 413], [3, 'refused', 400], [4, 'refused', 400], [5, 'recorded', undefined], [6, 'recorded', undefined],
    ]);
  });

  it.each(['', '\n', '\r\n\r\n', ' \n\t\n', '\ufeff'])('of nothing (%j) is answered with nothing', async (body) => {
    expect(await system.ndjson(body)).toMatchObject({ status: 200, text: '' });
  });
});

describe('a sender who goes away half-way', () => {
  it('finds everything that was acknowledged, and can send all of it again', async () => {
    const outgoing = stream();
    for (let nth = 0; nth < 3_000; nth += 1) outgoing.write(line(nth));
    const incoming = await answered(outgoing);
    let text = '';
    incoming.on('data', (piece: Buffer) => {
      text += piece.toString();
      if (text.split('\n').length > 500) outgoing.destroy();
    });
    await new Promise((resolve) => { incoming.once('close', resolve); });
    const acknowledged = answersIn(text.slice(0, text.lastIndexOf('\n')));
    await sleep(100);
    const again = answersIn((await system.ndjson(Array.from({ length: 3_000 }, (_, nth) => line(nth)).join(''))).text);
    acknowledged.forEach((receipt, nth) => expect(again[nth]).toEqual({ ...receipt, result: 'duplicate' }));
    expect(again.map(({ revision }) => revision)).toEqual(Array.from({ length: 3_000 }, (_, revision) => revision));
  });

  it('in the middle of a line leaves nothing of that line', async () => {
    const before = ledger.recorded();
    const outgoing = stream();
    outgoing.write(line(0) + line(1).slice(0, 60));
    const incoming = await answered(outgoing);
    const [answer] = await once(incoming, 'data') as [Buffer];
    expect(answersIn(answer.toString())).toMatchObject([{ index: 0, result: 'recorded' }]);
    outgoing.destroy();
    await sleep(100);
    expect(ledger.recorded()).toBe(before + 1);
    expect(await system.event(sent({ subject, id: '1' }))).toMatchObject({ status: 201, body: { revision: 1 } });
  });

  it('before the first line is answered leaves the server as it was', async () => {
    const outgoing = stream();
    outgoing.write('{"specversion"');
    await sleep(50);
    outgoing.destroy();
    await sleep(50);
    expect(await system.event(sent({ subject, id: '1' }))).toMatchObject({ status: 201 });
  });
});
