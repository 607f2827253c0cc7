import { describe, expect, it } from '@jest/globals';
import { clock, definition, documentOf, faultsIn, faultsOf, setting, smallBook } from '../testing/small-book.js';
import { youthWith } from '../testing/youths.js';
import { outcomeOf } from '../definitions/definitions-for.js';
import { runs } from './rule-book.js';

const RULE = { code: 'r', role: 'lead', party: 'rmc', duty: 'must', when: { and: [] }, source: ['example'], confidence: 'stated' };
const SET = { set: 's', nl: 'Regels', validFrom: null, validUntil: null, rules: [RULE] };

describe('a rule book', () => {
  it('is read without faults when it has next to nothing', () => {
    const book = smallBook({});
    expect([book.version, book.clocks, book.definitions.size, book.responsibility, book.settings.all.length]).toEqual(['1.0', [], 0, [], 2]);
  });

  it('knows its parties by name, and another by its code', () => {
    const { parties } = smallBook({});
    expect([parties.codes, parties.labelOf('rmc'), parties.labelOf('king')]).toEqual([['rmc', 'school', 'municipality', 'none'], 'RMC', 'king']);
  });

  it('knows regions of its own, beside those of the reference tables', () => {
    const alone = smallBook({});
    const both = smallBook({}, { regionNamesOf: (municipality, date) => (municipality === 'GM0034' && date >= '2020-01-01' ? ['Flevoland'] : []) });
    expect([alone.regionNamesOf('GM0034', '2020-01-01'), alone.regionNamesOf('GM0153', '2020-01-01')]).toEqual([['Polder'], []]);
    expect([both.regionNamesOf('GM0034', '2020-01-01'), both.regionNamesOf('GM0034', '2019-12-31'), both.regionNamesOf('GM0995', '2020-01-01')]).toEqual([['Polder', 'Flevoland'], ['Polder'], ['Polder']]);
  });

  it('knows sets of events', () => {
    expect(smallBook({}).eventSets.get('talk')?.map(({ type, anyDate }) => [type, anyDate])).toEqual([['ContactMade', false], ['MeetingHeld', false]]);
  });

  it('runs the clocks that always run and those that are switched on', () => {
    const { clocks } = smallBook({ clocks: [clock('always'), clock('off', { enabledByDefault: false }), clock('on', { enabledByDefault: false })] });
    expect(clocks.filter((some) => runs(some, new Set(['on']))).map(({ code }) => code)).toEqual(['always', 'on']);
  });

  it('may use the operators and facts of its own version', () => {
    expect(faultsIn({ meta: { operators: [{ operator: 'eq / ne' }, { operator: 'lt lte gt gte' }], subjectFacts: { municipality: {} } } })).toEqual([]);
  });

  it.each<[string, object, readonly string[]]>([
    ['two clocks with one code', { clocks: [clock('c'), clock('d'), clock('c')] }, ['clocks: two clocks have the code "c"']],
    ['a clock that an unknown one replaces', { clocks: [clock('c', { replacedBy: 'd' })] }, ['clocks: c is replaced by an unknown clock "d"']],
    ['two definitions with one code', { definitions: [definition('d', { has: 'work' }), definition('d', { has: 'care' })] }, ['definitions[d]: has a code that is there already']],
    ['an unknown operator', { meta: { operators: [{ operator: 'eq / near' }] } }, ['meta.operators[0]: unknown operator "near"']],
    ['an operator that every object has', { meta: { operators: [{ operator: 'toString' }] } }, ['meta.operators[0]: unknown operator "toString"']],
    ['an unknown subject fact', { meta: { subjectFacts: { shoeSize: {} } } }, ['meta.subjectFacts.shoeSize: unknown subject fact']],
    ['a party without a name', { meta: { parties: { rmc: {} } } }, ['meta.parties.rmc.nl: is not a text']],
    ['a region that is no list', { meta: { regions: { Polder: 'GM0034' } } }, ['meta.regions.Polder: is not a list']],
    ['a set of unknown events', { meta: { eventSets: { talk: [{ event: 'SchoolLeft' }] } } }, ['meta.eventSets.talk[0].event: unknown event type "SchoolLeft"']],
    ['a version that is no text', { meta: { version: 1 } }, ['meta.version: is not a text']],
  ])('is refused with %s', (_, parts, faults) => {
    expect(faultsIn(parts)).toEqual(faults);
  });

  it('is refused without its parts', () => {
    expect(faultsOf(null)).toEqual(expect.arrayContaining(['meta.operators: is not a list', 'meta.subjectFacts: is not a mapping', 'settings: is not a list', 'definitions: is not a list', 'meta.eventSets: is not a mapping', 'meta.parties: is not a mapping', 'meta.regions: is not a mapping', 'responsibility: is not a list', 'clocks: is not a list']));
  });
});

describe('a definition', () => {
  const youth = youthWith([['2020-01-01', 'InstitutionStayStarted', { category: 'clinic' }]], '2020-06-01');

  it('may use one that comes later', () => {
    const book = smallBook({ definitions: [definition('first', { not: { is: 'second' } }), definition('second', { has: 'care' })] });
    expect([outcomeOf(book, youth, 'first'), outcomeOf(book, youth, 'second')]).toEqual([false, true]);
  });

  it('keeps where it comes from', () => {
    const { definitions } = smallBook({ definitions: [definition('here', { has: 'care' }, { municipality: ['GM0014'] }), definition('everywhere', { has: 'care' }, { about: 'duty', confidence: 'inferred', validFrom: '2020-01-01', source: ['S1'] })] });
    expect([definitions.get('here')?.municipalities, definitions.get('everywhere')?.municipalities]).toEqual([new Set(['GM0014']), null]);
    expect(definitions.get('everywhere')).toMatchObject({ code: 'everywhere', label: 'Definitie everywhere', about: 'duty', confidence: 'inferred', validFrom: '2020-01-01', validUntil: null, source: ['S1'] });
  });

  const inCircle = (...codes: readonly string[]): readonly string[] => codes.map((code) => `definitions[${code}]: is defined by itself`);
  it.each<[string, readonly (readonly [string, unknown])[], readonly string[]]>([
    ['by its own name', [['a', { is: 'a' }]], inCircle('a')],
    ['by one that needs it', [['a', { not: { is: 'b' } }], ['b', { and: [{ has: 'work' }, { is: 'a' }] }]], inCircle('a', 'b')],
    ['by a circle of three, and not what only leads to it', [['a', { is: 'b' }], ['b', { is: 'c' }], ['c', { is: 'a' }], ['d', { is: 'a' }]], inCircle('a', 'b', 'c')],
    ['deep inside', [['a', { at: { day: '10-01', yearsBack: 0, test: { or: [{ has: 'work' }, { is: 'a' }] } } }]], inCircle('a')],
    ['not, when two need the same one', [['a', { and: [{ is: 'b' }, { is: 'c' }] }], ['b', { is: 'd' }], ['c', { is: 'd' }], ['d', { has: 'work' }]], []],
  ])('is refused when it needs itself %s', (_, definitions, faults) => {
    expect(faultsIn({ definitions: definitions.map(([code, when]) => definition(code, when)) })).toEqual(faults);
  });

  it.each<[string, object, readonly string[]]>([
    ['another word', { unless: 'x' }, ['definitions[d]: unknown key "unless"']],
    ['a name that is no text', { nl: 3 }, ['definitions[d].nl: is not a text']],
    ['another subject', { about: 'luck' }, ['definitions[d].about: is not one of out-of-view, early-leaver, target-group, duty, status, privacy, outcome']],
    ['one municipality', { municipality: 'GM0014' }, ['definitions[d].municipality: is not a list']],
    ['one source', { source: 'S1' }, ['definitions[d].source: is not a list']],
    ['an unknown confidence', { confidence: 'high' }, ['definitions[d].confidence: is not one of stated, inferred, unverified']],
    ['a date that does not exist', { validFrom: '2020-02-30' }, ['definitions[d].validFrom: is not an existing date']],
  ])('is refused with %s', (_, more, faults) => {
    expect(faultsIn({ definitions: [definition('d', { has: 'work' }, { ...more })] })).toEqual(faults);
  });

  it('without a code is refused', () => {
    expect(faultsIn({ definitions: [{ ...definition('d', { has: 'work' }), code: undefined }] })).toEqual(expect.arrayContaining(['definitions[0].code: is not a text']));
  });
});

describe('a set of rules on responsibility', () => {
  it('keeps what its rules say', () => {
    const [rules] = smallBook({ responsibility: [{ ...SET, validUntil: '2020-12-31', rules: [{ ...RULE, of: 'subject.municipality', contestedBy: ['school'], consultFirst: ['municipality'] }, RULE] }] }).responsibility;
    expect(rules).toMatchObject({ code: 's', label: 'Regels', validFrom: null, validUntil: '2020-12-31' });
    expect(rules?.rules).toMatchObject([
      { code: 'r', role: 'lead', party: 'rmc', duty: 'must', of: 'subject.municipality', contestedBy: ['school'], consultFirst: ['municipality'], source: ['example'], confidence: 'stated' },
      { of: null, contestedBy: [], consultFirst: [] },
    ]);
  });

  it.each<[string, object, readonly string[]]>([
    ['another word', { unless: 'x' }, ['responsibility[s].rules[r]: unknown key "unless"']],
    ['an unknown role', { role: 'boss' }, ['responsibility[s].rules[r].role: is not one of lead, follow, income, aftercare']],
    ['an unknown party', { party: 'king' }, ['responsibility[s].rules[r].party: unknown party "king"']],
    ['an unknown duty', { duty: 'should' }, ['responsibility[s].rules[r].duty: is not one of must, may, on-request, right, none']],
    ['an unknown holder', { of: 'subject.birthDate' }, ['responsibility[s].rules[r].of: is not one of subject.municipality, subject.lastInstitution']],
    ['an unknown party that contests it', { contestedBy: ['king'] }, ['responsibility[s].rules[r].contestedBy[0]: unknown party "king"']],
    ['an unknown party to consult', { consultFirst: ['king'] }, ['responsibility[s].rules[r].consultFirst[0]: unknown party "king"']],
    ['a condition that cannot be read', { when: { has: 'hope' } }, ['responsibility[s].rules[r].when.has: unknown facet "hope"']],
    ['an unknown confidence', { confidence: 'high' }, ['responsibility[s].rules[r].confidence: is not one of stated, inferred, unverified']],
  ])('is refused when a rule has %s', (_, more, faults) => {
    expect(faultsIn({ responsibility: [{ ...SET, rules: [{ ...RULE, ...more }] }] })).toEqual(faults);
  });

  it('is refused with another word, or dates that do not exist', () => {
    expect(faultsIn({ responsibility: [{ ...SET, validFrom: 'once', until: 'ever' }] })).toEqual(['responsibility[s]: unknown key "until"', 'responsibility[s].validFrom: is not an existing date']);
  });
});

describe('a setting', () => {
  it.each<[string, object, readonly string[]]>([
    ['another word', { unit: 'days' }, ['settings[x]: unknown key "unit"']],
    ['a value that is no text or number', { value: true }, ['settings[x].value: is not a text or a number']],
    ['a name that is no text', { nl: 3 }, ['settings[x].nl: is not a text']],
    ['an unknown confidence', { confidence: 'high' }, ['settings[x].confidence: is not one of stated, inferred, unverified']],
    ['a row with another word', { rows: [{ municipality: 'GM0014', value: 1, from: '2020-01-01' }] }, ['settings[x].rows[0]: unknown key "from"']],
    ['a row of nobody', { rows: [{ value: 1 }] }, ['settings[x].rows[0].municipality: is not a text']],
    ['a row with a date that does not exist', { rows: [{ municipality: 'GM0014', value: 1, validFrom: 'once' }] }, ['settings[x].rows[0].validFrom: is not an existing date']],
    ['a row where only the law decides', { overridableBy: 'law', rows: [{ municipality: 'GM0014', value: 1 }] }, ['settings[x]: a municipality may not have a value of its own']],
    ['dated values of which one has no value', { values: [{ value: 1, from: null, until: '2020-12-31' }, { from: '2021-01-01', until: null }] }, ['settings[x].values[1].value: is not a text or a number']],
  ])('is refused with %s', (_, more, faults) => {
    expect(faultsIn({ settings: [setting('x', 7, { ...more })] })).toEqual(faults);
  });

  it('of a municipality must be one of the rule book, that a municipality may choose', () => {
    const own = (name: string): readonly string[] => faultsIn({ settings: [setting('x', 7), setting('y', 7, { overridableBy: 'law' })] }, { overrides: [{ setting: name, municipality: 'GM0014', value: 3, validFrom: null, validUntil: null }] });
    expect([own('x'), own('y'), own('z')]).toEqual([[], ['settings[y]: a municipality may not have a value of its own'], ['settings: unknown setting "z" in an override']]);
  });
});

describe('a document', () => {
  it('of an example is one that the reader takes', () => {
    expect(faultsOf(documentOf({ clocks: [clock('c')], definitions: [definition('d', { has: 'work' })], responsibility: [SET], settings: [setting('x', 7)] }))).toEqual([]);
  });
});
