import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { TrajectoryId } from '@trajectboek/events';
import type { StoredEvent } from '@trajectboek/ledger-store';
import { Frontier } from '../tree/frontier.js';
import { ledgerOf, sealedAgain } from '../testkit/events.js';
import { verifyLedger, verifyStream, type TreeHead } from './verify-ledger.js';

const LEDGER = ledgerOf(['a', 'b', 'a', 'c', 'b', 'a', 'b', 'a', 'c', 'a']);
const LEAVES = LEDGER.map(({ leafHash }) => leafHash);

function headOf(events: readonly StoredEvent[]): TreeHead {
  const frontier = Frontier.empty();
  for (const { leafHash } of events) frontier.append(leafHash);
  return { size: events.length, root: frontier.root() };
}

function at(index: number): StoredEvent {
  const event = LEDGER[index];
  if (event === undefined) throw new Error('no such event');
  return event;
}

async function kindsIn(events: readonly StoredEvent[], heads: readonly TreeHead[] = []): Promise<readonly string[]> {
  return (await verifyLedger(events, { heads })).faults.map(({ kind }) => kind);
}

/** Someone who can write in the ledger and makes all hashes of all streams fit again. */
function rehashed(events: readonly StoredEvent[]): readonly StoredEvent[] {
  const chains = new Map<string, StoredEvent>();
  return events.map((event, index) => {
    const { trajectoryId } = event.envelope;
    const last = chains.get(trajectoryId);
    const again = sealedAgain({ ...event, position: index + 1, envelope: { ...event.envelope, revision: (last?.envelope.revision ?? -1) + 1 } }, last?.chainHash ?? null);
    chains.set(trajectoryId, again);
    return again;
  });
}

const withSource = (event: StoredEvent, source: string): StoredEvent => ({ ...event, envelope: { ...event.envelope, source } });

describe('A ledger that was not touched', () => {
  it('has no faults, and its root is that of its checkpoints', async () => {
    const report = await verifyLedger(LEDGER, { heads: [headOf(LEDGER), headOf(LEDGER.slice(0, 4)), headOf([])], leaves: LEAVES });
    expect(report).toEqual({ size: 10, streams: 3, faults: [], root: headOf(LEDGER).root });
    expect((await verifyLedger([])).faults).toEqual([]);
  });

  it('may have grown since it was witnessed', async () => {
    expect((await verifyLedger(LEDGER, { heads: [headOf(LEDGER.slice(0, 6))], leaves: LEAVES.slice(0, 6) })).faults).toEqual([]);
  });
});

describe('A changed event', () => {
  const changes: Record<string, (event: StoredEvent) => StoredEvent> = {
    envelope: (event) => withSource(event, 'urn:nld:oin:00000001009999999000'),
    ciphertext: (event) => ({ ...event, parts: event.parts.map((part) => ({ ...part, ciphertext: part.ciphertext.map((byte, index) => (index === 0 ? byte ^ 1 : byte)) })) }),
    iv: (event) => ({ ...event, parts: event.parts.map((part) => ({ ...part, iv: new Uint8Array(12) })) }),
    'number of parts': (event) => ({ ...event, parts: [] }),
    'leaf hash': (event) => ({ ...event, leafHash: new Uint8Array(32) }),
    'envelope without canonical form': (event) => withSource(event, 'half \ud800'),
  };

  it.each(Object.entries(changes))('is found by its place, and only there: %s', async (_name, change) => {
    const events = LEDGER.map((event, index) => (index === 5 ? change(event) : event));
    expect((await verifyLedger(events)).faults).toEqual([{ kind: 'changed', position: 6, trajectoryId: 'trajectory-a', revision: 2, eventId: 'event-5' }]);
  });

  it('is found in the chain when its leaf hash was made to fit', async () => {
    const changed = withSource(at(5), 'other');
    const leafOnly = { ...sealedAgain(changed, null), chainHash: changed.chainHash };
    expect((await verifyLedger(LEDGER.with(5, leafOnly))).faults).toMatchObject([{ kind: 'chain-broken', position: 6 }]);
    expect((await verifyLedger(LEDGER.with(5, sealedAgain(changed, at(2).chainHash)))).faults).toMatchObject([{ kind: 'chain-broken', position: 8, trajectoryId: 'trajectory-a' }]);
  });

  it('is found against the witness when all hashes were made to fit', async () => {
    const events = rehashed(LEDGER.with(5, withSource(at(5), 'other')));
    expect(await kindsIn(events)).toEqual([]);
    expect((await verifyLedger(events, { heads: [headOf(LEDGER.slice(0, 3)), headOf(LEDGER.slice(0, 8)), headOf(LEDGER)] })).faults).toEqual([{ kind: 'root-differs', size: 8, agreedUpTo: 3 }]);
    expect((await verifyLedger(events, { leaves: LEAVES })).faults).toMatchObject([{ kind: 'not-witnessed', position: 6 }, { kind: 'lost', index: 5 }]);
  });
});

describe('Events that are gone', () => {
  it('leave a gap in their stream', async () => {
    const events = LEDGER.filter((_, index) => index !== 2 && index !== 5);
    expect((await verifyLedger(events)).faults).toEqual([{ kind: 'missing', trajectoryId: 'trajectory-a', from: 1, to: 2, beforePosition: 8 }]);
    expect(await kindsIn(LEDGER.slice(1))).toEqual(['missing']);
  });

  it('at the end are found against the witness only', async () => {
    expect(await kindsIn(LEDGER.slice(0, 7))).toEqual([]);
    expect((await verifyLedger(LEDGER.slice(0, 7), { heads: [headOf(LEDGER)] })).faults).toEqual([{ kind: 'truncated', size: 7, expected: 10 }]);
    expect((await verifyLedger([], { leaves: LEAVES.slice(0, 1) })).faults).toMatchObject([{ kind: 'truncated', size: 0, expected: 1 }, { kind: 'lost', index: 0 }]);
  });

  it('as a whole stream are found against the witness', async () => {
    const events = LEDGER.filter(({ envelope }) => envelope.trajectoryId !== 'trajectory-c');
    expect(await kindsIn(events)).toEqual([]);
    expect(await kindsIn(events, [headOf(LEDGER.slice(0, 6)), headOf(LEDGER)])).toEqual(['root-differs', 'truncated']);
    expect((await verifyLedger(events, { leaves: LEAVES })).faults.filter(({ kind }) => kind === 'lost')).toEqual([{ kind: 'lost', index: 3 }, { kind: 'lost', index: 8 }]);
  });
});

describe('Events in another order', () => {
  it('are found when two of one stream change places', async () => {
    expect(await kindsIn(LEDGER.with(2, at(5)).with(5, at(2)))).toEqual(expect.arrayContaining(['missing', 'reordered']));
  });

  it('are found when two of different streams change places', async () => {
    const [one, other] = [{ ...at(4), position: 4 }, { ...at(3), position: 5 }];
    expect(await kindsIn(LEDGER.with(3, one).with(4, other))).toEqual(['reordered']);
  });

  it('are named by the witness, with the place where they stood', async () => {
    const swapped = LEDGER.with(3, at(4)).with(4, at(3));
    expect((await verifyLedger(swapped, { leaves: LEAVES })).faults.filter(({ kind }) => kind === 'moved')).toMatchObject([
      { index: 3, witnessedIndex: 4, eventId: 'event-4' },
      { index: 4, witnessedIndex: 3, eventId: 'event-3' },
    ]);
  });

  it('are found when an event is put in twice', async () => {
    expect(await kindsIn([...LEDGER, { ...at(3), position: 11 }])).toEqual(['reordered']);
  });

  it('are found when ciphertexts are swapped between two events', async () => {
    const events = LEDGER.with(3, { ...at(3), parts: at(4).parts }).with(4, { ...at(4), parts: at(3).parts });
    expect(await kindsIn(events)).toEqual(['changed', 'changed']);
  });
});

describe('Any single change', () => {
  it('of a witnessed ledger is found', async () => {
    const mutations = fc.constantFrom('drop', 'double', 'swap', 'change', 'truncate');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 2, maxLength: 20 }), mutations, fc.nat(), fc.boolean(), async (streams, mutation, pick, hashesFit) => {
        const ledger = ledgerOf(streams);
        const events = mutated(ledger, mutation, pick % (ledger.length - 1));
        const report = await verifyLedger(hashesFit ? rehashed(events) : events, { heads: [headOf(ledger)] });
        expect(report.faults).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

function mutated(ledger: readonly StoredEvent[], mutation: string, index: number): readonly StoredEvent[] {
  const [event, next] = [ledger[index], ledger[index + 1]];
  if (event === undefined || next === undefined) throw new Error('no such event');
  if (mutation === 'drop') return ledger.toSpliced(index, 1);
  if (mutation === 'double') return ledger.toSpliced(index, 0, event);
  if (mutation === 'swap') return ledger.with(index, next).with(index + 1, event);
  return mutation === 'change' ? ledger.with(index, withSource(event, 'other')) : ledger.slice(0, index + 1);
}

describe('One stream', () => {
  const stream = LEDGER.filter(({ envelope }) => envelope.trajectoryId === 'trajectory-a');

  it('is verified by itself', () => {
    expect(verifyStream('trajectory-a' as TrajectoryId, stream)).toEqual([]);
    expect(verifyStream('trajectory-a' as TrajectoryId, stream.slice(1))).toMatchObject([{ kind: 'missing', from: 0, to: 0 }]);
  });

  it('has no events of another', () => {
    expect(verifyStream('trajectory-a' as TrajectoryId, [...stream, at(1)])).toMatchObject([{ kind: 'foreign', trajectoryId: 'trajectory-b' }]);
  });
});
