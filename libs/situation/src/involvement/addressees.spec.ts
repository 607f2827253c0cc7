import { describe, expect, it } from '@jest/globals';
import { getEventType, type RecordedEvent } from '@trajectboek/events';
import { recorded } from '@trajectboek/testing';
import * as f from '../testing/facts.js';
import { youthWith } from '../testing/youths.js';
import { isOpenToInvolved, levelFor, speaksAt } from './level.js';
import { isAddressee, type Level } from './named-parties.js';

const sender = { by: f.RMC };
const on = { occurredAt: '2021-03-02' };
const referral = recorded('ReferralMade', { occurredAt: '2021-03-01', referralId: 'r1', to: f.MUNICIPALITY, domain: 'debts' }, { by: f.SCHOOL });
const otherReferral = recorded('ReferralMade', { occurredAt: '2021-03-01', referralId: 'r2', to: f.MUNICIPALITY, domain: 'debts' }, { by: f.OTHER_SCHOOL });
const request = recorded('SupportRequested', { occurredAt: '2021-03-01', requestId: 's1', domain: 'work' }, { by: f.SCHOOL });
const otherRequest = recorded('SupportRequested', { occurredAt: '2021-03-01', requestId: 's2', domain: 'work' }, { by: f.OTHER_SCHOOL });
const asked = [referral, otherReferral, request, otherRequest];

describe('an event is addressed', () => {
  it.each<[string, RecordedEvent]>([
    ['to whom the youth is referred', recorded('ReferralMade', { ...on, to: f.SCHOOL, domain: 'debts' }, sender)],
    ['to who made the referral that it answers', recorded('ReferralAnswered', { ...on, referralId: 'r1', accepted: true }, sender)],
    ['to who asked for the support that is offered', recorded('SupportOffered', { ...on, requestId: 's1', instrument: 'jobcoach' }, sender)],
    ['to who asked for the support that is refused', recorded('SupportRefused', { ...on, requestId: 's1', ground: 'no-capacity' }, sender)],
    ['to who gives the support', recorded('SupportStarted', { ...on, instrument: 'jobcoach', provider: f.SCHOOL }, sender)],
    ['to who receives information', f.shared('2021-03-02', { recipients: [f.MUNICIPALITY, f.SCHOOL] }, sender)],
    ['to who asked for what is not shared', recorded('SharingDeclined', { ...on, askedBy: f.SCHOOL, holder: f.RMC, ground: 'no-basis' }, sender)],
    ['to who gets a document', recorded('TransferDocumentIssued', { ...on, type: 'portfolio', document: 'doc:1', issuedTo: [f.SCHOOL] }, sender)],
  ])('%s, and to nobody else', (_, event) => {
    const youth = youthWith([...asked, event], '2021-04-01');
    expect([f.SCHOOL, f.OTHER_SCHOOL, f.STRANGER].map((organisation) => isAddressee(event, organisation, youth))).toEqual([true, false, false]);
    expect(levelFor(event, f.STRANGER, youth)).toBeNull();
  });

  it.each<[string, RecordedEvent]>([
    ['an answer to an unknown referral', recorded('ReferralAnswered', { ...on, referralId: 'r9', accepted: true }, sender)],
    ['support that nobody asked for', recorded('SupportOffered', { ...on, instrument: 'jobcoach' }, sender)],
    ['support of an unknown request', recorded('SupportRefused', { ...on, requestId: 's9', ground: 'no-capacity' }, sender)],
    ['a talk', f.spoke('2021-03-02', {}, sender)],
  ])('to nobody: %s', (_, event) => {
    const youth = youthWith([...asked, event], '2021-04-01');
    expect([f.SCHOOL, f.OTHER_SCHOOL].map((organisation) => isAddressee(event, organisation, youth))).toEqual([false, false]);
  });
});

describe('an event speaks in a view', () => {
  const health = f.stay('2021-03-01', {}, sender);
  const path = f.spoke('2021-03-01', {}, sender);

  it.each<[Level | null, boolean, boolean]>([['what', true, true], ['that', true, false], [null, false, false]])('at the level %s: of the path %s, of health or crime %s', (level, ofPath, ofHealth) => {
    expect(['health', 'criminal']).toContain(getEventType(health.type).dataClass);
    expect([speaksAt(level, path), speaksAt(level, health)]).toEqual([ofPath, ofHealth]);
  });

  it('of everybody who is involved, unless it is confidential, of care or about a life event', () => {
    const events = [path, f.spoke('2021-03-02', { confidential: true }, sender), f.supported('2021-03-03', {}, sender), health, f.lifeEvent('2021-03-04', {}, sender)];
    const youth = youthWith(events, '2021-04-01');
    const circles = events.map(({ type }) => `${getEventType(type).that} ${getEventType(type).what}`);
    expect(circles).toEqual(['involved involved', 'involved involved', 'involved care', 'care none', 'care none']);
    expect(events.map((event) => isOpenToInvolved(event, youth))).toEqual([true, false, true, false, false]);
  });
});

describe('a correction of what one may know only that it happened', () => {
  it('shows no more than that', () => {
    const help = f.supported('2021-02-04', {}, sender);
    const correction = f.corrected('2021-03-01', { correctedEventId: help.eventId, replacement: { ...help.data } }, sender);
    const again = f.corrected('2021-03-02', { correctedEventId: correction.eventId, replacement: {} }, sender);
    const youth = youthWith([help, f.enrolled('2021-01-01'), correction, again], '2021-04-01');
    expect([correction, again].map((event) => levelFor(event, f.SCHOOL, youth))).toEqual(['that', 'that']);
  });
});
