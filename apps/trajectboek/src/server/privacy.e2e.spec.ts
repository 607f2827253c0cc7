import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SqliteLedgerStore } from '@trajectboek/ledger-store-sqlite';
import { readdirSync } from 'node:fs';
import type { Reply } from './testing/caller.js';
import { opening, sent, type Json } from './testing/facts.js';
import { EVENT_TYPES, markedData } from './testing/language.js';
import { Running, SCHOOL } from './testing/running.js';
import { filesWith, outputOf } from './testing/traces.js';

/** In the data of events, in the ids that a sender gives, and in an identity; each could be a name. */
const [IN_DATA, IN_ID, IN_IDENTITY] = ['kanariezang', 'kanariekooi', 'Kanarievogel'];
const BIRTH_DATE = '2005-11-23';

/** What takes a youth out of the views; without these the rows of every view hold what was written. */
const ENDS = /^(?:TrajectoryClosed|SubjectErased|HandoverReturned|HandoverRevoked|HandoverCompleted|GuideEnded|EventRetracted|EventCorrected)$/;

let ledger: Running;
let subject: string;
let output = '';
const refusals: Reply[] = [];
beforeAll(async () => {
  ledger = await Running.start();
  const system = await ledger.as('system');
  output = await outputOf(async () => {
    const { body } = await system.post('/v1/trajectories', { identity: { name: { given: IN_IDENTITY, family: IN_IDENTITY }, birthDate: BIRTH_DATE }, municipality: 'GM0153' });
    subject = String(body['trajectoryId']);
    for (const youth of [subject, await ledger.open()]) {
      const types = EVENT_TYPES.filter(({ name }) => youth === subject || !ENDS.test(name));
      const events = types.map((type) => sent({ subject: youth, id: `${IN_ID}-${type.name}-${youth.slice(0, 4)}`, type: type.name, data: dataOf(type) }));
      expect((await system.batch(events)).body['recorded']).toBeGreaterThan(80);
      if (youth === subject) for (const event of events) refusals.push(...await refusedForms(event));
    }
    await (await ledger.as('auditor')).get(`/v1/in-beeld?minPosition=${ledger.recorded()}`);
  });
});
afterAll(() => ledger[Symbol.asyncDispose]());

function dataOf(type: (typeof EVENT_TYPES)[number]): Json {
  if (type.name === 'TrajectoryOpened') return opening({ birthDate: BIRTH_DATE, targetGroups: [IN_DATA] });
  // An offer that names a consent needs that consent; one without it is recorded.
  const { consentId, ...data } = markedData(type, IN_DATA);
  return type.name === 'HandoverOffered' || consentId === undefined ? data : { ...data, consentId };
}

/** The same event with faults of several kinds, and one at which the ledger fails. */
async function refusedForms(event: Json): Promise<readonly Reply[]> {
  const system = await ledger.as('system');
  const data = event['data'] as Json;
  const wrong = Object.fromEntries(Object.entries(data).map(([name, value]) => [name, typeof value === 'string' ? [value] : String(value) + IN_DATA]));
  const failing = jest.spyOn(SqliteLedgerStore.prototype, 'append').mockRejectedValue(new Error('the disk is full'));
  try {
    return [
      await system.event({ ...event, id: 'w', data: wrong }), await system.event({ ...event, id: 'o', source: SCHOOL.replace(/1$/, '7') }), await system.event({ ...event, type: IN_DATA }),
      await system.event({ ...event, id: 'f', data: { ...data, occurredAt: '2024-03-02' } }), await system.event({ ...event, subject: IN_DATA, dataref: `${IN_DATA} ${IN_DATA}` }),
    ];
  } finally {
    failing.mockRestore();
  }
}

describe('what a sender writes about a youth', () => {
  it.each([['in the data', IN_DATA], ['as an id', IN_ID], ['as an identity', IN_IDENTITY], ['as an identity, in small letters', IN_IDENTITY.toLowerCase()], ['as a birth date', BIRTH_DATE]])('%s is in no file in clear', (_, marker) => {
    expect(readdirSync(ledger.dataFolder)).toEqual(expect.arrayContaining(['ledger.db', 'keys.db', 'views.db']));
    expect(filesWith(ledger.dataFolder, [marker])).toEqual([]);
  });

  it('is in the rows of the views, so that these tests would see it', async () => {
    const auditor = await ledger.as('auditor');
    expect((await auditor.get('/v1/worklists/open-handovers?asOf=2024-04-01')).text).toContain(IN_ID);
  });

  it('is in no line of the log, also when the ledger fails', () => {
    expect(output).toContain('the disk is full');
    for (const marker of [IN_DATA, IN_ID, IN_IDENTITY, BIRTH_DATE]) expect(output).not.toContain(marker);
  });

  it('is in no text of a refusal', () => {
    expect(new Set(refusals.map(({ status }) => status))).toEqual(new Set([400, 403, 422, 500]));
    for (const { text } of refusals) for (const marker of [IN_DATA, IN_ID, IN_IDENTITY, BIRTH_DATE]) expect(text).not.toContain(marker);
  });

  it('is in the answer to who may read it', async () => {
    const { text } = await (await ledger.as('auditor')).get(`/v1/trajectories/${subject}/events`);
    expect(text).toContain(IN_DATA);
    expect(text).toContain(IN_ID);
  });

  it('is in no file in clear after the server has stopped and every log was copied', async () => {
    await ledger.restart();
    expect(filesWith(ledger.dataFolder, [IN_DATA, IN_ID, IN_IDENTITY, BIRTH_DATE])).toEqual([]);
  });
});
