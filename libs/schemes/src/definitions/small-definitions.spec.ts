import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { definition, smallBook } from '../testing/small-book.js';
import { youthWith, type Told } from '../testing/youths.js';
import { definitionsFor, outcomeOf, type DefinitionAnswer } from './definitions-for.js';

const BOOK = (): ReturnType<typeof smallBook> => smallBook({
  definitions: [
    definition('in-care', { has: 'care' }, { about: 'target-group', confidence: 'inferred', source: ['S1', 'S2'] }),
    definition('dated', { and: [{ has: 'care' }, { not: { not: { has: 'care' } } }] }, { validFrom: '2020-03-01', validUntil: '2020-03-31' }),
    definition('vague', { and: [{ unknown: 'work-readiness' }, { unknown: 'work-readiness' }, { unknown: 'vmbo-track' }] }),
    definition('old', { unknown: 'work-readiness' }, { validUntil: '2020-03-09' }),
    definition('decided', { or: [{ unknown: 'work-readiness' }, { has: 'care' }] }),
  ],
});
const CARE: readonly Told[] = [['2020-01-01', 'InstitutionStayStarted', { category: 'clinic' }]];
const all = (facts: readonly Told[], on: CivilDate): readonly DefinitionAnswer[] => definitionsFor(BOOK(), youthWith(facts, on));

describe('an answer to a definition', () => {
  it('tells what the rule book says of it', () => {
    expect(definitionsFor(BOOK(), youthWith(CARE, '2020-03-10'), 'in-care')).toEqual([
      { definition: 'in-care', label: 'Definitie in-care', about: 'target-group', outcome: true, why: ['Krijgt zorg of dagbesteding.'], missing: [], source: ['S1', 'S2'], confidence: 'inferred' },
    ]);
  });

  it('is given for every definition, or for the one that is asked', () => {
    expect(all(CARE, '2020-03-10').map(({ definition: code, outcome }) => `${code} ${outcome}`)).toEqual(['in-care true', 'dated true', 'vague unknown', 'old not-applicable', 'decided true']);
    expect(definitionsFor(BOOK(), youthWith(CARE, '2020-03-10'), 'vague').map(({ definition: code }) => code)).toEqual(['vague']);
    expect(definitionsFor(BOOK(), youthWith(CARE, '2020-03-10'), 'lost')).toEqual([]);
  });

  it('says each reason and each missing fact once', () => {
    const [, dated, vague, , decided] = all(CARE, '2020-03-10');
    expect(dated?.why).toEqual(['Krijgt zorg of dagbesteding.']);
    expect([vague?.why, vague?.missing]).toEqual([['Niet bekend: of de jongere kan werken.', 'Niet bekend: de leerweg in het vmbo.'], ['work-readiness', 'vmbo-track']]);
    expect([decided?.why, decided?.missing]).toEqual([['Krijgt zorg of dagbesteding.'], []]);
  });

  it('is not applicable outside the dates of the definition, without reasons', () => {
    const outcomes = ['2020-02-29', '2020-03-01', '2020-03-31', '2020-04-01'].map((on) => outcomeOf(BOOK(), youthWith(CARE, on), 'dated'));
    expect(outcomes).toEqual(['not-applicable', true, true, 'not-applicable']);
    expect(all(CARE, '2020-04-01')[1]).toMatchObject({ outcome: 'not-applicable', why: [], missing: [] });
    expect(['2020-03-09', '2020-03-10'].map((on) => all(CARE, on)[3]?.missing)).toEqual([['work-readiness'], []]);
  });

  it('is about the youth that is asked', () => {
    expect([outcomeOf(BOOK(), youthWith(CARE, '2020-03-10'), 'in-care'), outcomeOf(BOOK(), youthWith([], '2020-03-10'), 'in-care')]).toEqual([true, false]);
  });

  it('is an error for a code that does not exist, when only the outcome is asked', () => {
    expect(() => outcomeOf(BOOK(), youthWith([], '2020-03-10'), 'lost')).toThrow('the rule book has no definition lost');
  });
});
