import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES, getEventType } from '@trajectboek/events';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { CATALOGUE, documentOf, schemaOf } from './event-type-document.js';

const LEFT = { occurredAt: '2025-02-10', institution: 'urn:nld:oin:00000001001234567000', reason: 'other', destination: 'unknown', withBasicQualification: false };

describe('the catalogue of event types', () => {
  it('has a Dutch label for every type, every field and every code of a closed list', () => {
    expect(CATALOGUE).toHaveLength(EVENT_TYPES.length);
    expect(documentOf(getEventType('EnrolmentEnded'))).toMatchObject({
      typeLabel: 'Uitgeschreven',
      schema: { properties: { reason: { title: 'reden', 'x-labels': { moved: 'verhuisd' } }, occurredAt: { title: 'wanneer het gebeurde' } } },
    });
    expect(documentOf(getEventType('TrackEnded'))).toMatchObject({ schema: { properties: { result: { 'x-labels': { work: 'werk' } } } } });
  });

  it('has schemas of JSON Schema 2020-12 that say the same as the validation', () => {
    const ajv = new Ajv2020({ validateFormats: false, strict: false });
    EVENT_TYPES.forEach((type) => expect(() => ajv.compile(schemaOf(type))).not.toThrow());
    const valid = new Ajv2020({ validateFormats: false, strict: false }).compile(schemaOf(getEventType('EnrolmentEnded')));
    expect([valid(LEFT), valid({ ...LEFT, reason: 'rain' }), valid({ ...LEFT, mood: 'low' }), valid({ occurredAt: '2025-02-10' })]).toEqual([true, false, false, false]);
  });
});
