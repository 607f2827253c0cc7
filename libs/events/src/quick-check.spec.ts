import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import fc from 'fast-check';
import { EVENT_TYPES, type EventTypeDescription } from './catalogue.js';
import type { FieldDescription } from './language/fields.js';
import { isSurelyValid } from './quick-check.js';

/** Values that one rule or another takes, and values that none does. */
const VALUES: readonly unknown[] = [
  '2021-03-01', '2021-02-30', '2021-03-01T10:00:00+01:00', 'urn:nld:oin:00000099000000000101', 'urn:nld:oin:1', 'GM0153', 'person:a-1', 'code-1', 'No Code', '', 'x'.repeat(201),
  true, false, 0, 5, -1, 1.5, 100_001, NaN, null, undefined, {}, { a: 1 }, [], ['code-1'], ['code-1', 5], [null], ['urn:nld:oin:00000099000000000101'], Array.from({ length: 101 }, () => 'code-1'),
];

function valuesOf({ schema, required }: FieldDescription): fc.Arbitrary<unknown> {
  const { enum: own = [], items } = schema as { readonly enum?: readonly unknown[]; readonly items?: { readonly enum?: readonly unknown[] } };
  const listed = [...own, ...(items?.enum ?? []).map((value) => [value])];
  const fitting = VALUES.filter((value) => value !== undefined || !required);
  return fc.oneof({ arbitrary: fc.constantFrom(...VALUES), weight: 1 }, { arbitrary: fc.constantFrom(...(listed.length > 0 ? listed : fitting)), weight: 3 });
}

function dataOf({ fields }: EventTypeDescription): fc.Arbitrary<object> {
  return fc.record(Object.fromEntries(fields.map((field) => [field.name, valuesOf(field)])), { requiredKeys: [] });
}

function isValid({ eventClass }: EventTypeDescription, data: object): boolean {
  return validateSync(Object.assign(new eventClass(), data), { forbidUnknownValues: true }).length === 0;
}

describe('the quick check of data', () => {
  it.each(EVENT_TYPES)('agrees with class-validator on $name', (type) => {
    fc.assert(fc.property(dataOf(type), (data) => expect(isSurelyValid(type.eventClass, data)).toBe(isValid(type, data))), { numRuns: 150 });
  });

  it.each(EVENT_TYPES)('is sure of good data for $name', (type) => {
    const good = Object.fromEntries(type.fields.filter(({ required }) => required).map((field) => [field.name, goodValueOf(type, field)]));
    expect([good, isSurelyValid(type.eventClass, good)]).toEqual([good, true]);
  });

  it('is never sure of a class without rules', () => {
    class Bare {}
    expect(isSurelyValid(Bare, {})).toBe(false);
  });
});

/** The first value that leaves no fault in the field. */
function goodValueOf({ eventClass }: EventTypeDescription, { name, schema }: FieldDescription): unknown {
  const own = (schema['enum'] as readonly unknown[] | undefined) ?? [];
  const items = ((schema['items'] as { readonly enum?: readonly unknown[] } | undefined)?.enum ?? []).map((value) => [value]);
  return [...own, ...items, ...VALUES].find((value) => !validateSync(Object.assign(new eventClass(), { [name]: value })).some(({ property }) => property === name));
}
