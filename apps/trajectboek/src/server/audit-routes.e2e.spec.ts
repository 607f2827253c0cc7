import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { parseExport, parseVerifierKey, verifyExport } from '@trajectboek/proof';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Caller } from './testing/caller.js';
import { enrolment, opening, sent, type Json } from './testing/facts.js';
import { MUNICIPALITY, Running, SCHOOL } from './testing/running.js';

const STRANGER = 'urn:nld:oin:00000099000000000077';

let ledger: Running;
let auditor: Caller;
let subject: string;
let other: string;
let events: readonly string[];
beforeAll(async () => {
  ledger = await Running.start();
  auditor = await ledger.as('auditor');
  const system = await ledger.as('system');
  [subject, other] = [await ledger.open(), await ledger.open()];
  const facts = (youth: string): readonly Json[] => [
    sent({ subject: youth, id: `${youth}-1`, type: 'TrajectoryOpened', data: opening() }),
    sent({ subject: youth, id: `${youth}-2`, type: 'EnrolmentStarted', data: enrolment() }),
    sent({ subject: youth, id: `${youth}-3`, type: 'EnrolmentEnded', data: { occurredAt: '2024-03-01', institution: SCHOOL, reason: 'unmotivated', destination: 'none', withBasicQualification: false } }),
  ];
  const { body } = await system.batch(facts(subject));
  events = (body['results'] as readonly Json[]).map(({ eventId }) => String(eventId));
  await system.batch(facts(other));
});
afterAll(() => ledger[Symbol.asyncDispose]());

const itemsOf = ({ body }: { readonly body: Json }): readonly Json[] => body['items'] as readonly Json[];

describe('who read and recorded what', () => {
  it('is found by youth, organisation, employee, kind and outcome, each line with its purpose and ground in words', async () => {
    await (await ledger.as('guide', STRANGER)).get(`/v1/trajectories/${subject}`);
    const [refused, ...others] = itemsOf(await auditor.get(`/v1/audit/accesses?trajectoryId=${subject}&decision=denied`));
    expect(others).toEqual([]);
    expect(refused).toMatchObject({ organisation: STRANGER, actor: 'person:guide', kind: 'read', kindLabel: 'lezen', purpose: 'guidance', decision: 'denied', decisionLabel: 'geweigerd', reason: 'no-legal-basis', trajectoryId: subject });
    expect(refused?.['legalGround']).toMatch(/AVG 6/);
    const written = itemsOf(await auditor.get(`/v1/audit/accesses?trajectoryId=${subject}&kind=write&organisation=${SCHOOL}`));
    expect(new Set(written.map(({ action }) => action))).toEqual(new Set(['trajectories:open', 'events:append']));
    expect(itemsOf(await auditor.get('/v1/audit/accesses?actor=person:guide')).every(({ actor }) => actor === 'person:guide')).toBe(true);
    expect(itemsOf(await auditor.get('/v1/audit/accesses?to=2020-01-01'))).toEqual([]);
    expect(itemsOf(await auditor.get(`/v1/audit/accesses?trajectoryId=${subject}&kind=refused`))).toEqual([refused]);
    expect(itemsOf(await auditor.get('/v1/audit/accesses?kind=break-glass'))).toEqual([]);
  });

  it('tells how much the reader could see, and from which system', async () => {
    const [refused] = itemsOf(await auditor.get(`/v1/audit/accesses?trajectoryId=${subject}&kind=refused`));
    expect(refused).toMatchObject({ level: 'none', levelLabel: 'niets', dataClasses: [], system: null });
    await (await ledger.as('guide')).get(`/v1/trajectories/${subject}`);
    expect(itemsOf(await auditor.get(`/v1/audit/accesses?trajectoryId=${subject}&kind=read&organisation=${SCHOOL}&actor=person:guide`)).at(-1)).toMatchObject({ level: 'that-or-what', decision: 'allowed' });
    await auditor.get(`/v1/trajectories/${subject}`);
    expect(itemsOf(await auditor.get(`/v1/audit/accesses?trajectoryId=${subject}&actor=person:auditor`)).at(-1)).toMatchObject({ level: 'what', levelLabel: 'wat' });
  });

  it('comes in pages that together are the whole, and the question is a line itself', async () => {
    const whole = itemsOf(await auditor.get('/v1/audit/accesses?kind=write&limit=500'));
    const pages: Json[] = [];
    for (let cursor = ''; ;) {
      const { body } = await auditor.get(`/v1/audit/accesses?kind=write&limit=2${cursor}`);
      pages.push(...body['items'] as readonly Json[]);
      if (body['next'] === null) break;
      cursor = `&cursor=${String(body['next'])}`;
    }
    expect(pages).toEqual(whole);
    expect(ledger.audit().at(-1)).toMatchObject({ action: 'audit:read', decision: 'allowed' });
  });

  it('is for auditors, and for a privacy officer of what the own organisation did', async () => {
    for (const role of ['guide', 'coordinator', 'system']) expect([role, (await (await ledger.as(role)).get('/v1/audit/accesses')).status]).toEqual([role, 403]);
    const officer = await ledger.as('privacy-officer', STRANGER);
    expect(new Set(itemsOf(await officer.get('/v1/audit/accesses?limit=500')).map(({ organisation }) => organisation))).toEqual(new Set([STRANGER]));
    expect((await officer.get(`/v1/audit/trajectories/${subject}/replay`)).code).toBe('no-legal-basis');
    expect((await auditor.get('/v1/audit/accesses?colour=red')).status).toBe(400);
  });
});

describe('what was known when', () => {
  it('is the page and the timeline of a youth at any moment', async () => {
    const { body } = await auditor.get(`/v1/audit/trajectories/${subject}/replay?asOf=2024-02-01`);
    expect(body).toMatchObject({ asOf: '2024-02-01', situation: { status: 'education' } });
    expect((body['events'] as readonly Json[]).map(({ type }) => type)).toEqual(['TrajectoryOpened', 'EnrolmentStarted']);
    expect((await auditor.get(`/v1/audit/trajectories/${subject}/replay?knownAt=2020-01-01`)).body['events']).toEqual([]);
  });

  it('is compared side by side: what came, what went, what says something else', async () => {
    const { body } = await auditor.get(`/v1/audit/trajectories/${subject}/difference?asOf=2024-02-01&otherAsOf=2024-03-15`);
    expect(body).toMatchObject({
      one: { asOf: '2024-02-01' }, other: { asOf: '2024-03-15' },
      situation: { status: { one: 'education', other: 'out-of-view' } },
      events: { onlyInOne: [], onlyInOther: [{ type: 'EnrolmentEnded' }] },
    });
    const same = await auditor.get(`/v1/audit/trajectories/${subject}/difference?asOf=2024-02-01&otherAsOf=2024-02-01`);
    expect(same.body).toMatchObject({ situation: {}, responsibility: {}, facets: { onlyInOne: [], onlyInOther: [], changed: [] }, deadlines: { changed: [] }, events: { onlyInOne: [], onlyInOther: [], changed: [] } });
  });
});

describe('what was corrected or retracted in between', () => {
  it('is in the difference of two moments of knowledge, of this youth only', async () => {
    await using changed = await Running.start();
    const [system, asks] = [await changed.as('system'), await changed.as('auditor')];
    const [youth, another] = [await changed.open(), await changed.open()];
    const { body } = await system.batch([youth, another].flatMap((of) => [
      sent({ subject: of, id: `${of}-1`, type: 'TrajectoryOpened', data: opening() }), sent({ subject: of, id: `${of}-2`, type: 'EnrolmentStarted', data: enrolment() }), sent({ subject: of, id: `${of}-3` }),
    ]));
    const [, enrolled, contact] = (body['results'] as readonly Json[]).map(({ eventId }) => String(eventId));
    const before = new Date().toISOString();
    const amended = await system.batch([
      sent({ subject: youth, id: 'c', type: 'EventCorrected', data: { occurredAt: '2024-03-02', correctedEventId: enrolled, replacement: enrolment({ occurredAt: '2024-01-20' }), reason: 'wrong-date' } }),
      sent({ subject: youth, id: 'r', type: 'EventRetracted', data: { occurredAt: '2024-03-02', retractedEventId: contact, reason: 'wrong-person' } }),
    ]);
    expect(amended.body).toMatchObject({ recorded: 2 });
    const { body: difference } = await asks.get(`/v1/audit/trajectories/${youth}/difference?asOf=2024-03-15&knownAt=${before}&otherAsOf=2024-03-15`);
    const said = difference['events'] as { readonly changed: readonly { readonly one: Json; readonly other: Json }[]; readonly onlyInOne: readonly Json[]; readonly onlyInOther: readonly Json[] };
    expect(said.changed.map(({ one, other }) => [one['type'], other['correctedBy'] !== null, other['retractedBy'] !== null])).toEqual([['EnrolmentStarted', true, false], ['ContactMade', false, true]]);
    expect([said.onlyInOne, said.onlyInOther.map(({ type }) => type).sort()]).toEqual([[], ['EventCorrected', 'EventRetracted']]);
    const { body: untouched } = await asks.get(`/v1/audit/trajectories/${another}/difference?asOf=2024-03-15&knownAt=${before}&otherAsOf=2024-03-15`);
    expect(untouched['events']).toEqual({ onlyInOne: [], onlyInOther: [], changed: [] });
  });
});

const sha256 = (...parts: readonly Uint8Array[]): Buffer => createHash('sha256').update(Buffer.concat(parts)).digest();
const bytes = (text: unknown): Buffer => Buffer.from(String(text), 'base64');

/** RFC 6962 by the book, from the leaf up: an implementation of its own. */
function rootFrom({ index, treeSize, leafHash, proof }: Json): string {
  let [at, last] = [Number(index), Number(treeSize) - 1];
  let node = bytes(leafHash);
  for (const sibling of (proof as readonly string[]).map(bytes)) {
    if (at % 2 === 1 || at === last) {
      node = sha256(Uint8Array.of(1), sibling, node);
      while (at % 2 === 0 && at > 0) [at, last] = [at >> 1, last >> 1];
    } else {
      node = sha256(Uint8Array.of(1), node, sibling);
    }
    [at, last] = [at >> 1, last >> 1];
  }
  return node.toString('base64');
}

describe('the proof that nothing was changed', () => {
  it('leads from each event to the root that was signed', async () => {
    for (const eventId of events) {
      const { status, body } = await auditor.get(`/v1/audit/proofs/inclusion?trajectoryId=${subject}&eventId=${eventId}`);
      expect([status, rootFrom(body)]).toEqual([200, body['root']]);
      expect(String(body['checkpoint']).split('\n').slice(1, 3)).toEqual([String(body['treeSize']), body['root']]);
    }
    const { body: { items } } = await auditor.get('/v1/audit/checkpoints');
    expect((items as readonly Json[]).at(-1)).toMatchObject({ treeSize: ledger.recorded(), origin: expect.any(String) });
  });

  it('leads from an older signed tree to a newer one', async () => {
    const before = itemsOf(await auditor.get('/v1/audit/checkpoints')).at(-1);
    const { body: { eventId } } = await (await ledger.as('system', MUNICIPALITY)).event(sent({ subject: other, id: 'later', source: MUNICIPALITY }));
    await auditor.get(`/v1/audit/proofs/inclusion?trajectoryId=${other}&eventId=${String(eventId)}`);
    const { status, body } = await auditor.get(`/v1/audit/proofs/consistency?from=${String(before?.['treeSize'])}`);
    expect([status, body['fromRoot'], body['to']]).toEqual([200, before?.['root'], ledger.recorded()]);
    expect((body['proof'] as readonly string[]).length).toBeGreaterThan(0);
  });

  it('is not there for an event of another youth, a size that nobody signed, or who may not verify', async () => {
    expect((await auditor.get(`/v1/audit/proofs/inclusion?trajectoryId=${other}&eventId=${events[0]}`)).status).toBe(404);
    expect((await auditor.get('/v1/audit/proofs/consistency?from=1000000')).status).toBe(404);
    expect((await auditor.get('/v1/audit/proofs/inclusion')).status).toBe(400);
    expect((await (await ledger.as('guide')).get('/v1/audit/checkpoints')).status).toBe(403);
  });

  it('is found by place too, and in an older signed tree', async () => {
    const { body: latest } = await auditor.get('/v1/audit/checkpoints/latest');
    const { body } = await auditor.get(`/v1/audit/proofs/inclusion?trajectoryId=${subject}&eventId=${events[1]}`);
    const placed = await auditor.get(`/v1/audit/proofs/inclusion?position=${String(body['position'])}&treeSize=${String(latest['treeSize'])}`);
    expect([placed.status, placed.body['eventId'], rootFrom(placed.body)]).toEqual([200, events[1], latest['root']]);
    expect((await auditor.get(`/v1/audit/proofs/inclusion?trajectoryId=${subject.toUpperCase()}&eventId=${String(events[1]).toUpperCase()}`)).body['leafHash']).toBe(body['leafHash']);
    for (const [query, status] of [['position=1&treeSize=1000000', 404], ['position=1000000', 404], [`position=1&eventId=${events[1]}`, 400], [`position=1&trajectoryId=${subject}`, 400], [`eventId=${events[1]}`, 400], ['position=0', 400]] as const) {
      expect([query, (await auditor.get(`/v1/audit/proofs/inclusion?${query}`)).status]).toEqual([query, status]);
    }
  });

  it('is against checkpoints that come in pages', async () => {
    const whole = itemsOf(await auditor.get('/v1/audit/checkpoints'));
    const { body: first } = await auditor.get('/v1/audit/checkpoints?limit=1');
    const { body: rest } = await auditor.get(`/v1/audit/checkpoints?cursor=${String(first['next'])}`);
    expect([[...first['items'] as readonly Json[], ...rest['items'] as readonly Json[]], rest['next'], whole.length > 1]).toEqual([whole, null, true]);
    for (const query of ['limit=0', 'cursor=x', 'colour=red']) expect((await auditor.get(`/v1/audit/checkpoints?${query}`)).status).toBe(400);
  });

  it('tells a privacy officer nothing of youths and events that the organisation may not know', async () => {
    const officer = await ledger.as('privacy-officer', STRANGER);
    expect((await officer.get(`/v1/audit/proofs/inclusion?trajectoryId=${subject}&eventId=${events[0]}`)).code).toBe('no-legal-basis');
    expect((await officer.get('/v1/audit/proofs/inclusion?position=1')).code).toBe('no-legal-basis');
    const own = await ledger.as('privacy-officer');
    expect((await own.get(`/v1/audit/proofs/inclusion?trajectoryId=${subject}&eventId=${events[0]}`)).status).toBe(200);
  });
});

describe('the export of one youth', () => {
  it('is all that is stored, still sealed, and proves itself without the ledger', async () => {
    const { status, body, text } = await auditor.get(`/v1/audit/trajectories/${subject}/export`);
    expect([status, (body['events'] as readonly Json[]).map(({ envelope }) => (envelope as Json)['eventId'])]).toEqual([200, events]);
    const read = parseExport(text);
    expect(read && verifyExport(read, parseVerifierKey(String((await auditor.get('/v1/audit/checkpoints/latest')).body['verifierKey'])))).toMatchObject({ events: 3, faults: [] });
    expect(text).not.toContain('unmotivated');
    expect(ledger.audit().at(-2)).toMatchObject({ action: 'audit:read', decision: 'allowed', trajectoryId: subject });
  });

  it('is for who may see everything', async () => {
    expect((await (await ledger.as('privacy-officer')).get(`/v1/audit/trajectories/${subject}/export`)).code).toBe('scope-missing');
    expect((await (await ledger.as('privacy-officer', STRANGER)).get(`/v1/audit/trajectories/${subject}/export`)).code).toBe('no-legal-basis');
    expect((await (await ledger.as('guide')).get(`/v1/audit/trajectories/${subject}/export`)).status).toBe(403);
    expect((await auditor.get('/v1/audit/trajectories/00000000-0000-4000-8000-00000000dead/export')).status).toBe(404);
  });
});

describe('a ledger that is no longer what was signed', () => {
  it.each([['leaf', "UPDATE event SET leaf = randomblob(32)"], ['moment of recording', "UPDATE event SET recorded_at = '2020-01-01T00:00:00.000Z'"]])('gives an incident and never a proof, when somebody changed the %s', async (_, change) => {
    await using changed = await Running.start();
    const youth = await changed.open();
    const { body: { eventId } } = await (await changed.as('system')).event(sent({ subject: youth, id: '1', type: 'TrajectoryOpened', data: opening() }));
    await changed.stop();
    const db = new DatabaseSync(path.join(changed.dataFolder, 'ledger.db'));
    for (const { name } of [...db.prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'").all()]) db.exec(`DROP TRIGGER ${String(name)}`);
    db.exec(change);
    db.close();
    await changed.restart();
    const asks = await changed.as('auditor');
    for (const question of [`proofs/inclusion?trajectoryId=${youth}&eventId=${String(eventId)}`, `trajectories/${youth}/export`]) {
      const reply = await asks.get(`/v1/audit/${question}`);
      expect([question, reply.status, reply.code]).toEqual([question, 500, 'tampered']);
    }
  });
});
