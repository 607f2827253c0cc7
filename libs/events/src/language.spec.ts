import { EVENT_TYPES, findEventType, getEventType } from './catalogue.js';
import { CODE_LISTS } from './language/code-lists.js';
import { findFaults } from './validate.js';

const faultsOf = (name: Parameters<typeof getEventType>[0], data: unknown): string[] =>
  findFaults(getEventType(name), data).map(({ pointer, code }) => `${pointer} ${code}`);

describe('the language', () => {
  it('has 109 event types, each once, with a Dutch label and a wire type', () => {
    expect(EVENT_TYPES).toHaveLength(109);
    expect(new Set(EVENT_TYPES.map(({ wireType }) => wireType)).size).toBe(109);
    expect(new Set(EVENT_TYPES.map(({ label }) => label)).size).toBe(109);
    expect(EVENT_TYPES.filter(({ wireType }) => !/^nl\.jongerentrajecten\.[a-z0-9]+(?:-[a-z0-9]+)*\.v1$/.test(wireType))).toEqual([]);
  });

  it('finds a type by its name and by its wire type, and no other', () => {
    expect(findEventType('nl.jongerentrajecten.handover-offered.v1')?.name).toBe('HandoverOffered');
    expect(findEventType('HandoverOffered')?.wireType).toBe('nl.jongerentrajecten.handover-offered.v1');
    expect(findEventType('nl.jongerentrajecten.handover-offered.v2')).toBeUndefined();
    expect(findEventType('constructor')).toBeUndefined();
  });

  it('asks of every type when it happened', () => {
    expect(EVENT_TYPES.filter(({ fields }) => !fields.some(({ name, required }) => name === 'occurredAt' && required))).toEqual([]);
  });

  it('never lets what an event says reach further than that it happened', () => {
    const circles = ['none', 'care', 'involved'];
    expect(EVENT_TYPES.filter(({ that, what }) => circles.indexOf(what) > circles.indexOf(that))).toEqual([]);
  });
});

describe('data of an event', () => {
  const OFFER = { occurredAt: '2021-04-19', handoverId: 'h1', to: 'urn:nld:oin:00000099000000000101', receiverRole: 'rmc', warm: true, answerBy: '2021-05-03' };

  it('is valid with all that is required, and with what is optional', () => {
    expect(faultsOf('HandoverOffered', OFFER)).toEqual([]);
    expect(faultsOf('HandoverOffered', { ...OFFER, expectedStart: '2021-06-01', dossier: 'doc:1' })).toEqual([]);
  });

  it('has all its faults named at once', () => {
    const { answerBy: _, ...rest } = OFFER;
    expect(faultsOf('HandoverOffered', { ...rest, warm: 'ja', to: 'gemeente', receiverRole: 'boss', remark: 'x' }).sort()).toEqual([
      '/answerBy schema', '/receiverRole schema', '/remark unknown-field', '/to schema', '/warm schema',
    ]);
  });

  it.each(['2021-02-30', '21-04-2021', '2021-4-1', '', null, 20210419, '2021-04-19T10:00:00', '0001-01-01'])('is refused with %p as date', (occurredAt) => {
    expect(faultsOf('HandoverOffered', { ...OFFER, occurredAt })).toContain('/occurredAt schema');
  });

  it.each(['2021-04-19', '2021-04-19T10:00:00Z', '2021-04-19T10:00:00.123+02:00', '2024-02-29'])('may have happened at %s', (occurredAt) => {
    expect(faultsOf('HandoverOffered', { ...OFFER, occurredAt })).toEqual([]);
  });

  it('is refused when an optional field is null: absent is absent', () => {
    expect(faultsOf('HandoverOffered', { ...OFFER, expectedStart: null })).toEqual(['/expectedStart schema']);
  });

  it.each([null, undefined, 'text', 3, [], true])('is refused when it is %p', (data) => {
    expect(faultsOf('HandoverAccepted', data)).toEqual([' schema']);
  });

  it('is refused with a code outside its list', () => {
    const asked = { occurredAt: '2021-01-01', consentId: 'c1', from: 'youth', parties: [], dataCategories: ['work'], purpose: 'guidance' };
    expect(faultsOf('ConsentRequested', asked)).toEqual([]);
    expect(faultsOf('ConsentRequested', { ...asked, purpose: 'curiosity' })).toEqual(['/purpose schema']);
    expect(faultsOf('ConsentRequested', { ...asked, dataCategories: ['work', 'gossip'] })).toEqual(['/dataCategories schema']);
    expect(Object.keys(CODE_LISTS.purposes)).toContain('guidance');
  });

  it('never repeats a value in the text of a fault', () => {
    const texts = findFaults(getEventType('HandoverOffered'), { ...OFFER, to: '999912345', handoverId: 'x'.repeat(300) }).map(({ detail }) => detail).join(' ');
    expect(texts).not.toContain('999912345');
    expect(texts).not.toContain('xxx');
  });
});
