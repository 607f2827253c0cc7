import { describe, it } from '@jest/globals';
import { MUNICIPALITY, recorded, RMC } from '@trajectboek/testing';
import { accepted, closed, corrected, given, offered, opened, retracted, returned } from '../testing.js';

const contact = recorded('ContactMade', { occurredAt: '2021-05-01', purpose: 'guidance', situation: 'nothing', supportNeeded: true });
const otherContact = { ...contact.data, situation: 'work' };

describe('correcting and retracting', () => {
  it('is possible for an event of this trajectory, by any organisation', () => {
    given(contact).when(retracted(contact)).thenAccepted();
    given(contact).when(corrected(contact, otherContact)).thenAccepted();
    given(contact).when({ ...retracted(contact), organisation: RMC }).thenAccepted();
  });
  it('is not possible for an event that is not in it', () => {
    given(opened('2002-01-01')).when(retracted(contact)).thenRefused('unknown-event');
    given(opened('2002-01-01')).when(corrected(contact, otherContact)).thenRefused('unknown-event');
  });
  it('is not possible after the event was retracted', () => {
    given(contact, retracted(contact)).when(retracted(contact)).thenRefused('already-retracted');
    given(contact, retracted(contact)).when(corrected(contact, otherContact)).thenRefused('already-retracted');
  });
  it('can be done again: a correction, and a retraction of what was corrected', () => {
    given(contact, corrected(contact, otherContact)).when(corrected(contact, otherContact)).thenAccepted();
    given(contact, corrected(contact, otherContact)).when(retracted(contact)).thenAccepted();
  });
  it('can itself be retracted, but not corrected', () => {
    const correction = corrected(contact, otherContact);
    given(contact, correction).when(retracted(correction)).thenAccepted();
    given(contact, correction).when(corrected(correction, otherContact)).thenRefused('not-correctable');
  });
  it('does nothing once it was retracted', () => {
    const mistake = retracted(contact);
    given(contact, mistake, retracted(mistake)).when(retracted(contact)).thenAccepted();
  });
  it('leaves an erasure as it is', () => {
    const erased = recorded('SubjectErased', { occurredAt: '2021-06-01', cause: 'retention', dataClasses: ['care'] });
    given(erased).when(retracted(erased)).thenRefused('not-correctable');
  });
});

describe('an amended step', () => {
  it('counts as corrected', () => {
    const offer = offered();
    given(offer, corrected(offer, { ...offer.data, to: RMC })).when(accepted({ by: RMC })).thenAccepted();
    given(offer, corrected(offer, { ...offer.data, to: RMC })).when(accepted({ by: MUNICIPALITY })).thenRefused('not-the-receiver');
  });
  it('no longer counts once retracted, also with its answer recorded', () => {
    const offer = offered();
    given(offer, accepted(), retracted(offer)).when(returned()).thenRefused('not-offered');
  });
  it('opens the trajectory again when it was the closing', () => {
    const closing = closed();
    given(closing, retracted(closing)).when(closed()).thenAccepted();
  });
  it('is found in the order of recording, also when positions are not there yet', () => {
    const unplaced = { position: Number.MAX_SAFE_INTEGER, recordedAt: '9999-12-31T00:00:00.000Z' };
    const offer = { ...offered({ on: '2021-06-10' }), ...unplaced };
    const answer = { ...accepted({ on: '2021-06-01' }), ...unplaced };
    given(offer, answer, contact, { ...retracted(contact), ...unplaced }).when(returned()).thenRefused('already-answered');
  });
});
