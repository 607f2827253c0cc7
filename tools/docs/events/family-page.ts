import {
  CIRCLE_LABELS, DATA_CLASS_LABELS, EVENT_TYPES, FAMILY_LABELS, fieldLabelOf, KIND_LABELS, type EventFamily, type EventTypeDescription, type FieldDescription,
} from '@trajectboek/events';
import { code, GENERATED, json, page, table } from '../markdown.js';
import { exampleEvent } from './example-event.js';
import { formOf, labelledCodes } from './fields.js';
import { meaningOf, sourcePathOf } from './meaning.js';

/** One family of event types: what each means, its fields, and an example that can be sent. */
export function familyPage(family: EventFamily): string {
  const types = EVENT_TYPES.filter((type) => type.family === family);
  const contents = types.map(({ name, label }) => `- [${name}](#${name.toLowerCase()}) ${label}`).join('\n');
  return page(`# ${FAMILY_LABELS[family]} (\`${family}\`)`, GENERATED, '[All families](README.md) · [Glossary](../glossary.md)', contents, ...types.map(section));
}

function section(type: EventTypeDescription): string {
  const { name, label, kind, that, what, dataClass, version, wireType } = type;
  const facts = [
    ['Dutch label', label], ['CloudEvents `type`', code(wireType)], ['Version', String(version)], ['Kind', `${kind} (${KIND_LABELS[kind]})`],
    ['DAT: who may know that it happened', `${that} (${CIRCLE_LABELS[that]})`], ['WAT: who may know what it says', `${what} (${CIRCLE_LABELS[what]})`],
    ['Data class', `${dataClass} (${DATA_CLASS_LABELS[dataClass]})`], ['Class', `[${sourcePathOf(type)}](../../${sourcePathOf(type)})`],
  ];
  return [
    `## ${name}`, meaningOf(type), table(['', ''], facts),
    table(['Field', 'Dutch label', 'Required', 'Form'], type.fields.map((field) => fieldRow(type, field))), json(exampleEvent(type)),
  ].join('\n\n');
}

function fieldRow(type: EventTypeDescription, field: FieldDescription): string[] {
  const codes = labelledCodes(type, field);
  const ownClass = field.dataClass ? `; data class ${field.dataClass}` : '';
  return [code(field.name), fieldLabelOf(type.name, field.name), field.required ? 'yes' : 'no', `${formOf(field)}${codes && `: ${codes}`}${ownClass}`];
}
