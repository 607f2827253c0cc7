import { describe, expect, it } from '@jest/globals';
import { getEventType } from '@trajectboek/events';
import { catalogueLabelOf, findCatalogueRow, loadCatalogue } from './catalogue.js';
import { codePlacesOf } from './code-places.js';
import { parseCatalogue } from './parse-catalogue.js';
import { codesSaidAsValue, faultsOfValues, valuesOf } from './said-as.js';
import { parseView } from './view-reference.js';

const ROW = { code: 'duo', nl: 'DUO', aliases: [], seeds: ['S002 L1'], what: 'Education data', role: 'emits', events: ['RegisterMatched'], views: ['situation'], status_in_source: 'in-force' };
const EMPTY = { registers: [], programmes: [], instruments: [], funding: [], bodies: [], documents: [], laws: [], research: [] };
const placesOf = (code: string): readonly string[] => {
  const row = findCatalogueRow(code);
  return row ? codePlacesOf(row).map(({ type, field }) => `${type}.${field}`) : [];
};

describe('the catalogue', () => {
  it('has every row of the sources once, in its group', () => {
    const { rows, groups } = loadCatalogue();
    expect(rows).toHaveLength(565);
    expect(Object.fromEntries(Object.entries(groups).map(([group, all]) => [group, all.length]))).toEqual({ registers: 69, programmes: 143, instruments: 78, funding: 45, bodies: 77, documents: 52, laws: 52, research: 49 });
    expect(loadCatalogue()).toBe(loadCatalogue());
  });

  it('gives a code its Dutch name, and leaves a code of an organisation itself as it is', () => {
    expect([catalogueLabelOf('duo'), catalogueLabelOf('eigen-traject')]).toEqual(['Dienst Uitvoering Onderwijs (DUO)', 'eigen-traject']);
    expect(findCatalogueRow('eigen-traject')).toBeUndefined();
  });
});

describe('a catalogue that is not sound', () => {
  it.each([
    [{ events: ['RainFell'] }, /names the event RainFell/], [{ views: ['C27'] }, /names C27/], [{ views: ['facet:'] }, /no view/], [{ role: 'guest' }, /role guest/], [{ code: 'Duo X' }, /kebab-case/],
    [{ nl: '' }, /has no nl/], [{ aliases: 'DUO' }, /no list aliases/], [{ seeds: ['a', 'a'] }, /double text/], [{ role: 'context' }, /leaves facts/], [{ colour: 'red' }, /not known: colour/], [{ status_in_source: 'dead' }, /not known/],
  ])('with %j in a row says what is wrong', (change, fault) => {
    expect(() => parseCatalogue({ ...EMPTY, registers: [{ ...ROW, ...change }] })).toThrow(fault);
  });

  it('with a code twice, a group too many or too few says so', () => {
    expect(() => parseCatalogue({ ...EMPTY, registers: [ROW], laws: [ROW] })).toThrow(/twice: duo/);
    expect(() => parseCatalogue({ ...EMPTY, others: [] })).toThrow(/others/);
    expect(() => parseCatalogue({ ...EMPTY, laws: undefined })).toThrow(/no group laws/);
    expect(() => parseCatalogue([])).toThrow(/no groups/);
  });
});

describe('where a code belongs', () => {
  it('is the field that the head of the catalogue names', () => {
    expect(placesOf('duo')).toEqual(['RegisterMatched.register']);
    expect(placesOf('kix')).toEqual(['TrackStarted.programme', 'CredentialAwarded.programme', 'TrackEnded.programme', 'ActivityAttended.activity']);
    expect(placesOf('loonkostensubsidie')).toEqual(['SupportStarted.instrument', 'SupportEnded.instrument', 'SupportChanged.instrument']);
    expect(placesOf('vsv-regional-12-23')).toEqual(['TargetGroupAssigned.definition']);
    expect(placesOf('rmc-to-27')).toEqual(['RegisterMatched.legalBasis']);
    expect(placesOf('employer')).toEqual([]);
  });

  it('takes every code of the catalogue that belongs there', () => {
    const refused = loadCatalogue().rows.flatMap((row) => codePlacesOf(row).filter(({ type, field }) => {
      const pattern = getEventType(type).fields.find(({ name }) => name === field)?.schema['pattern'];
      return !new RegExp(String(pattern), 'i').test(row.code);
    }).map(({ type, field }) => `${row.code} in ${type}.${field}`));
    expect(refused).toEqual([]);
  });
});

describe('a row that is a value of a closed list', () => {
  it('is in the catalogue, and its value in the list of a field of its own events', () => {
    expect(codesSaidAsValue().filter((code) => findCatalogueRow(code) === undefined)).toEqual([]);
    expect(loadCatalogue().rows.flatMap(faultsOfValues)).toEqual([]);
  });

  it('is known by it, and another row is not', () => {
    expect([valuesOf({ code: 'vakdiploma' }), valuesOf({ code: 'duo' })]).toEqual([{ CredentialAwarded: { type: 'trade-diploma' } }, {}]);
  });
});

describe('a view that a row names', () => {
  it.each([['timeline', { kind: 'timeline' }], ['facet:searchPeriod', { kind: 'facet', name: 'searchPeriod' }], ['worklist:bsa-due', { kind: 'worklist', name: 'bsa-due' }], ['C26', { kind: 'metric', name: 'C26' }]])('%s is taken apart', (view, parts) => {
    expect(parseView(view)).toEqual(parts);
  });

  it.each(['C0', 'C27', 'facet', 'facet:', 'weather', 'weather:rain'])('%s is none', (view) => { expect(parseView(view)).toBeUndefined(); });
});
