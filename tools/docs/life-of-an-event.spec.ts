import { describe, expect, it } from '@jest/globals';
import { decideAccess } from '@trajectboek/access';
import { findEventType, findFaults } from '@trajectboek/events';
import { eventIdOf } from '@trajectboek/ledger';
import type { Envelope, SealedPart } from '@trajectboek/ledger-store';
import { canonicalLeaf, digestOf, leafHashOf, parseCheckpoint, parseNote } from '@trajectboek/proof';
import { SITUATIONS } from '@trajectboek/situations';
import { REFUSALS } from '@trajectboek/trajectory';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { DOCS } from './pages.js';

type Json = Readonly<Record<string, unknown>>;

const PAGE = readFileSync(path.join(DOCS, 'life-of-an-event.md'), 'utf8');

/** The examples under the heading of a step, as they are written. */
function examplesOf(step: number): readonly string[] {
  const section = PAGE.split(/^## /m).find((text) => text.startsWith(`${step}. `)) ?? '';
  return [...section.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text = '']) => text.trim());
}

function exampleOf(step: number, index = 0): Json {
  return JSON.parse(examplesOf(step)[index] ?? '{}') as Json;
}

const EVENT = exampleOf(1);
const STORED = exampleOf(7) as unknown as { readonly envelope: Envelope; readonly leafHash: string; readonly position: number };

function sealedPart(): SealedPart {
  const { dataClass, keyId, iv, ciphertext } = exampleOf(6, 1) as unknown as Record<'dataClass' | 'keyId' | 'iv' | 'ciphertext', string>;
  return { dataClass: dataClass as SealedPart['dataClass'], keyId, iv: Buffer.from(iv, 'base64url'), ciphertext: Buffer.from(ciphertext, 'base64url') };
}

describe('life-of-an-event.md', () => {
  it('tells of every step what happens when the process dies there', () => {
    const sections = PAGE.split(/^## /m).slice(1);
    expect(sections).toHaveLength(11);
    expect(sections.filter((section) => !section.includes('**When the process dies here**'))).toEqual([]);
  });

  it('receives an event that the language takes', () => {
    const type = findEventType(String(EVENT['type']));
    expect(type && findFaults(type, EVENT['data'])).toEqual([]);
  });

  it('names scopes, purposes and refusals that there are', () => {
    const line = exampleOf(3) as Record<'action' | 'actor' | 'role' | 'purpose', string>;
    const organisation = line.actor.split(' ')[0] ?? '';
    expect(decideAccess({ organisation, role: line.role, purpose: null, scope: line.action })).toMatchObject({ allowed: true, purpose: line.purpose });
    expect(exampleOf(5)).toMatchObject({ title: REFUSALS['not-offered'].title, detail: REFUSALS['not-offered'].detail });
  });

  it('seals what was received, and gives it the id that follows from source and id', () => {
    expect(exampleOf(6)).toEqual({ path: { id: EVENT['id'], data: EVENT['data'] } });
    expect(STORED.envelope.eventId).toBe(eventIdOf(String(EVENT['source']), String(EVENT['id'])));
    expect(exampleOf(8)).toMatchObject({ eventId: STORED.envelope.eventId, position: STORED.position, recordedAt: STORED.envelope.recordedAt });
  });

  it('has hashes that can be recomputed from what it shows', () => {
    const part = sealedPart();
    expect(examplesOf(7)[1]).toBe(canonicalLeaf(STORED.envelope, [digestOf(part)]));
    expect(Buffer.from(leafHashOf(STORED.envelope, [part])).toString('hex')).toBe(STORED.leafHash);
  });

  it('projects to a row with tags that the view declares', () => {
    expect(Object.keys(exampleOf(9)['tags'] as Json).filter((tag) => !SITUATIONS.tags.includes(tag))).toEqual([]);
  });

  it('ends in a checkpoint over the ledger up to the event', () => {
    const note = parseNote(String(exampleOf(11)['note']));
    expect(note && parseCheckpoint(note.text)).toMatchObject({ origin: 'trajectboek.example/ledger', size: STORED.position });
  });
});
