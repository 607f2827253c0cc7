import { describe, it } from '@jest/globals';
import type { Recorded, RecordedEvent } from '@trajectboek/events';
import { MUNICIPALITY, recorded, RMC, SCHOOL } from '@trajectboek/testing';
import { corrected, given, offered, opened, retracted } from '../testing.js';

type From = 'youth' | 'parents' | 'both';
type Giver = 'youth' | 'parents';

const minor = opened('2004-01-01');
const adult = opened('2002-01-01');

function asked(from: From, parties: readonly string[] = [MUNICIPALITY, RMC]): Recorded<'ConsentRequested'> {
  return recorded('ConsentRequested', { occurredAt: '2021-03-01', consentId: 'c1', from, parties: [...parties], dataCategories: ['transition-report'], purpose: 'support-after-leaving' });
}

function gave(by?: Giver, { on = '2021-03-10', validUntil }: { on?: string; validUntil?: string } = {}): Recorded<'ConsentGiven'> {
  return recorded('ConsentGiven', { occurredAt: on, consentId: 'c1', ...(by && { by }), ...(validUntil && { validUntil }) });
}

function declined(by?: Giver): Recorded<'ConsentRefused'> {
  return recorded('ConsentRefused', { occurredAt: '2021-03-10', consentId: 'c1', ...(by && { by }) });
}

function withdrew(by?: Giver, on = '2021-04-01'): Recorded<'ConsentWithdrawn'> {
  return recorded('ConsentWithdrawn', { occurredAt: on, consentId: 'c1', ...(by && { by }) });
}

function shared({ on = '2021-03-20', to = [MUNICIPALITY, RMC], consentId = 'c1', basis = 'consent' }: { on?: string; to?: readonly string[]; consentId?: string | null; basis?: 'consent' | 'law' } = {}): Recorded<'InformationShared'> {
  return recorded('InformationShared', { occurredAt: on, document: 'doc:report-1', recipients: [...to], level: 'what', basis, ...(consentId !== null && { consentId }) }, { by: SCHOOL });
}

describe('asking and answering', () => {
  it('is done once of each', () => {
    given(asked('youth')).when(asked('youth')).thenRefused('already-requested');
    given(asked('youth'), gave()).when(asked('youth')).thenRefused('already-answered');
    given(asked('youth'), gave()).when(asked('both')).thenAccepted();
  });
  it.each([['giving', gave], ['refusing', declined], ['withdrawing', withdrew]])('%s needs a request', (_, answer) => {
    given().when(answer()).thenRefused('not-requested');
    given(asked('youth')).when(answer('parents')).thenRefused('not-requested');
  });
  it('has one answer', () => {
    given(asked('youth'), gave()).when(declined()).thenRefused('already-answered');
    given(asked('youth'), declined()).when(gave()).thenRefused('already-answered');
    given(asked('both'), gave('youth')).when(gave('youth')).thenRefused('already-answered');
    given(asked('both'), gave('youth')).when(gave('parents')).thenAccepted();
  });
  it('without a name leaves what was answered before, and so does asking the other as well', () => {
    given(asked('both'), gave('youth'), declined()).when(withdrew('youth')).thenAccepted();
    given(asked('youth'), gave('youth'), asked('both')).when(withdrew('youth')).thenAccepted();
  });
  it('ends in withdrawal only after it was given', () => {
    given(asked('youth'), gave()).when(withdrew()).thenAccepted();
    given(asked('youth')).when(withdrew()).thenRefused('no-valid-consent');
    given(asked('youth'), declined()).when(withdrew()).thenRefused('no-valid-consent');
    given(asked('youth'), gave(), withdrew()).when(withdrew()).thenRefused('no-valid-consent');
  });
});

describe('sharing on consent', () => {
  const refusals: readonly (readonly [string, readonly RecordedEvent[], Recorded<'InformationShared'>])[] = [
    ['that nobody asked', [], shared()],
    ['that is not named', [asked('youth'), gave()], shared({ consentId: null })],
    ['without an answer', [asked('youth')], shared()],
    ['that was refused', [asked('youth'), declined()], shared()],
    ['that was refused by the parents', [asked('both'), gave('youth'), declined('parents')], shared()],
    ['that was withdrawn before', [asked('youth'), gave(), withdrew()], shared({ on: '2021-04-02' })],
    ['that was withdrawn on the day', [asked('youth'), gave(), withdrew()], shared({ on: '2021-04-01' })],
    ['that has expired', [asked('youth'), gave(undefined, { validUntil: '2021-03-19' })], shared()],
    ['that was given afterwards', [asked('youth'), gave()], shared({ on: '2021-03-09' })],
    ['with a party that it does not name', [asked('youth', [RMC]), gave()], shared()],
    ['that only the youth gave while the parents were asked too', [asked('both'), gave('youth')], shared()],
    ['that only the parents gave in place of somebody of age', [asked('parents'), gave()], shared()],
    ['whose request was retracted', ((request) => [request, gave(), retracted(request)])(asked('youth')), shared()],
  ];
  it.each(refusals)('%s is refused', (_, facts, sharing) => { given(adult, ...facts).when(sharing).thenRefused('no-valid-consent'); });

  const possible: readonly (readonly [string, readonly RecordedEvent[], Recorded<'InformationShared'>])[] = [
    ['on the day it was given', [asked('youth'), gave()], shared({ on: '2021-03-10' })],
    ['on its last day', [asked('youth'), gave(undefined, { validUntil: '2021-03-20' })], shared()],
    ['that was withdrawn later, recorded late', [asked('youth'), gave(), withdrew()], shared({ on: '2021-03-31' })],
    ['with some of the named parties', [asked('youth'), gave()], shared({ to: [RMC] })],
    ['with the sharer among the recipients', [asked('youth'), gave()], shared({ to: [RMC, SCHOOL] })],
    ['of both in one answer without a name', [asked('both'), gave()], shared()],
    ['of both in two answers', [asked('both'), gave('parents'), gave('youth')], shared()],
  ];
  it.each(possible)('%s is accepted', (_, facts, sharing) => { given(adult, ...facts).when(sharing).thenAccepted(); });

  it('is not judged where the basis is another', () => { given(minor, asked('youth'), declined()).when(shared({ basis: 'law' })).thenAccepted(); });
});

describe('sharing about a minor', () => {
  it('needs parents who were asked', () => { given(minor, asked('youth'), gave()).when(shared()).thenRefused('parents-missing'); });
  it('needs both who were asked', () => { given(minor, asked('parents'), gave()).when(shared()).thenRefused('parents-missing'); });
  it('needs parents who have given', () => { given(minor, asked('both'), gave('youth')).when(shared()).thenRefused('parents-missing'); });
  it('needs the youth as well', () => { given(minor, asked('both'), gave('parents')).when(shared()).thenRefused('no-valid-consent'); });
  it.each(['youth', 'parents', 'both'] as const)('needs an answer first of %s', (from) => { given(minor, asked(from)).when(shared()).thenRefused('no-valid-consent'); });
  it('ends when the parents withdraw', () => { given(minor, asked('both'), gave(), withdrew('parents', '2021-03-15')).when(shared()).thenRefused('no-valid-consent'); });
  it('is possible with both, asked together or one after the other', () => {
    given(minor, asked('both'), gave()).when(shared()).thenAccepted();
    given(minor, asked('youth'), gave(), asked('parents'), gave('parents')).when(shared()).thenAccepted();
  });
  it('covers the parties that both agreed to', () => {
    given(minor, asked('youth', [RMC]), asked('parents'), gave()).when(shared()).thenRefused('no-valid-consent');
  });
  it('is judged on the day of the sharing: from the eighteenth birthday own consent is enough', () => {
    given(minor, asked('youth'), gave()).when(shared({ on: '2021-12-31' })).thenRefused('parents-missing');
    given(minor, asked('youth'), gave()).when(shared({ on: '2022-01-01' })).thenAccepted();
  });
  it('uses the birth date as corrected', () => {
    const correction = corrected(adult, { ...adult.data, birthDate: '2004-01-01' });
    given(adult, correction, asked('youth'), gave()).when(shared()).thenRefused('parents-missing');
  });
});

describe('offering a handover on consent', () => {
  it('needs it to be valid on the day of the offer', () => {
    given(adult, asked('youth')).when(offered({ consentId: 'c1' })).thenRefused('no-valid-consent');
    given(adult, asked('youth'), gave()).when(offered({ consentId: 'c1' })).thenAccepted();
    given(minor, asked('youth'), gave()).when(offered({ consentId: 'c1' })).thenRefused('parents-missing');
  });
  it('needs it to name the receiver', () => {
    given(adult, asked('youth', [RMC]), gave()).when(offered({ consentId: 'c1' })).thenRefused('no-valid-consent');
  });
  it('is refused first for an id that was used', () => {
    given(adult, offered()).when(offered({ consentId: 'c1' })).thenRefused('already-answered');
  });
});
