import { codePlacesOf, loadRuleBook, valuesOf, type CatalogueRow } from '@trajectboek/catalogue';
import type { EventName } from '@trajectboek/events';
import { BEFORE } from './examples/before.js';
import { OWN, type Example, type Json } from './examples/example.js';
import { exampleOf, type Path } from './paths/path.js';

/** The path of the youth without the row was known first, the facts of the row came later. */
export const PATH_KNOWN = '2026-01-01T12:00:00Z';
export const BETWEEN = '2026-02-01';
export const ROW_KNOWN = '2026-03-01T12:00:00Z';

/** A row in one of the views that it names, with a youth of its own. */
export interface Showing {
  readonly row: CatalogueRow;
  readonly view: string;
  readonly path: Path;
  readonly trajectoryId: string;
  readonly organisation: string;
}

/** The CloudEvents of a youth: the path that the view needs, then the facts of the row with its code where it belongs. */
export function eventsOf(showing: Showing): readonly Json[] {
  const { row, path } = showing;
  const own = row.events.map((type) => withCodes(row, exampleOf(type, path)));
  const isOwn = (example: Example): boolean => own.some(({ type, data }) => type === example.type && keyOf(data) === keyOf(example.data));
  const needed: readonly EventName[] = [...new Set<EventName>(['TrajectoryOpened', ...path.needs ?? []])].filter((type) => !row.events.includes(type));
  const asked = [...needed.map((type) => exampleOf(type, path)), ...path.more ?? []];
  const first = [...new Map([...asked, ...own].flatMap(({ type }) => BEFORE[type] ?? []).map((example) => [JSON.stringify(example), example])).values()];
  const early = uniqueSteps([...first.filter((step) => !isOwn(step)), ...asked]);
  const waits = ({ type }: Example): boolean => (BEFORE[type] ?? []).some(isOwn);
  const later = [...own, ...early.filter(waits)].sort((a, b) => (a.data.occurredAt < b.data.occurredAt ? -1 : a.data.occurredAt > b.data.occurredAt ? 1 : 0));
  return [...early.filter((example) => !waits(example)).map((example) => [example, PATH_KNOWN] as const), ...later.map((example) => [example, ROW_KNOWN] as const)]
    .map(([example, time], index) => cloudEvent(showing, example, { time, index }));
}

function uniqueSteps(steps: readonly Example[]): readonly Example[] {
  return steps.filter((step, index) => steps.findIndex(({ type, data }) => type === step.type && keyOf(data) === keyOf(step.data) && data.occurredAt === step.data.occurredAt) === index);
}

/** What names one course in a process: two steps of one type belong to different ones. */
function keyOf({ handoverId, consentId, requestId }: Json): unknown {
  return handoverId ?? consentId ?? requestId;
}

/** The example with what the row is known by: its code in the fields where it belongs, its value of a closed list, and its aftercare scheme. */
function withCodes(row: CatalogueRow, { type, data, ...example }: Example): Example {
  const codes = codePlacesOf(row).filter((place) => place.type === type).map(({ field }) => [field, row.code]);
  const scheme = 'scheme' in data ? aftercareOf(row.code) : undefined;
  return { ...example, type, data: { ...data, ...valuesOf(row)[type], ...Object.fromEntries(codes), ...(scheme !== undefined && { scheme }) } };
}

/** The aftercare clock of schemes.yaml that is about the row. */
function aftercareOf(code: string): string | undefined {
  const clocks = loadRuleBook().clocks as readonly { readonly code: string; readonly appliesTo: { readonly programme?: readonly string[] } }[];
  return clocks.find((clock) => clock.code.startsWith('aftercare-') && clock.appliesTo.programme?.includes(code))?.code;
}

function cloudEvent({ trajectoryId, organisation }: Showing, { type, data, by = OWN }: Example, { time, index }: { readonly time: string; readonly index: number }): Json {
  const id = type === 'TrajectoryOpened' ? `${OWN}-${type}` : `${OWN}-${type}-${index}`;
  const event = { specversion: '1.0', type, source: by, id, subject: trajectoryId, time, data };
  return JSON.parse(JSON.stringify(event).replaceAll(OWN, organisation)) as Json;
}
