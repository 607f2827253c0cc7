import { describe, expect, it } from '@jest/globals';
import type { Recorded } from '@trajectboek/events';
import { recorded } from '@trajectboek/testing';
import { closed, corrected, given, opened } from '../testing.js';

const on = { occurredAt: '2022-03-01' };
const r1 = { ...on, requestId: 'r1' };
const start = opened('2002-01-01');

const accessAsked = recorded('AccessRequested', { ...r1, by: 'subject' });
const accessGiven = recorded('AccessProvided', r1);
const erasureAsked = recorded('ErasureRequested', r1);
const rectificationAsked = recorded('RectificationRequested', { ...r1, eventId: start.eventId });
const objected = recorded('ObjectionLodged', { ...r1, purpose: 'guidance' });
const extended = recorded('TermExtended', { ...r1, until: '2022-06-01', ground: 'complexity' });

function erasureDecided(outcome: 'granted' | 'partly' | 'refused'): Recorded<'ErasureDecided'> {
  return recorded('ErasureDecided', { ...r1, outcome, ground: 'none' });
}

function erased(data: Partial<Recorded<'SubjectErased'>['data']> = {}): Recorded<'SubjectErased'> {
  return recorded('SubjectErased', { occurredAt: '2022-04-01', cause: 'request', ...data });
}

const illness = (when: string): Recorded<'LifeEventRecorded'> => recorded('LifeEventRecorded', { occurredAt: when, category: 'illness', from: when });
const enrolled = recorded('EnrolmentStarted', { occurredAt: '2022-05-01', institution: start.organisation, schoolType: 'mbo-2' });

describe.each([
  ['an access request', accessAsked, accessGiven],
  ['an erasure request', erasureAsked, erasureDecided('partly')],
  ['a rectification request', rectificationAsked, recorded('RectificationDecided', { ...r1, outcome: 'annotated' })],
  ['an objection', objected, recorded('ObjectionDecided', { ...r1, outcome: 'rejected' })],
] as const)('%s', (_, asked, answered) => {
  it('is answered once', () => {
    given(start, asked).when(answered).thenAccepted();
    given(start, asked, answered).when(answered).thenRefused('already-answered');
  });
  it('is asked before it is answered', () => { given(start).when(answered).thenRefused('not-requested'); });
  it('is asked once', () => {
    given(start, asked).when(asked).thenRefused('already-requested');
    given(start, asked, answered).when(asked).thenRefused('already-answered');
  });
  it('can be extended while it is open', () => {
    given(start, asked).when(extended).thenAccepted();
    given(start).when(extended).thenRefused('not-requested');
    given(start, asked, answered).when(extended).thenRefused('already-answered');
  });
});

describe('rights next to each other', () => {
  it('may share one id', () => { given(start, accessAsked, accessGiven).when(erasureAsked).thenAccepted(); });
  it('ask rectification of an event that is there', () => { given().when(rectificationAsked).thenRefused('unknown-event'); });
});

describe('a restriction', () => {
  const restricted = recorded('ProcessingRestricted', { ...r1, scope: ['path'] });
  const lifted = recorded('RestrictionLifted', r1);
  it('can be set, widened and lifted', () => {
    given().when(restricted).thenAccepted();
    given(restricted).when(restricted).thenAccepted();
    given(restricted).when(lifted).thenAccepted();
  });
  it('is lifted while it is in force', () => {
    given().when(lifted).thenRefused('not-restricted');
    given(restricted, lifted).when(lifted).thenRefused('not-restricted');
  });
});

describe('erasing', () => {
  it('on request follows a decision to erase', () => {
    given(start, erasureAsked, erasureDecided('granted')).when(erased({ requestId: 'r1' })).thenAccepted();
    given(start, erasureAsked, erasureDecided('partly')).when(erased()).thenAccepted();
    given(start, erasureAsked).when(erased({ requestId: 'r1' })).thenRefused('not-granted');
    given(start, erasureAsked, erasureDecided('refused')).when(erased({ requestId: 'r1' })).thenRefused('not-granted');
    given(start).when(erased()).thenRefused('not-requested');
    given(start, erasureAsked, erasureDecided('granted')).when(erased({ requestId: 'r2' })).thenRefused('not-requested');
  });
  it('by retention needs no request', () => { given(start).when(erased({ cause: 'retention' })).thenAccepted(); });
});

describe('after the erasure of everything', () => {
  const gone = erased({ cause: 'retention' });
  it.each([['an observation', enrolled], ['an opening', start], ['a late fact', illness('2021-01-01')]] as const)('%s is refused', (_, event) => {
    given(start, gone).when(event).thenRefused('subject-erased');
  });
  it('rights and closing go on', () => {
    given(start, gone).when(accessAsked).thenAccepted();
    given(start, gone).when(closed()).thenAccepted();
  });
});

describe('after the erasure of a class', () => {
  const gone = erased({ cause: 'retention', dataClasses: ['health'] });
  it('older facts of that class stay out, newer ones and other classes come in', () => {
    given(start, gone).when(illness('2022-04-01')).thenRefused('subject-erased');
    given(start, gone).when(illness('2022-04-02')).thenAccepted();
    given(start, gone).when({ ...enrolled, occurredOn: '2021-01-01' }).thenAccepted();
  });
  it('a correction does not bring an erased fact back', () => {
    const fact = illness('2021-01-01');
    given(fact, gone).when(corrected(fact, { ...fact.data })).thenRefused('subject-erased');
    expect(fact.occurredOn).toBe('2021-01-01');
  });
});
