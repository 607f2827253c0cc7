import { describe, expect, it } from '@jest/globals';
import { Chronicle, periodsOf, type OrganisationUrn, type RecordedEvent } from '@trajectboek/events';
import * as f from '../testing/facts.js';
import { SETTINGS, youthWith } from '../testing/youths.js';
import { youthOn } from '../youth.js';
import { involvementOf, isInvolved } from './involvement.js';
import { hasLegalBasis, levelFor } from './level.js';

const OTHER = f.STRANGER;
const opening = f.opened('2018-01-01', { birthDate: '2000-01-01' }, { by: f.OTHER_SCHOOL });
const child = f.opened('2018-01-01', { birthDate: '2004-08-01' }, { by: f.OTHER_SCHOOL });
const asked = f.consentAsked('2021-03-01', {}, { by: f.SCHOOL });
const given = f.consentGiven('2021-03-02', {}, { by: f.SCHOOL });

describe('an organisation is involved', () => {
  const roles: readonly (readonly [string, OrganisationUrn, RecordedEvent, RecordedEvent | undefined])[] = [
    ['while an enrolment is open', f.SCHOOL, f.enrolled('2021-01-01'), f.left('2021-02-01')],
    ['as teaching location', f.OTHER_SCHOOL, f.enrolled('2021-01-01', { teachingLocation: f.OTHER_SCHOOL }), f.left('2021-02-01')],
    ['as employer', f.EMPLOYER, f.placed('2021-01-01'), f.lost('2021-02-01')],
    ['as provider of a track', f.RMC, f.track('2021-01-01'), f.trackEnded('2021-02-01')],
    ['through a guide', f.RMC, f.guide('2021-01-01'), f.guideEnded('2021-02-01')],
    ['through a benefit', f.MUNICIPALITY, f.benefit('2021-01-01', {}, { by: f.MUNICIPALITY }), f.benefitEnded('2021-02-01')],
    ['through an offered handover', f.MUNICIPALITY, f.offered('2021-01-01'), f.returned('2021-02-01')],
    ['through a take', f.MUNICIPALITY, f.took('2021-01-01'), f.took('2021-02-01', { organisation: f.RMC })],
  ];
  it.each(roles)('%s, until it ends', (...[, organisation, start, end]) => {
    expect(isInvolved(youthWith([start], '2021-03-01'), organisation)).toBe(true);
    expect(isInvolved(youthWith([start], '2021-03-01'), OTHER)).toBe(false);
    expect(isInvolved(youthWith(end ? [start, end] : [start], '2021-03-01'), organisation)).toBe(false);
  });

  it('after it accepted a handover, until the trajectory is closed', () => {
    const events = [f.offered('2021-01-01'), f.accepted('2021-01-02'), f.arrived('2021-01-03')];
    expect(involvementOf(youthWith(events, '2021-03-01'), f.MUNICIPALITY)).toEqual(['handover', 'responsibility']);
    expect(involvementOf(youthWith([...events, f.closed('2021-02-01')], '2021-03-01'), f.MUNICIPALITY)).toEqual([]);
  });

  const consents: readonly (readonly [string, boolean, readonly RecordedEvent[]])[] = [
    ['by a consent that was given', true, [opening, asked, given]],
    ['not by one that was only asked', false, [opening, asked]],
    ['not by one that was refused', false, [opening, asked, f.consentRefused('2021-03-02')]],
    ['not by one that was withdrawn', false, [opening, asked, given, f.consentWithdrawn('2021-03-10')]],
    ['by one on its last day', true, [opening, asked, f.consentGiven('2021-03-02', { validUntil: '2021-03-20' })]],
    ['not by one that expired', false, [opening, asked, f.consentGiven('2021-03-02', { validUntil: '2021-03-19' })]],
    ['not by one that the youth was not asked for', false, [opening, f.consentAsked('2021-03-01', { from: 'parents' }), given]],
    ['not by one that the parents, who were asked, did not give', false, [opening, f.consentAsked('2021-03-01', { from: 'both' }), f.consentGiven('2021-03-02', { by: 'youth' })]],
    ['not by one of a minor without the parents', false, [child, asked, given]],
    ['by one of a minor that both gave', true, [child, f.consentAsked('2021-03-01', { from: 'both' }), f.consentGiven('2021-03-02', { by: 'youth' }), f.consentGiven('2021-03-03', { by: 'parents' })]],
    ['by one that both gave in one answer', true, [child, f.consentAsked('2021-03-01', { from: 'both' }), given]],
    ['not by one that was given and then refused', false, [opening, asked, given, f.consentRefused('2021-03-10')]],
    ['by one, whatever was answered to another', true, [opening, asked, given, f.consentRefused('2021-03-10', { consentId: 'c2' })]],
    ['not by what was given to another question', false, [opening, asked, f.consentAsked('2021-03-01', { consentId: 'c2', parties: [f.RMC] }), f.consentGiven('2021-03-02', { consentId: 'c2' })]],
    ['not by one of two questions only about the party', false, [opening, asked, f.consentAsked('2021-03-01', { parties: [f.RMC] }), given]],
    ['not of a youth of unknown age without the parents', false, [asked, given]],
    ['not by one that names others', false, [opening, f.consentAsked('2021-03-01', { parties: [f.RMC] }), given]],
  ];
  it.each(consents)('%s', (_, involved, events) => { expect(isInvolved(youthWith(events, '2021-03-20'), f.MUNICIPALITY)).toBe(involved); });
});

describe('the periods of a role', () => {
  const periodsWith = (...events: readonly RecordedEvent[]): readonly string[] => periodsOf(new Chronicle(events), {
    answer: (history) => isInvolved(youthOn(history, SETTINGS), f.MUNICIPALITY), isSame: (a, b) => a === b,
  }).map(({ from, value }) => `${from} ${value}`);

  it('end the day after a consent expires', () => {
    const consent = f.consentGiven('2021-03-02', { validUntil: '2021-03-20' });
    expect(periodsWith(opening, asked, consent)).toEqual(['2018-01-01 false', '2021-03-02 true', '2021-03-21 false']);
  });
  it('begin on the eighteenth birthday where the parents were not asked', () => {
    expect(periodsWith(child, asked, given)).toEqual(['2018-01-01 false', '2022-08-01 true']);
  });
});

describe('how far an event is seen', () => {
  const coach = { by: f.RMC };
  const talk = f.spoke('2021-02-01', {}, coach);
  const secret = f.spoke('2021-02-02', { confidential: true }, coach);
  const secretGuide = f.guide('2021-02-03', { confidential: true }, coach);
  const help = f.supported('2021-02-04', {}, coach);
  const life = f.lifeEvent('2021-02-05', {}, coach);
  const prison = f.stay('2021-02-06', {}, coach);
  const facts = [opening, talk, secret, secretGuide, help, life, prison];
  const levels = (organisation: OrganisationUrn, ...more: readonly RecordedEvent[]): readonly (string | null)[] => {
    const youth = youthWith([...facts, ...more], '2021-03-20');
    return [talk, secret, secretGuide, help, life, prison].map((event) => levelFor(event, organisation, youth));
  };

  it('by who sent it: all', () => { expect(levels(f.RMC)).toEqual(['what', 'what', 'what', 'what', 'what', 'what']); });
  it('by who has no role: nothing', () => { expect(levels(f.SCHOOL)).toEqual([null, null, null, null, null, null]); });
  it('by who is involved: not what is confidential, of care only DAT, nothing of life events', () => {
    expect(levels(f.SCHOOL, f.enrolled('2021-01-01'))).toEqual(['what', null, null, 'that', null, null]);
  });
  it('by who a consent names, in the categories that it names', () => {
    const consent = (dataCategories: string[]): RecordedEvent[] => [f.consentAsked('2021-03-01', { parties: [f.SCHOOL], dataCategories }, coach), f.consentGiven('2021-03-02', {}, coach)];
    expect(levels(f.SCHOOL, ...consent(['support-need']))).toEqual(['what', 'what', 'what', 'what', 'that', null]);
    expect(levels(f.SCHOOL, ...consent(['contact-details']))).toEqual(['what', null, null, 'that', null, null]);
    expect(levels(f.SCHOOL, ...consent(['criminal']))).toEqual(['what', null, null, 'that', null, 'that']);
  });
  it('by who a consent names: not what others than its parties sent', () => {
    const consent = [f.consentAsked('2021-03-01', { parties: [f.SCHOOL], dataCategories: ['debts'] }, { by: f.MUNICIPALITY }), given];
    expect(levels(f.SCHOOL, ...consent)).toEqual(['what', null, null, 'that', null, null]);
  });
  it('by who got it on a legal basis: what the sharer had stated, to the level shared', () => {
    expect(levels(f.SCHOOL, f.shared('2021-02-04', { recipients: [f.SCHOOL] }, coach))).toEqual([null, 'what', 'what', 'what', null, null]);
    expect(levels(f.SCHOOL, f.shared('2021-02-04', { recipients: [f.SCHOOL], level: 'that' }, coach))).toEqual([null, 'that', 'that', null, null, null]);
  });
  it('by who it is addressed to: that event and no other', () => {
    const referral = f.referred('2021-03-01', {}, coach);
    const youth = youthWith([...facts, referral], '2021-03-20');
    expect([levelFor(referral, f.MUNICIPALITY, youth), levelFor(talk, f.MUNICIPALITY, youth), levelFor(referral, f.SCHOOL, youth)]).toEqual(['what', null, null]);
    expect([hasLegalBasis(youth, f.MUNICIPALITY), hasLegalBasis(youth, f.OTHER_SCHOOL), hasLegalBasis(youth, f.SCHOOL)]).toEqual([true, true, false]);
  });
  it('of a correction or retraction: no further than of the event itself', () => {
    const enrolment = f.enrolled('2021-01-01');
    const changes = [f.corrected('2021-03-01', { correctedEventId: help.eventId, replacement: { ...help.data } }, coach), f.retracted('2021-03-02', { retractedEventId: secret.eventId }, coach), f.retracted('2021-03-02', { retractedEventId: talk.eventId }, coach)];
    const youth = youthWith([...facts, enrolment, ...changes], '2021-03-20');
    expect(changes.map((change) => levelFor(change, f.SCHOOL, youth))).toEqual(['that', null, 'what']);
  });
  it('of the end of a confidential guide: as confidential as the guide', () => {
    const end = f.guideEnded('2021-03-01', {}, coach);
    expect(levelFor(end, f.SCHOOL, youthWith([...facts, f.enrolled('2021-01-01'), end], '2021-03-20'))).toBeNull();
  });
  it('of what a correction made confidential: as confidential as it now is', () => {
    const correction = f.corrected('2021-03-01', { correctedEventId: talk.eventId, replacement: { ...talk.data, confidential: true } }, coach);
    const youth = youthWith([...facts, f.enrolled('2021-01-01'), correction], '2021-03-20');
    expect([talk, correction].map((event) => levelFor(event, f.SCHOOL, youth))).toEqual([null, null]);
  });
});
