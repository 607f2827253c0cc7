import { CODE_LISTS, codeLabelOf, EVENT_TYPES, fieldLabelOf, type DataClass } from '@trajectboek/events';
import { codesOf } from '../events/fields.js';
import { code, table, type Row } from '../markdown.js';

/** One place in the language where a word is used. */
interface Use {
  readonly word: string;
  readonly label: string;
  readonly place: string;
  readonly dataClass: DataClass;
}

const CODE_LIST_TITLES: Readonly<Record<keyof typeof CODE_LISTS, string>> = {
  dataCategories: 'Code list `dataCategories` / Soorten gegevens',
  purposes: 'Code list `purposes` / Doelen',
  examComponents: 'Code list `examComponents` / Onderdelen van een examen',
  meetingDecisions: 'Code list `meetingDecisions` / Besluiten van een overleg',
};

export function eventTypeSection(): string {
  const rows = EVENT_TYPES.map(({ name, label, family, kind, that, what, dataClass, version }) =>
    [`[${name}](events/${family}.md#${name.toLowerCase()})`, label, kind, that, what, dataClass, String(version)]);
  return section('Event types / Soorten gebeurtenissen', ['Type', 'Dutch label', 'Kind', 'DAT', 'WAT', 'Data class', 'Version'], rows);
}

export function fieldSection(): string {
  const uses = EVENT_TYPES.flatMap((type) => type.fields.map((field): Use => (
    { word: field.name, label: fieldLabelOf(type.name, field.name), place: type.name, dataClass: field.dataClass ?? type.dataClass })));
  return section('Fields / Velden', ['Field', 'Dutch label', 'Data class', 'In'], rowsOf(uses, (group) => [[...new Set(group.map(({ dataClass }) => dataClass))].join(', ')]));
}

export function codeSection(): string {
  const uses = EVENT_TYPES.flatMap((type) => type.fields.flatMap((field) => codesOf(field).map((word): Use => (
    { word, label: codeLabelOf(type.name, field.name, word), place: `${type.name}.${field.name}`, dataClass: type.dataClass }))));
  return section('Codes', ['Code', 'Dutch label', 'In'], rowsOf(uses, () => []));
}

export function codeListSections(): readonly string[] {
  return (Object.keys(CODE_LISTS) as (keyof typeof CODE_LISTS)[]).map((list) =>
    section(CODE_LIST_TITLES[list], ['Code', 'Dutch label'], Object.entries(CODE_LISTS[list]).map(([word, label]) => [code(word), label])));
}

/** One row for each word and label; a word that means different things has more. */
function rowsOf(uses: readonly Use[], extra: (group: readonly Use[]) => Row): readonly Row[] {
  const groups = Map.groupBy(uses, ({ word, label }) => `${word} ${label}`);
  const rows = [...groups.values()].map((group) => [code(group[0]?.word ?? ''), group[0]?.label ?? '', ...extra(group), placesOf(group)]);
  return rows.sort(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0));
}

function placesOf(group: readonly Use[]): string {
  return group.length === EVENT_TYPES.length ? 'every type' : group.map(({ place }) => place).join(', ');
}

function section(title: string, head: Row, rows: readonly Row[]): string {
  return `## ${title}\n\n${table(head, rows)}`;
}
