import { findEventType, findFaults, isMoment, instantOf, type EventTypeDescription, type TrajectoryId } from '@trajectboek/events';
import { problemDocument, type ProblemDocument, type ProblemFault } from '@trajectboek/api';
import type { Proposal } from '@trajectboek/ledger';
import { LONGEST_NAME, isName, isPlainText, mentionsBsn, textFaults } from './sent-text.js';

/** A CloudEvent that is fit for the ledger: its type exists and its data is valid. */
export interface ReceivedEvent {
  readonly subject: TrajectoryId;
  readonly proposal: Proposal;
  readonly time: string | null;
}

export type Parsed = { readonly event: ReceivedEvent } | { readonly problem: ProblemDocument; readonly source: string | null; readonly id: string | null };

export type Attributes = Readonly<Record<string, unknown>>;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const SOURCE = /^urn:nld:oin:\d{20}(?::systeem:[A-Za-z0-9._-]{1,60})?$/;
const MEDIA_TYPE = /^application\/json\s*(?:;|$)/i;

/** More than any event has fields: an answer is never larger than what it answers. */
const MOST_FAULTS = 200;

interface Rule {
  readonly required: boolean;
  readonly isGood: (value: string) => boolean;
  readonly detail: string;
}

const required = (isGood: Rule['isGood'], detail: string): Rule => ({ required: true, isGood, detail });
const optional = (isGood: Rule['isGood'], detail: string): Rule => ({ required: false, isGood, detail });
const UNUSED = optional((value) => isPlainText(value) && !mentionsBsn(value), 'is geen tekst zonder burgerservicenummer');

/** Attributes of CloudEvents 1.0 and of the extensions that we know (tracing, sequence, NL GOV profile). */
const RULES: ReadonlyMap<string, Rule> = new Map([
  ['specversion', required((value) => value === '1.0', 'moet "1.0" zijn')],
  ['type', required((value) => findEventType(value) !== undefined, 'bestaat niet; zie /v1/event-types')],
  ['source', required((value) => SOURCE.test(value) && !mentionsBsn(value), 'is geen urn:nld:oin: met 20 cijfers')],
  ['id', required(isName, 'is geen tekst van 1 tot 200 tekens zonder spaties en zonder burgerservicenummer')],
  ['subject', required((value) => UUID.test(value), 'is geen trajectnummer (UUID)')],
  ['time', optional((value) => value.length > 'JJJJ-MM-DD'.length && isMoment(value), 'is geen tijdstip met tijdzone')],
  ['datacontenttype', optional((value) => MEDIA_TYPE.test(value), 'moet application/json zijn')],
  ['dataref', optional(isName, 'is geen verwijzing zonder burgerservicenummer')],
  ...['dataschema', 'sequence', 'sequencetype', 'traceparent', 'tracestate'].map((name) => [name, UNUSED] as const),
]);

/** Checks one CloudEvent against CloudEvents 1.0, the NL GOV profile and the language; all faults at once. */
export function parseCloudEvent(raw: unknown): Parsed {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    return { problem: problemDocument('schema', 'Een gebeurtenis is een JSON-object.'), source: null, id: null };
  }
  const { data, ...attributes } = raw as Attributes;
  const given = Object.fromEntries(Object.entries(attributes).filter(([, value]) => value !== null));
  const type = typeof given['type'] === 'string' ? findEventType(given['type']) : undefined;
  const faults = [...attributeFaults(given), ...(type ? dataFaults(type, data) : [])];
  if (!type || faults.length > 0) return { source: textOf(given['source']), id: textOf(given['id']), problem: schemaProblem(faults) };
  return { event: toReceived(type, { ...given, data }) };
}

function toReceived(type: EventTypeDescription, { subject, source, id, data, time }: Attributes): ReceivedEvent {
  const proposal: Proposal = { type: type.name, source: String(source), id: String(id), data: data as Proposal['data'] };
  return { subject: String(subject) as TrajectoryId, proposal, time: typeof time === 'string' ? instantOf(time) : null };
}

/** `unknown-type` or `unknown-field` when that is all that is wrong, `schema` otherwise. */
export function schemaProblem(faults: readonly ProblemFault[]): ProblemDocument {
  const only = (['unknown-type', 'unknown-field'] as const).find((wanted) => faults.every(({ code }) => code === wanted));
  const detail = only === 'unknown-type' ? 'Kijk in /v1/event-types welke soorten er zijn.' : 'Zie errors voor alles wat er niet klopt.';
  return problemDocument(only ?? 'schema', detail, faults.slice(0, MOST_FAULTS));
}

function dataFaults(type: EventTypeDescription, data: unknown): ProblemFault[] {
  return [...findFaults(type, data), ...textFaults(data)].map((fault) => ({ ...fault, pointer: `/data${fault.pointer}` }));
}

function attributeFaults(given: Attributes): ProblemFault[] {
  const wrong = [...RULES].flatMap(([name, rule]) => {
    const detail = faultOf(given[name], rule);
    return detail === undefined ? [] : [{ pointer: `/${name}`, code: codeOf(name, given[name]), detail }];
  });
  const unknown = Object.keys(given).filter((name) => !RULES.has(name)).map((name) => ({ pointer: `/${name}`, code: 'unknown-field', detail: 'onbekend veld' }));
  return [...wrong, ...unknown];
}

function faultOf(value: unknown, { required: isRequired, isGood, detail }: Rule): string | undefined {
  if (value === undefined) return isRequired ? 'ontbreekt' : undefined;
  return typeof value === 'string' && isGood(value) ? undefined : detail;
}

/** A text that is no type of ours may be one of a newer version of the language. */
function codeOf(name: string, value: unknown): string {
  return name === 'type' && typeof value === 'string' ? 'unknown-type' : 'schema';
}

/** What was sent, to recognise the event by in the answer; never what may be a person's number. */
function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.length <= LONGEST_NAME && isPlainText(value) && !mentionsBsn(value) ? value : null;
}
