import { describe, expect, it } from '@jest/globals';
import type { TrajectoryId } from '@trajectboek/events';
import { signCheckpoint } from '../checkpoint/checkpoint.js';
import { generateSigningKey, parseSigningKey } from '../checkpoint/note-key.js';
import { ledgerOf } from '../testkit/events.js';
import { TileTree } from '../tree/tile-tree.js';
import { EXPORT_FORMAT, exportedEvent, parseExport, type ExportedEvent, type StreamExport } from './stream-export.js';
import { verifyExport } from './verify-export.js';

const LEDGER = ledgerOf(['a', 'b', 'a', 'c', 'b', 'a', 'b', 'a', 'c', 'a']);
const TREE = new TileTree((from, to) => Promise.resolve(LEDGER.slice(from, to).map(({ leafHash }) => leafHash)));
const SIGNER = parseSigningKey(generateSigningKey('log.example'));

async function exported(stream: string): Promise<StreamExport> {
  const checkpoint = signCheckpoint({ origin: 'log.example', size: LEDGER.length, root: await TREE.rootAt(LEDGER.length) }, [SIGNER]);
  const own = LEDGER.filter(({ envelope }) => envelope.trajectoryId === `trajectory-${stream}`);
  const events = await Promise.all(own.map(async (event) => exportedEvent(event, event.position - 1, await TREE.inclusionProof(event.position - 1, LEDGER.length))));
  return { format: EXPORT_FORMAT, trajectoryId: `trajectory-${stream}` as TrajectoryId, checkpoint, verifierKey: SIGNER.verifier.vkey, events };
}

const kindsIn = (one: StreamExport, signer = SIGNER): readonly string[] => verifyExport(one, signer.verifier).faults.map(({ kind }) => kind);
const withEvent = (one: StreamExport, at: number, change: (event: ExportedEvent) => ExportedEvent): StreamExport => ({ ...one, events: one.events.map((event, index) => (index === at ? change(event) : event)) });

describe('An export of one youth', () => {
  it('that nobody touched has no faults, also after it was a file', async () => {
    for (const stream of ['a', 'b']) {
      const read = parseExport(JSON.stringify(await exported(stream)));
      expect(read && verifyExport(read, SIGNER.verifier)).toMatchObject({ treeSize: 10, faults: [] });
    }
  });

  it('shows a changed envelope and a changed ciphertext', async () => {
    const one = await exported('a');
    expect(kindsIn(withEvent(one, 1, (event) => ({ ...event, envelope: { ...event.envelope, source: 'other' } })))).toEqual(['changed']);
    expect(kindsIn(withEvent(one, 1, (event) => ({ ...event, parts: event.parts.map((part) => ({ ...part, ciphertext: 'AAAA' })) })))).toEqual(['changed']);
  });

  it('shows an event that was left out, put in another order or taken from another youth', async () => {
    const [one, other] = [await exported('a'), await exported('b')];
    expect(kindsIn({ ...one, events: one.events.toSpliced(1, 1) })).toContain('missing');
    expect(kindsIn({ ...one, events: one.events.toReversed() })).toContain('reordered');
    expect(kindsIn({ ...one, events: [...one.events, ...other.events.slice(0, 1)] })).toContain('foreign');
  });

  it('is not believed with a proof of another place or a checkpoint of another key', async () => {
    const one = await exported('a');
    expect(kindsIn(withEvent(one, 0, (event) => ({ ...event, index: event.index + 1 })))).toEqual(['not-included']);
    expect(kindsIn(withEvent(one, 2, (event) => ({ ...event, proof: event.proof.slice(1) })))).toEqual(['not-included']);
    expect(kindsIn(one, parseSigningKey(generateSigningKey('log.example')))).toEqual(['not-signed']);
    expect(kindsIn({ ...one, checkpoint: one.checkpoint.replace('10', '11') })).toEqual(['not-signed']);
  });

  it('that is none is told apart from one that is wrong', async () => {
    const one = await exported('a');
    for (const json of ['', '[]', '{}', JSON.stringify({ ...one, format: 'other' }), JSON.stringify({ ...one, events: [{}] }), JSON.stringify({ ...one, events: 3 })]) expect(parseExport(json)).toBeUndefined();
  });
});
