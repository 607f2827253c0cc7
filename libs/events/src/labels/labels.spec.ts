import { describe, expect, it } from '@jest/globals';
import { EVENT_TYPES } from '../catalogue.js';
import { FIELD_LABELS } from './field-labels.js';
import { codeLabelOf, CODE_LABELS, CODE_LABELS_OF_A_FIELD, fieldLabelOf } from './labels.js';

const FIELDS = EVENT_TYPES.flatMap(({ name: type, fields }) => fields.map(({ name, schema }) => ({ type, name, codes: codesOf(schema) })));

function codesOf(schema: Readonly<Record<string, unknown>>): readonly string[] {
  const items = schema['items'] as Readonly<Record<string, unknown>> | undefined;
  return (schema['enum'] ?? items?.['enum'] ?? []) as readonly string[];
}

describe('the Dutch labels of the language', () => {
  it('has one for every field of every type', () => {
    for (const { type, name } of FIELDS) expect(fieldLabelOf(type, name)).not.toBe('');
  });

  it('has one for every code of every closed list', () => {
    for (const { type, name, codes } of FIELDS) for (const code of codes) expect(codeLabelOf(type, name, code)).not.toBe('');
  });

  it('has none for a field that is not there', () => {
    const used = new Set(FIELDS.flatMap(({ type, name }) => [name, `${type}.${name}`]));
    expect(Object.keys(FIELD_LABELS).filter((name) => !used.has(name))).toEqual([]);
  });

  it('has none for a code that is not there', () => {
    const used = new Set(FIELDS.flatMap(({ codes }) => codes));
    expect(CODE_LABELS.flatMap((labels) => Object.keys(labels)).filter((code) => !used.has(code))).toEqual([]);
    const places = FIELDS.filter(({ type, name }) => `${type}.${name}` in CODE_LABELS_OF_A_FIELD);
    const unused = places.flatMap(({ type, name, codes }) => Object.keys(CODE_LABELS_OF_A_FIELD[`${type}.${name}`] ?? {}).filter((code) => !codes.includes(code)));
    expect(places).toHaveLength(Object.keys(CODE_LABELS_OF_A_FIELD).length);
    expect(unused).toEqual([]);
  });

  it('says each code once', () => {
    const codes = CODE_LABELS.flatMap((labels) => Object.keys(labels));
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('refuses what has no label', () => {
    expect(() => fieldLabelOf('JobLost', 'weather')).toThrow('JobLost.weather');
    expect(() => codeLabelOf('JobLost', 'reason', 'rain')).toThrow('JobLost.reason rain');
  });
});
