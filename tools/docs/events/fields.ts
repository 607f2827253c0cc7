import { codeLabelOf, type EventTypeDescription, type FieldDescription, type FieldSchema } from '@trajectboek/events';

/** The codes that a field may hold; empty for a field that is not a closed list. */
export function codesOf({ schema }: Pick<FieldDescription, 'schema'>): readonly string[] {
  const list = schema['enum'] ?? itemsOf(schema)?.['enum'];
  return Array.isArray(list) ? list.map(String) : [];
}

/** What may stand in a field, in words. */
export function formOf({ schema }: Pick<FieldDescription, 'schema'>): string {
  const items = itemsOf(schema);
  return items ? `list of ${simpleForm(items)}` : simpleForm(schema);
}

/** `good` (goed), `bad` (slecht): the codes of a field with their labels. */
export function labelledCodes(type: Pick<EventTypeDescription, 'name'>, field: FieldDescription): string {
  return codesOf(field).map((value) => `\`${value}\` ${codeLabelOf(type.name, field.name, value)}`).join(', ');
}

function itemsOf(schema: FieldSchema): FieldSchema | undefined {
  return schema['items'] as FieldSchema | undefined;
}

const FORMATS: Readonly<Record<string, string>> = { date: 'date', 'date-time': 'instant' };
const TYPES: Readonly<Record<string, string>> = { boolean: 'true or false', integer: 'whole number', object: 'data of another type' };

function simpleForm(schema: FieldSchema): string {
  const { type, format, pattern } = schema;
  if ('enum' in schema) return 'code from the list';
  if ('anyOf' in schema) return 'date or instant with zone';
  if (typeof format === 'string') return FORMATS[format] ?? format;
  if (typeof pattern === 'string') return formOfPattern(pattern);
  return TYPES[String(type)] ?? 'text, at most 200 characters';
}

function formOfPattern(pattern: string): string {
  if (pattern.includes('oin')) return 'organisation (`urn:nld:oin:` and 20 digits)';
  if (pattern.startsWith('^person')) return 'pseudonym of a professional (`person:…`)';
  if (pattern.startsWith('^GM')) return 'municipality (`GM` and 4 digits)';
  return 'code';
}
