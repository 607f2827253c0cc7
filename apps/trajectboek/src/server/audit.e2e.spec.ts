import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { SqliteLedgerStore } from '@trajectboek/ledger-store-sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Caller } from './testing/caller.js';
import { enrolment, opening, sent, testBsn, type Json } from './testing/facts.js';
import { addressOf, allRoutes } from './testing/routes.js';
import { MUNICIPALITY, Running, SCHOOL } from './testing/running.js';
import { outputOf } from './testing/traces.js';

let ledger: Running;
let auditor: Caller;
let system: Caller;
let subject: string;
beforeAll(async () => {
  ledger = await Running.start();
  [auditor, system] = [await ledger.as('auditor'), await ledger.as('system')];
  subject = await ledger.open();
  await system.batch([sent({ subject, id: '1', type: 'TrajectoryOpened', data: opening() }), sent({ subject, id: '2', type: 'EnrolmentStarted', data: enrolment() })]);
});
afterAll(() => ledger[Symbol.asyncDispose]());

/** The lines that the work adds to the access log. */
async function linesOf(work: () => Promise<unknown>): Promise<readonly Json[]> {
  const before = ledger.audit().length;
  await work();
  return ledger.audit().slice(before);
}

const READS = allRoutes().filter(({ method, access }) => method === 'GET' && access && 'scope' in access);
const READER: Readonly<Record<string, string>> = { 'settings:write': 'coordinator' };

describe('the access log', () => {
  it('has a line for each read: who, when, for what, about whom', async () => {
    const [line, ...others] = await linesOf(() => auditor.get(`/v1/trajectories/${subject}`, { traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }));
    expect(others).toEqual([]);
    expect(line).toEqual({
      at: expect.stringMatching(/Z$/), action: 'trajectories:read', actor: `${SCHOOL} person:auditor`, role: 'auditor', purpose: 'audit@1', decision: 'allowed', reason: null, trajectoryId: subject,
      traceId: '0af7651916cd43dd8448eb211c80319c',
    });
  });

  it.each(['00-xyz-b7ad6b7169203331-01', '', 'a'.repeat(5_000), "00-'; DROP TABLE access;--"])('takes no trace id that is none (%.20s)', async (traceparent) => {
    const [line] = await linesOf(() => auditor.get('/v1/in-beeld', { traceparent }));
    expect(line?.['traceId']).toMatch(/^[0-9a-f]{32}$/);
  });

  it('has a line for each refusal, with the reason', async () => {
    const stranger = await ledger.as('guide', 'urn:nld:oin:00000099000000000077');
    const unknown = '00000000-0000-4000-8000-00000000dead';
    const lines = await linesOf(async () => {
      await stranger.get(`/v1/trajectories/${subject}`);
      await stranger.get(`/v1/trajectories/${unknown}/events`);
      await stranger.get('/v1/audit-something');
      await auditor.event(sent({ subject, id: 'x' }));
      await (await ledger.as('guide', SCHOOL, 'audit')).get('/v1/in-beeld');
      await (await ledger.as('coordinator', SCHOOL, 'policy-information')).get('/v1/in-beeld');
    });
    expect(lines.map(({ action, decision, reason, trajectoryId }) => [action, decision, reason, trajectoryId])).toEqual([
      ['trajectories:read', 'denied', 'no-legal-basis', subject], ['events:read', 'denied', 'no-legal-basis', unknown],
      ['events:append', 'denied', 'scope-missing', null], ['views:read', 'denied', 'purpose-missing', null], ['views:read', 'denied', 'purpose-missing', null],
    ]);
  });

  it('has a line for each youth that a batch is about, and for each refusal in it', async () => {
    const other = await ledger.open();
    const lines = await linesOf(() => system.batch([
      sent({ subject, id: 'b1' }), sent({ subject: other, id: 'b2' }), sent({ subject: other, id: 'b3' }), sent({ subject, id: 'b4', source: MUNICIPALITY }), sent({ subject, id: 'b5', source: MUNICIPALITY }), sent({ subject: '00000000-0000-4000-8000-00000000dead', id: 'b6' }), {},
    ]));
    expect(lines.map(({ decision, reason, trajectoryId }) => `${String(decision)} ${String(reason)} ${String(trajectoryId)}`).sort()).toEqual([
      `allowed null ${other}`, `allowed null ${subject}`, 'denied no-legal-basis 00000000-0000-4000-8000-00000000dead', 'denied source-not-yours null',
    ].sort());
  });

  it('has a line when a receipt is given again, and when a step is refused', async () => {
    await system.event(sent({ subject, id: 'again' }));
    const lines = await linesOf(async () => {
      await system.event(sent({ subject, id: 'again' }));
      await system.event(sent({ subject, id: 'step', type: 'HandoverCompleted', data: { occurredAt: '2024-03-01', handoverId: 'no', firstContactOn: '2024-03-01' } }));
      await system.event(sent({ subject, id: 'fault', data: {} }));
    });
    expect(lines.map(({ decision, reason, trajectoryId }) => [decision, reason, trajectoryId])).toEqual([['allowed', 'nothing-recorded', subject], ['allowed', 'nothing-recorded', subject], ['allowed', 'schema', null]]);
  });

  it('holds no personal data, also when it is sent in every place', async () => {
    const bsn = testBsn(40);
    const lines = await linesOf(async () => {
      await system.post('/v1/trajectories', { identity: { bsn }, municipality: 'GM0153' });
      await system.post('/v1/trajectories', { identity: { bsn: `${bsn}1` }, municipality: bsn });
      await system.event(sent({ subject: bsn, id: bsn, type: bsn, dataref: bsn }));
      await system.event(sent({ subject, id: 'p', type: 'HandoverOffered', data: { handoverId: bsn } }));
      await auditor.get(`/v1/trajectories/${bsn}`);
      await auditor.get(`/v1/in-beeld?guide=${bsn}&${bsn}=1`);
      await auditor.get(`/v1/worklists/${bsn}`);
    });
    expect(lines.length).toBeGreaterThan(5);
    expect(JSON.stringify(lines)).not.toContain(bsn);
  });
});

describe('a line that cannot be written', () => {
  it.each(READS.map((route) => [route.path, route] as const))('stops the read of %s', async (_, route) => {
    const scope = route.access && 'scope' in route.access ? route.access.scope : '';
    const reader = await ledger.as(READER[scope] ?? 'auditor');
    const failing = jest.spyOn(SqliteLedgerStore.prototype, 'recordAccess').mockRejectedValue(new Error('the disk is full'));
    try {
      const output = await outputOf(async () => {
        const reply = await reader.get(addressOf(route).replace('00000000-0000-4000-8000-00000000dead', subject));
        expect(reply).toMatchObject({ status: 503, code: 'audit-unavailable', body: { title: 'Kan niet vastleggen wie leest' } });
        expect(Object.keys(reply.body).sort()).toEqual(['detail', 'status', 'title', 'type']);
      });
      expect(output).toContain('audit line');
    } finally {
      failing.mockRestore();
    }
  });

  it('stops a refusal and an opening too', async () => {
    const failing = jest.spyOn(SqliteLedgerStore.prototype, 'recordAccess').mockRejectedValue(new Error('the disk is full'));
    try {
      await outputOf(async () => {
        const stranger = await ledger.as('guide', 'urn:nld:oin:00000099000000000077');
        for (const path of [`/v1/trajectories/${subject}`, '/v1/trajectories/x', '/v1/in-beeld?foo=1']) expect(await stranger.get(path)).toMatchObject({ status: 503, code: 'audit-unavailable' });
        expect(await auditor.event(sent({ subject, id: 'y' }))).toMatchObject({ status: 503, code: 'audit-unavailable' });
        expect(await system.post('/v1/trajectories', { identity: { bsn: testBsn(41) }, municipality: 'GM0153' })).toMatchObject({ status: 503, code: 'audit-unavailable' });
      });
    } finally {
      failing.mockRestore();
    }
  });

  it('is waited for: nothing of the answer leaves before it is there', async () => {
    let letGo: () => void = () => undefined;
    const original = SqliteLedgerStore.prototype.recordAccess;
    const slow = jest.spyOn(SqliteLedgerStore.prototype, 'recordAccess').mockImplementation(async function slowly(this: SqliteLedgerStore, line) {
      await new Promise<void>((resolve) => { letGo = resolve; });
      await original.call(this, line);
    });
    try {
      let answered = false;
      const reply = auditor.get(`/v1/trajectories/${subject}/events`).then((answer) => {
        answered = true;
        return answer;
      });
      await sleep(300);
      expect(answered).toBe(false);
      letGo();
      expect((await reply).status).toBe(200);
    } finally {
      slow.mockRestore();
    }
  });

  it('of an event that is recorded is in the same commit as the event', async () => {
    const recordAccess = jest.spyOn(SqliteLedgerStore.prototype, 'recordAccess').mockRejectedValue(new Error('the disk is full'));
    try {
      const lines = await linesOf(() => system.event(sent({ subject, id: 'with-line' })));
      expect(lines).toMatchObject([{ action: 'events:append', decision: 'allowed', trajectoryId: subject }]);
    } finally {
      recordAccess.mockRestore();
    }
  });
});
