import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { smallBook } from '../testing/small-book.js';
import { youthWith, type Told } from '../testing/youths.js';
import { legalResponsibility, type LegalResponsibility } from './legal-responsibility.js';

const SCHOOL = 'urn:nld:oin:00000099000000000001';
const YOUTH: readonly Told[] = [['2019-01-01', 'TrajectoryOpened', { reason: 'mbo', birthDate: '2002-06-01', municipality: 'GM0153' }], ['2019-08-01', 'EnrolmentStarted', { institution: SCHOOL, schoolType: 'mbo-2' }]];
const ALWAYS = { and: [] };
const UNKNOWN = { unknown: 'work-readiness' };
const rule = (code: string, when: unknown, more: object = {}): object => ({ code, role: 'lead', party: 'rmc', duty: 'must', when, source: [code], confidence: 'stated', ...more });

function askedWith(rules: readonly object[], { facts = YOUTH, on = '2020-03-02' }: { readonly facts?: readonly Told[]; readonly on?: CivilDate } = {}): LegalResponsibility {
  return legalResponsibility(smallBook({ responsibility: [{ set: 's', nl: 'Regels', rules }] }), youthWith(facts, on));
}

describe('the legal party for a role', () => {
  it('is that of the first rule that is true', () => {
    const { lead, uncertain } = askedWith([rule('no', { has: 'work' }), rule('first', ALWAYS, { duty: 'may', contestedBy: ['school'], consultFirst: ['municipality'] }), rule('second', ALWAYS)]);
    expect(lead).toEqual({
      role: 'lead', party: 'rmc', partyLabel: 'RMC', organisationOf: null, organisation: null, municipality: null, duty: 'may', rule: 'first',
      contestedBy: ['school'], consultFirst: ['municipality'], certain: true, missing: [], source: ['first'],
    });
    expect(uncertain).toEqual([]);
  });

  it('is uncertain after a rule that is unknown, and names each missing fact once', () => {
    const { lead, uncertain } = askedWith([rule('a', UNKNOWN), rule('b', { and: [UNKNOWN, { unknown: 'vmbo-track' }] }), rule('c', ALWAYS), rule('d', { unknown: 'later' })]);
    expect([lead.rule, lead.certain, lead.missing, uncertain]).toEqual(['c', false, ['work-readiness', 'vmbo-track'], ['lead']]);
  });

  it('is certain again for another role', () => {
    const { lead, follow, uncertain } = askedWith([rule('a', UNKNOWN), rule('b', ALWAYS), rule('c', ALWAYS, { role: 'follow' }), rule('d', UNKNOWN, { role: 'income' })]);
    expect([lead.rule, follow?.rule, follow?.certain, uncertain]).toEqual(['b', 'c', true, ['lead', 'income']]);
  });

  it('is nobody for the lead, and not there for another role, when no rule is true', () => {
    const legal = askedWith([rule('a', { has: 'work' }, { role: 'income' })]);
    expect(legal).toEqual({
      set: 's', follow: null, income: null, aftercare: null, uncertain: [],
      lead: { role: 'lead', party: 'none', partyLabel: 'Niemand', organisationOf: null, organisation: null, municipality: null, duty: 'none', rule: 'none', contestedBy: [], consultFirst: [], certain: false, missing: [], source: [] },
    });
  });

  it.each<[string | undefined, object]>([
    ['subject.municipality', { organisationOf: 'subject.municipality', organisation: null, municipality: 'GM0153' }],
    ['subject.lastInstitution', { organisationOf: 'subject.lastInstitution', organisation: SCHOOL, municipality: null }],
    [undefined, { organisationOf: null, organisation: null, municipality: null }],
  ])('is the organisation that %s tells', (of, expected) => {
    expect(askedWith([rule('a', ALWAYS, { of })]).lead).toMatchObject(expected);
  });

  it.each([['subject.municipality'], ['subject.lastInstitution']])('is no organisation when %s does not tell', (of) => {
    expect(askedWith([rule('a', ALWAYS, { of })], { facts: [] }).lead).toMatchObject({ organisationOf: of, organisation: null, municipality: null });
  });
});

describe('the rule set', () => {
  const sets = [
    { set: 'old', nl: 'Oud', validFrom: '2019-01-01', validUntil: '2019-12-31', rules: [rule('old', ALWAYS)] },
    { set: 'new', nl: 'Nieuw', validFrom: '2020-01-01', rules: [rule('new', ALWAYS)] },
  ];
  const on = (date: CivilDate): LegalResponsibility => legalResponsibility(smallBook({ responsibility: sets }), youthWith(YOUTH, date));

  it('is the one of the date', () => {
    expect(['2019-01-01', '2019-12-31', '2020-01-01'].map((date) => [on(date).set, on(date).lead.rule])).toEqual([['old', 'old'], ['old', 'old'], ['new', 'new']]);
  });

  it('is an error on a date that none covers', () => {
    expect(() => on('2018-12-31')).toThrow('no rule set covers this date');
  });

  it('tells on which day another one takes over', () => {
    const youth = youthWith(YOUTH, '2019-09-01');
    legalResponsibility(smallBook({ responsibility: sets }), youth);
    expect(youth.history.asOf.nextChange).toBe('2020-01-01');
  });
});
