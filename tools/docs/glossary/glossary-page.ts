import { ROLES, SCOPES } from '@trajectboek/access';
import { METRICS } from '@trajectboek/continuity-view';
import { CIRCLE_LABELS, DATA_CLASS_LABELS, FAMILY_LABELS, KIND_LABELS } from '@trajectboek/events';
import { CAUSE_LABELS, CONTRADICTION_LABELS, FACET_LABELS, STATUS_LABELS } from '@trajectboek/situation';
import { REFUSALS } from '@trajectboek/trajectory';
import { WORK_LISTS } from '@trajectboek/worklists';
import { code, GENERATED, page, table } from '../markdown.js';
import { codeListSections, codeSection, eventTypeSection, fieldSection } from './language-sections.js';

/** The bridge between the English of the wire and the Dutch that people read. */
export function glossaryPage(): string {
  return page(
    '# Glossary / Woordenlijst', GENERATED,
    'English names stand in code and on the wire, Dutch labels on screens and in documents (docs/adr/0003). A test fails when an event type, field or code has no row here.',
    labels('Statuses / Situatie van een jongere', 'Status', STATUS_LABELS),
    labels('Causes / Waarom uit beeld', 'Cause', CAUSE_LABELS),
    labels('Facets / Wat er open kan staan', 'Facet', FACET_LABELS),
    labels('Contradictions / Feiten die niet samen kunnen', 'Kind', CONTRADICTION_LABELS),
    labels('Work lists / Werklijsten', 'List', Object.fromEntries(WORK_LISTS.map(({ id, label }) => [id, label]))),
    `## Metrics / Maten\n\n${table(['Metric', 'Label', 'Unit', 'What is counted'], Object.values(METRICS).map(({ id, label, unit, definition }) => [code(id), label, unit, definition]))}`,
    labels('Kinds of event / Soorten', 'Kind', KIND_LABELS),
    labels('Circles (DAT and WAT) / Kringen', 'Circle', CIRCLE_LABELS),
    labels('Data classes / Klassen van gegevens', 'Class', DATA_CLASS_LABELS),
    labels('Families', 'Family', FAMILY_LABELS),
    labels('Roles / Rollen', 'Role', Object.fromEntries(Object.entries(ROLES).map(([role, { label }]) => [role, label]))),
    labels('Scopes / Rechten', 'Scope', SCOPES),
    `## Refusals / Weigeringen\n\n${table(['Code', 'Title', 'What to do'], Object.entries(REFUSALS).map(([refusal, { title, detail }]) => [code(refusal), title, detail]))}`,
    eventTypeSection(), fieldSection(), codeSection(), ...codeListSections(),
  );
}

function labels(title: string, head: string, rows: Readonly<Record<string, string>>): string {
  return `## ${title}\n\n${table([head, 'Dutch label'], Object.entries(rows).map(([name, label]) => [code(name), label]))}`;
}
