import { codeLabelOf, EVENT_TYPES, fieldLabelOf, type EventTypeDescription, type FieldDescription } from '@trajectboek/events';

const SCHEMA = 'https://json-schema.org/draft/2020-12/schema';

type Json = Readonly<Record<string, unknown>>;

/** JSON Schema of the data of one event type, from the same declarations as its validation; titles are Dutch. */
export function schemaOf({ name, label, fields }: EventTypeDescription): Json {
  return {
    $schema: SCHEMA, $id: `https://trajectboek.example/schemas/${name}.json`, title: label, type: 'object', additionalProperties: false,
    properties: Object.fromEntries(fields.map((field) => [field.name, propertyOf(name, field)])),
    required: fields.filter(({ required }) => required).map((field) => field.name),
  };
}

/** With the Dutch label of the field, and of each code where it is a closed list. */
function propertyOf(type: EventTypeDescription['name'], { name, schema }: FieldDescription): Json {
  const codes = codesOf(schema);
  const labels = Object.fromEntries(codes.map((code) => [code, codeLabelOf(type, name, code)]));
  return { title: fieldLabelOf(type, name), ...schema, ...(codes.length > 0 && { 'x-labels': labels }) };
}

function codesOf({ enum: own, items }: FieldDescription['schema']): readonly string[] {
  const codes = own ?? (typeof items === 'object' && items !== null && 'enum' in items ? items.enum : []);
  return Array.isArray(codes) ? codes.map(String) : [];
}

/** What the catalogue says of one type; `label` is Dutch, as people read it. */
export function documentOf(type: EventTypeDescription): Json {
  const { name, wireType, label, family, kind, that, what, dataClass, version } = type;
  return { type: name, cloudEventsType: wireType, typeLabel: label, family, kind, that, what, dataClass, version, schema: schemaOf(type) };
}

export const CATALOGUE = EVENT_TYPES.map(documentOf);
