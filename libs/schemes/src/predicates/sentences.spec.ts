import { describe, expect, it } from '@jest/globals';
import { missing, nextChange, say, type Place } from '../testing/asking.js';
import type { Told } from '../testing/youths.js';
import { FACETS } from '../youth-on-date.js';
import { sayFacet } from './sentences.js';

const SCHOOL = 'urn:nld:oin:00000099000000000001';
const BORN: Told = ['2018-01-01', 'TrajectoryOpened', { reason: 'mbo', birthDate: '2002-03-01', municipality: 'GM0153' }];
const attempt = (on: string, reached = false): Told => [on, 'ContactAttempted', { channel: 'phone', dayPart: 'day', reached, purpose: 'guidance' }];
const talk = (on: string): Told => [on, 'ContactMade', { purpose: 'guidance', situation: 'work', supportNeeded: false }];
const awarded = (type: string, basicQualification = false): Told => ['2020-01-10', 'CredentialAwarded', { type, basicQualification }];
const REACHED = { eq: ['data.reached', true] };

describe('a sentence', () => {
  it.each<[string, unknown, Place, readonly string[]]>([
    ['an open facet', { has: 'care' }, { facts: [['2020-01-01', 'InstitutionStayStarted', { category: 'clinic' }]] }, ['Krijgt zorg of dagbesteding.']],
    ['a closed facet', { has: 'care' }, {}, ['Krijgt geen zorg of dagbesteding.']],
    ['a closed facet, whichever way it is asked', { not: { has: 'care' } }, {}, ['Krijgt geen zorg of dagbesteding.']],
    ['an age', { age: { lt: 27 } }, { facts: [BORN] }, ['Is 18 jaar.']],
    ['a fact', { eq: ['subject.municipality', 'GM0014'] }, { facts: [BORN] }, ['Woongemeente: GM0153.']],
    ['a fact without an article', { in: ['subject.exitProfile', ['labour']] }, { facts: [['2020-01-01', 'ExitProfileSet', { profile: 'labour' }]] }, ['Uitstroomprofiel: labour.']],
    ['a fact that is missing', { eq: ['subject.municipality', 'GM0014'] }, {}, ['Niet bekend: de woongemeente.']],
    ['a list', { contains: ['subject.credentials', 'pro'] }, { facts: [awarded('vmbo'), awarded('pro')] }, ['Diploma\'s: vmbo, pro.']],
    ['an empty list', { contains: ['subject.credentials', 'pro'] }, {}, ['Diploma\'s: geen.']],
    ['a basic qualification', { eq: ['subject.basicQualification', true] }, { facts: [awarded('mbo-2', true)] }, ['Heeft een startkwalificatie.']],
    ['no basic qualification', { eq: ['subject.basicQualification', true] }, { facts: [['2020-02-01', 'EnrolmentEnded', { institution: SCHOOL, reason: 'other', destination: 'none', withBasicQualification: false }]] }, ['Heeft geen startkwalificatie.']],
    ['a basic qualification that is not known', { eq: ['subject.basicQualification', true] }, {}, ['Niet bekend: of er een startkwalificatie is.']],
    ['whether a fact is there', { present: 'subject.municipality' }, { facts: [BORN] }, ['Woongemeente: GM0153.']],
    ['a fact that the language does not have', { unknown: 'work-readiness' }, {}, ['Niet bekend: of de jongere kan werken.']],
    ['a fact without a name of its own', { unknown: 'shoe-size' }, {}, ['Niet bekend: shoe-size.']],
    ['a definition that holds', { is: 'default' }, { facts: [BORN] }, ['Dit geldt: Uit beeld (standaard).']],
    ['a definition that does not hold', { is: 'closed' }, { facts: [BORN] }, ['Dit geldt niet: Afgesloten.']],
    ['the newest event that is meant', { event: { type: 'ContactAttempted', when: REACHED } }, { facts: [attempt('2020-03-01', true), attempt('2020-03-02', true), attempt('2020-03-03')] }, ['Vastgelegd: Contactpoging (2 maart 2020).']],
    ['an event that is not there', { event: { type: 'ContactAttempted', when: REACHED } }, { facts: [attempt('2020-03-01')] }, ['Niet vastgelegd: Contactpoging, zoals hier bedoeld.']],
    ['since when', { since: { type: 'ContactMade', gt: 'P28D' } }, { facts: [talk('2019-12-31')] }, ['Vastgelegd: Contact gehad (31 december 2019).']],
    ['what followed, and not what came in between', { followed: { type: 'ContactAttempted', by: [{ event: 'ContactAttempted', when: REACHED }, { event: 'ContactMade' }] } }, { facts: [attempt('2020-03-01', true), attempt('2020-03-02'), ['2020-03-03', 'ExitProfileSet', { profile: 'labour' }], talk('2020-03-04'), talk('2020-03-05')] }, ['Na Contactpoging (2 maart 2020) kwam Contact gehad (4 maart 2020).']],
    ['that nothing followed', { followed: { type: 'ContactAttempted', by: [{ event: 'ContactMade' }] } }, { facts: [attempt('2020-03-02')] }, ['Na Contactpoging (2 maart 2020) kwam geen vervolg.']],
    ['that nothing followed in time', { followed: { type: 'ContactAttempted', by: [{ event: 'ContactMade' }], within: 'P1D' } }, { facts: [attempt('2020-03-02'), talk('2020-03-04')] }, ['Na Contactpoging (2 maart 2020) kwam geen vervolg.']],
    ['that there is nothing to follow', { followed: { type: 'ContactAttempted', by: [{ event: 'ContactMade' }] } }, {}, ['Niet vastgelegd: Contactpoging, zoals hier bedoeld.']],
    ['how many', { count: { type: 'ContactAttempted', gte: 3 } }, { facts: [attempt('2020-03-01'), attempt('2020-03-02')] }, ['Contactpoging: 2 in totaal.']],
    ['how much', { sum: { type: 'AbsenceReported', field: 'data.hours', gte: 16 } }, { facts: [['2020-03-01', 'AbsenceReported', { category: 'unauthorised', since: '2020-03-01', hours: 9 }]] }, ['Verzuim gemeld: 9 in totaal.']],
    ['another day', { at: { day: '10-01', yearsBack: 0, test: { has: 'care' } } }, {}, ['Op 1 oktober 2019: krijgt geen zorg of dagbesteding.']],
  ])('tells %s', (_, rule, place, expected) => {
    expect(say(rule, place)).toEqual(expected);
  });

  it('is there for every facet, open and closed, each with its own words', () => {
    const sentences = FACETS.flatMap((facet) => [true, false].flatMap((open) => sayFacet(facet, open)));
    expect(new Set(sentences).size).toBe(2 * FACETS.length);
    expect(sentences.every((sentence) => /^[A-Z].*\.$/.test(sentence))).toBe(true);
  });
});

describe('of several conditions', () => {
  const [yes, no, unknown] = [{ not: { has: 'work' } }, { has: 'care' }, { unknown: 'work-readiness' }];
  const saysOf: Readonly<Record<string, string>> = { yes: 'Heeft geen betaald werk.', no: 'Krijgt geen zorg of dagbesteding.', unknown: 'Niet bekend: of de jongere kan werken.' };

  it.each<[string, unknown, readonly string[]]>([
    ['and: all when all hold', { and: [yes, { not: no }] }, ['yes', 'no']],
    ['and: those that fail', { and: [yes, no, unknown] }, ['no']],
    ['and: those that are unknown', { and: [yes, unknown] }, ['unknown']],
    ['or: those that hold', { or: [no, yes, unknown] }, ['yes']],
    ['or: all when all fail', { or: [no, { not: yes }] }, ['no', 'yes']],
    ['or: those that are unknown', { or: [no, unknown] }, ['unknown']],
    ['and of one', { and: [no] }, ['no']],
    ['or of one', { or: [unknown] }, ['unknown']],
    ['and of none', { and: [] }, []],
    ['not of several', { not: { and: [yes, no] } }, ['no']],
  ])('those that decided are told: %s', (_, rule, expected) => {
    expect(say(rule)).toEqual(expected.map((name) => saysOf[name]));
  });

  it('only those that are unknown are missing', () => {
    expect(missing({ and: [yes, unknown, { not: { eq: ['subject.municipality', 'GM0153'] } }] })).toEqual(['work-readiness', 'subject.municipality']);
    expect(missing({ or: [unknown, unknown, no] })).toEqual(['work-readiness']);
    expect(missing({ and: [no, unknown] })).toEqual([]);
    expect([missing({ age: { lt: 27 } }, { facts: [BORN] }), missing({ age: { lt: 27 } })]).toEqual([[], ['subject.birthDate']]);
  });

  it('all are asked as far as needed, so that the day on which the answer turns is known', () => {
    expect(nextChange({ and: [{ age: { lt: 27 } }, { age: { lt: 23 } }] }, { facts: [BORN] })).toBe('2025-03-01');
    expect(nextChange({ or: [{ age: { gte: 27 } }, { age: { gte: 23 } }] }, { facts: [BORN] })).toBe('2025-03-01');
  });
});
