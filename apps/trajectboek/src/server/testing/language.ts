import { EVENT_TYPES, type EventTypeDescription, type FieldSchema } from '@trajectboek/events';
import { MUNICIPALITY } from '@trajectboek/testing';
import type { Json } from './facts.js';

/** Valid data for a type, with the marker in every field that a sender fills with words of his own. */
export function markedData(type: EventTypeDescription, marker: string): Json {
  return Object.fromEntries(type.fields.map(({ name, schema }) => [name, name === 'occurredAt' ? '2024-03-01' : valueFor(schema, marker)]));
}

function valueFor(schema: FieldSchema, marker: string): unknown {
  switch (schema['type']) {
    case 'boolean': return true;
    case 'integer': return 1;
    case 'array': return [valueFor(schema['items'] as FieldSchema, marker)];
    case 'object': return { occurredAt: '2024-03-01', purpose: 'exit', situation: 'school', supportNeeded: true };
    default: return textFor(schema, marker);
  }
}

function textFor({ enum: values, format, anyOf, pattern }: FieldSchema, marker: string): unknown {
  if (Array.isArray(values)) return values[0];
  if (format === 'date' || anyOf !== undefined) return '2024-03-01';
  if (typeof pattern !== 'string') return `${marker} heeft het verteld`;
  if (pattern.includes('urn:nld:oin')) return MUNICIPALITY;
  if (pattern.includes('GM')) return 'GM0153';
  return pattern.includes('person:') ? `person:${marker}` : marker;
}

export { EVENT_TYPES };
