import { findEventType } from '@trajectboek/events';
import type { Scenario, ScenarioEvent, ScenarioYouth } from './scenario.js';
import { isMapping } from './shape.js';

const ORGANISATION_FIELD = '^urn:nld:oin:\\d{20}$';
/** Fields of data that name another event of the same youth (scenario-format.md). */
const REFERENCE_FIELDS = new Set(['against', 'correctedEventId', 'retractedEventId', 'eventId']);

type Data = Readonly<Record<string, unknown>>;

export interface StatedBy {
  readonly scenario: Scenario;
  readonly youth: ScenarioYouth;
  readonly event: ScenarioEvent;
}

/** The id that a sender gives to an event of a story. */
export function wireIdOf({ scenario, youth, event }: StatedBy): string {
  return `${scenario.id}:${youth.alias}:${event.id}`;
}

/** The data of an event as it is sent: aliases and ids of the file replaced, `occurredAt` from `at`. */
export function wireDataOf(stated: StatedBy): unknown {
  const { data, at, type } = stated.event;
  if (!isMapping(data)) return data;
  return { ...translate(data, type, stated), ...(at !== undefined && { occurredAt: at }) };
}

function translate(data: Data, type: string | undefined, stated: StatedBy): Data {
  const kinds = fieldKindsOf(type);
  return Object.fromEntries(Object.entries(data).map(([name, value]) => {
    if (kinds.organisations.has(name)) return [name, organisationsOf(value, stated.scenario.organisations)];
    if (REFERENCE_FIELDS.has(name)) return [name, referenceOf(value, stated)];
    if (kinds.objects.has(name) && isMapping(value)) return [name, translate(value, correctedTypeOf(data, stated), stated)];
    return [name, value];
  }));
}

/** Which fields hold organisations, and which the data of another type; from the language itself, not from their names. */
function fieldKindsOf(type: string | undefined): { organisations: ReadonlySet<string>; objects: ReadonlySet<string> } {
  const fields = (type === undefined ? undefined : findEventType(type))?.fields ?? [];
  const named = (matches: (schema: Data) => boolean): Set<string> => new Set(fields.filter(({ schema }) => matches(schema)).map(({ name }) => name));
  return { organisations: named(isOrganisation), objects: named((schema) => schema['type'] === 'object') };
}

function isOrganisation(schema: Data): boolean {
  const items = schema['items'];
  return schema['pattern'] === ORGANISATION_FIELD || (isMapping(items) && items['pattern'] === ORGANISATION_FIELD);
}

function organisationsOf(value: unknown, organisations: Scenario['organisations']): unknown {
  if (Array.isArray(value)) return value.map((one) => organisationsOf(one, organisations));
  return typeof value === 'string' ? organisations.get(value)?.id ?? value : value;
}

function findNamed(id: unknown, { youth }: StatedBy): ScenarioEvent | undefined {
  return youth.events.find((event) => event.id === id);
}

/** `<source> <id>`, which the ledger turns into its own id; an id that is not of this youth stays as it is. */
function referenceOf(value: unknown, stated: StatedBy): unknown {
  const event = findNamed(value, stated);
  return event ? `${event.by.id} ${wireIdOf({ ...stated, event })}` : value;
}

function correctedTypeOf(data: Data, stated: StatedBy): string | undefined {
  return findNamed(data['correctedEventId'], stated)?.type;
}
