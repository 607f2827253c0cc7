import { codePlacesOf, GROUP_LABELS, ROLE_LABELS, STATUS_LABELS, valuesOf, type CatalogueRow } from '@trajectboek/catalogue';
import { codeLabelOf, fieldLabelOf, getEventType, type EventName } from '@trajectboek/events';

type Json = Readonly<Record<string, unknown>>;

/** One row of the catalogue as it is answered: each code with its Dutch label beside it. */
export function catalogueAnswer(row: CatalogueRow): Json {
  const { code, label, aliases, group, role, what, events, views, seeds, statusInSource } = row;
  return {
    code, label, aliases, group, groupLabel: GROUP_LABELS[group], role, roleLabel: ROLE_LABELS[role], what,
    events: events.map((type) => ({ type, typeLabel: getEventType(type).label })),
    fields: codePlacesOf(row).map(({ type, field }) => ({ type, field, fieldLabel: fieldLabelOf(type, field) })),
    values: (Object.entries(valuesOf(row)) as [EventName, Readonly<Record<string, string>>][]).flatMap(([type, values]) =>
      Object.entries(values).map(([field, value]) => ({ type, field, fieldLabel: fieldLabelOf(type, field), value, valueLabel: codeLabelOf(type, field, value) }))),
    views, sources: seeds, statusInSource, statusInSourceLabel: STATUS_LABELS[statusInSource],
  };
}
