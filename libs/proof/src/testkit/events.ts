import { hash } from 'node:crypto';
import type { EventId, TrajectoryId } from '@trajectboek/events';
import type { Envelope, SealedPart, StoredEvent } from '@trajectboek/ledger-store';
import { chainHashOf, leafHashOf } from '../leaf/leaf-hash.js';

/** Ledgers for specs: several streams mixed in one order, with fixed ids and times. */
export function ledgerOf(streamOf: readonly string[]): readonly StoredEvent[] {
  const chains = new Map<string, { revision: number; chainHash: Uint8Array }>();
  return streamOf.map((stream, index) => {
    const last = chains.get(stream);
    const envelope = envelopeOf(stream, (last?.revision ?? -1) + 1, index);
    const stored = sealedAgain({ position: index + 1, envelope, parts: [partOf(index)], leafHash: new Uint8Array(), chainHash: new Uint8Array() }, last?.chainHash ?? null);
    chains.set(stream, { revision: envelope.revision, chainHash: stored.chainHash });
    return stored;
  });
}

/** The event with hashes that fit it, as someone would do who can write in the ledger. */
export function sealedAgain(event: StoredEvent, previous: Uint8Array | null): StoredEvent {
  const leafHash = leafHashOf(event.envelope, event.parts);
  return { ...event, leafHash, chainHash: chainHashOf(previous, leafHash) };
}

function envelopeOf(stream: string, revision: number, index: number): Envelope {
  return {
    version: 1,
    controller: 'urn:nld:oin:00000001001234567000',
    trajectoryId: `trajectory-${stream}` as TrajectoryId,
    revision,
    eventId: `event-${index}` as EventId,
    family: 'school',
    type: index % 3 === 0 ? null : 'HandoverOffered.v1',
    source: 'urn:nld:oin:00000001001234567000',
    occurredAt: '2025-09-01',
    recordedAt: new Date(Date.UTC(2025, 8, 1, 8, 0, index)).toISOString(),
  };
}

function partOf(index: number): SealedPart {
  const bytes = hash('sha256', `part ${index}`, 'buffer');
  return { dataClass: 'path', keyId: `key-${index % 4}`, iv: bytes.subarray(0, 12), ciphertext: bytes };
}
