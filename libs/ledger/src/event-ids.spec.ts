import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v5 } from 'uuid';
import { eventIdOf } from './event-ids.js';

const NAMESPACE = '6f1d0c1e-5c0b-4f0e-9a52-3f4b8f9f2d71';

describe('the id of an event', () => {
  it('is the UUIDv5 of its source and the id of its sender', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 100 }), fc.string({ unit: 'grapheme', maxLength: 100 }), (source, id) => expect(eventIdOf(source, id)).toBe(v5(`${source} ${id}`, NAMESPACE))), { numRuns: 500 });
  });

  it('never changes', () => {
    expect(eventIdOf('urn:nld:oin:00000099000000000101', 'school-1')).toBe('7c67c47e-258d-54ed-bc1e-c42d590ed619');
  });
});
