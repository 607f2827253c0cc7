import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { Caller } from './testing/caller.js';
import { opening, sent } from './testing/facts.js';
import { Listener, positionIn } from './testing/listener.js';
import { Running } from './testing/running.js';
import { tokenWith } from './testing/tokens.js';

let ledger: Running;
let auditor: Caller;
let system: Caller;
let sentEvents = 0;
beforeAll(async () => {
  ledger = await Running.start();
  [auditor, system] = [await ledger.as('auditor'), await ledger.as('system')];
});
afterAll(() => ledger[Symbol.asyncDispose]());

async function happen(subject: string): Promise<number> {
  sentEvents += 1;
  const { body } = await system.event(sent({ subject, id: String(sentEvents), type: 'TrajectoryOpened', data: opening() }));
  return Number(body['position']);
}

describe('who listens', () => {
  it('hears of each youth that changed, soon and with the position of the change', async () => {
    const youths = [await ledger.open(), await ledger.open(), await ledger.open()];
    using listener = await Listener.to(auditor);
    for (const youth of youths) {
      const startedMs = performance.now();
      const position = await happen(youth);
      await listener.until(() => listener.youths.includes(youth));
      expect(performance.now() - startedMs).toBeLessThan(3_000);
      expect(listener.of('trajectory').at(-1)).toEqual({ position, trajectoryId: youth, views: ['timeline', 'situations', 'worklists'] });
      expect(positionIn(listener.lastId)).toBe(position);
    }
    expect(listener.youths).toEqual(youths);
  });

  it('hears of a change only when every view has it', async () => {
    const youth = await ledger.open();
    using listener = await Listener.to(auditor);
    const position = await happen(youth);
    await listener.until(() => listener.youths.includes(youth));
    for (const path of ['/v1/in-beeld', '/v1/worklists/open-handovers', '/v1/in-beeld/counts']) {
      expect(Number(((await auditor.get(path)).body['completeTo'] as { readonly position: number }).position)).toBeGreaterThanOrEqual(position);
    }
  });

  it('hears nothing of what was before, and may ask for it', async () => {
    const youth = await ledger.open();
    const position = await happen(youth);
    await auditor.get(`/v1/in-beeld?minPosition=${position}`);
    using fresh = await Listener.to(auditor);
    using returning = await Listener.to(auditor, { lastEventId: String(position - 1) });
    await returning.until(() => returning.youths.includes(youth));
    await sleep(200);
    expect(fresh.messages).toEqual([]);
    expect(returning.youths).toEqual([youth]);
  });

  it('misses nothing when the line breaks again and again', async () => {
    const youths = await Promise.all(Array.from({ length: 12 }, () => ledger.open()));
    const heard: unknown[] = [];
    let lastId = '';
    {
      using listener = await Listener.to(auditor);
      lastId = listener.lastId ?? '';
    }
    const telling = (async () => {
      for (const youth of youths) {
        await happen(youth);
        await sleep(15);
      }
    })();
    for (let round = 0; round < 200 && heard.length < youths.length; round += 1) {
      using listener = await Listener.to(auditor, { lastEventId: lastId });
      await listener.until(() => listener.messages.length > 1, 60);
      heard.push(...listener.youths);
      lastId = listener.lastId ?? '';
    }
    await telling;
    expect(heard).toEqual(youths);
  });

  it('hears on from where the ledger was when it is started again', async () => {
    const before = await ledger.open();
    const position = await happen(before);
    await ledger.restart();
    [auditor, system] = [await ledger.as('auditor'), await ledger.as('system')];
    using fresh = await Listener.to(auditor);
    expect(positionIn(fresh.lastId)).toBe(position);
    const youth = await ledger.open();
    await happen(youth);
    await fresh.until(() => fresh.messages.length > 0);
    expect(fresh.youths).toEqual([youth]);
  });

  it('hears no more when the token has expired', async () => {
    const token = await tokenWith(ledger, { claims: { exp: Math.floor(Date.now() / 1000) + 2 } });
    using listener = await Listener.to(new Caller(ledger.url, token));
    await listener.until(() => listener.ended);
    expect(listener.ended).toBe(true);
    await happen(await ledger.open());
    expect(listener.messages).toEqual([]);
  });

  it.each(['', 'x', '-1', '1e3', '99999999999999999999', '0 OR 1=1', '1.9@2024-01-01/1', '1.1@gisteren/1'])('with the last id %j begins at now', async (lastEventId) => {
    await auditor.get(`/v1/in-beeld?limit=1&minPosition=${ledger.recorded()}`);
    using listener = await Listener.to(auditor, { lastEventId });
    expect(positionIn(listener.lastId)).toBe(ledger.recorded());
  });

  it('does not keep the server from stopping', async () => {
    const other = await Running.start();
    using listener = await Listener.to(await other.as('auditor'));
    const startedMs = performance.now();
    await other[Symbol.asyncDispose]();
    expect(performance.now() - startedMs).toBeLessThan(5_000);
    await listener.until(() => listener.ended);
    expect(listener.ended).toBe(true);
  });
});
