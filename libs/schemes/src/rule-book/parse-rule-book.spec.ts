import { describe, expect, it } from '@jest/globals';
import { DOCUMENT, RULE_BOOK } from '../testing/youths.js';
import { parseRuleBook } from './parse-rule-book.js';
import { RuleBookError } from './tree.js';

type Section = 'clocks' | 'definitions' | 'settings' | 'responsibility';
type Document = { meta: Record<string, unknown> } & Record<Section, Record<string, unknown>[]>;

/** The rule book with one thing changed in the entry with the code. */
function faultsWith(section: Section, code: string, change: Record<string, unknown>): readonly string[] {
  const document = structuredClone(DOCUMENT) as Document;
  const entry = document[section].find((candidate) => candidate['code'] === code || candidate['set'] === code);
  Object.assign(entry ?? {}, change);
  return faultsOf(document);
}

function faultsOf(document: unknown): readonly string[] {
  try {
    parseRuleBook(document);
    return [];
  } catch (error) {
    if (error instanceof RuleBookError) return error.faults;
    throw error;
  }
}

function nested(depth: number): unknown {
  return depth === 1 ? { has: 'work' } : { not: nested(depth - 1) };
}

describe('the rule book', () => {
  it('is read as a whole', () => {
    expect([RULE_BOOK.clocks.length, RULE_BOOK.definitions.size, RULE_BOOK.responsibility.length, RULE_BOOK.settings.all.length]).toEqual([152, 67, 4, 52]);
  });

  it('tells all faults at once', () => {
    const document = structuredClone(DOCUMENT) as Document;
    Object.assign(document.clocks[0] ?? {}, { kind: 'folklore', wanrBefore: 'P1D' });
    Object.assign(document.definitions[0] ?? {}, { when: { hass: 'work' } });
    expect(faultsOf(document)).toEqual([
      'definitions[default].when: unknown operator "hass"', 'clocks[age-16]: unknown key "wanrBefore"',
      'clocks[age-16].kind: is not one of statutory, municipal-policy, programme, recommendation',
    ]);
  });

  it.each<[string, Section, string, Record<string, unknown>, string]>([
    ['an event type', 'clocks', 'transition-gap', { cancelledBy: [{ event: 'SchoolLeft' }] }, 'clocks[transition-gap].cancelledBy[0].event: unknown event type "SchoolLeft"'],
    ['a field', 'clocks', 'vsv-report', { startsOn: { event: 'EnrolmentEnded', when: { eq: ['data.why', 'other'] } } }, 'clocks[vsv-report].startsOn.when.eq[0]: unknown path "data.why"'],
    ['a field of the start', 'clocks', 'handover-answer', { due: { at: { path: 'start.replyBy' } } }, 'clocks[handover-answer].due.at.path: unknown path "start.replyBy"'],
    ['a field that must be the same', 'clocks', 'handover-answer', { satisfiedBy: [{ event: 'HandoverAccepted', when: { same: ['answerBy'] } }] }, 'clocks[handover-answer].satisfiedBy[0].when.same: no field "answerBy" to compare'],
    ['a fact', 'definitions', 'not-schoolable', { when: { eq: ['subject.shoeSize', 43] } }, 'definitions[not-schoolable].when.eq[0]: unknown path "subject.shoeSize"'],
    ['a facet', 'definitions', 'not-schoolable', { when: { has: 'hope' } }, 'definitions[not-schoolable].when.has: unknown facet "hope"'],
    ['a definition', 'definitions', 'not-schoolable', { when: { is: 'lost' } }, 'definitions[not-schoolable].when.is: unknown definition "lost"'],
    ['a setting', 'clocks', 'transition-gap', { due: { after: { setting: 'gap' } } }, 'clocks[transition-gap].due.after.setting: unknown setting "gap"'],
    ['an event set', 'clocks', 'transition-gap', { satisfiedBy: [{ set: 'anything' }] }, 'clocks[transition-gap].satisfiedBy[anything]: unknown event set "anything"'],
    ['a party', 'clocks', 'transition-gap', { owner: { party: 'king' } }, 'clocks[transition-gap].owner.party: unknown party "king"'],
    ['a form of due', 'clocks', 'transition-gap', { due: { soon: true } }, 'clocks[transition-gap].due: needs one of after, at, before, birthday, every'],
    ['a period', 'clocks', 'transition-gap', { due: { after: 'PT3H' } }, 'clocks[transition-gap].due.after: is not a period of days, months or years'],
    ['a date', 'clocks', 'transition-gap', { validFrom: '2020-02-30' }, 'clocks[transition-gap].validFrom: is not an existing date'],
    ['a replacement', 'clocks', 'transition-gap', { replacedBy: 'nothing' }, 'clocks: transition-gap is replaced by an unknown clock "nothing"'],
  ])('refuses %s that does not exist', (_, section, code, change, fault) => {
    expect(faultsWith(section, code, change)).toEqual([fault]);
  });

  it('refuses a definition that needs itself', () => {
    expect(faultsWith('definitions', 'leerplichtig', { when: { is: 'kwalificatieplichtig' } })).toEqual(expect.arrayContaining(['definitions[leerplichtig]: is defined by itself']));
  });

  it('refuses a tree deeper than eight levels', () => {
    expect(faultsWith('definitions', 'not-schoolable', { when: nested(8) })).toEqual([]);
    expect(faultsWith('definitions', 'not-schoolable', { when: nested(9) })).toEqual([`definitions[not-schoolable].when${'.not'.repeat(8)}: lies deeper than 8 levels`]);
  });

  it('refuses an operator or a fact of a later version', () => {
    const document = structuredClone(DOCUMENT) as Document;
    document.meta['operators'] = [{ operator: 'eq / near', form: '', meaning: '' }];
    document.meta['subjectFacts'] = { favouriteColour: { from: [], rule: '' } };
    expect(faultsOf(document)).toEqual(['meta.operators[0]: unknown operator "near"', 'meta.subjectFacts.favouriteColour: unknown subject fact']);
  });

  it('refuses what is no rule book at all', () => {
    expect(faultsOf('rules').length).toBeGreaterThan(5);
  });
});

describe('a setting', () => {
  const { settings } = RULE_BOOK;

  it('has the value of its date, and tells when that changes', () => {
    expect(['2025-12-31', '2026-01-01'].map((date) => settings.valueOf('rmcUpperAge', date))).toEqual([23, 27]);
    expect([settings.nextChange('rmcUpperAge', '2025-12-30'), settings.nextChange('rmcUpperAge', '2026-01-01'), settings.nextChange('contactWindow', '2020-01-01')]).toEqual(['2026-01-01', undefined, undefined]);
  });

  it('has the value of a municipality where that may choose one, for as long as it chose', () => {
    const own = parseRuleBook(DOCUMENT, { overrides: [{ setting: 'contactWindow', municipality: 'GM0014', value: 'P60D', validFrom: '2021-01-01', validUntil: '2021-12-31' }] }).settings;
    const on = (date: string, municipality?: string): unknown => own.valueOf('contactWindow', date, municipality);
    expect([on('2021-06-01', 'GM0014'), on('2021-06-01', 'GM0153'), on('2021-06-01'), on('2022-01-01', 'GM0014')]).toEqual(['P60D', 'P90D', 'P90D', 'P90D']);
    expect([own.nextChange('contactWindow', '2021-06-01', 'GM0014'), own.nextChange('contactWindow', '2021-06-01', 'GM0153')]).toEqual(['2022-01-01', undefined]);
  });

  it('takes the rows that stand in the document itself', () => {
    const document = structuredClone(DOCUMENT) as Document;
    Object.assign(document.settings.find(({ code }) => code === 'contactWindow') ?? {}, { rows: [{ municipality: 'GM0014', value: 'P60D', validFrom: null, validUntil: null }] });
    expect(parseRuleBook(document).settings.valueOf('contactWindow', '2021-06-01', 'GM0014')).toBe('P60D');
  });

  it('that only the law may change keeps its value', () => {
    expect(() => parseRuleBook(DOCUMENT, { overrides: [{ setting: 'rmcUpperAge', municipality: 'GM0014', value: 25, validFrom: null, validUntil: null }] })).toThrow('a municipality may not have a value of its own');
  });

  it('that does not exist is an error', () => {
    expect(() => settings.valueOf('luck', '2020-01-01')).toThrow('no setting luck');
  });
});
