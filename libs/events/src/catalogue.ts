import { describeFields, type FieldDescription } from './language/fields.js';
import { getEventTypeOptions, type EventClass, type EventFamily, type EventTypeOptions } from './language/event-type.js';
import { FAMILIES } from './language.js';

type Families = typeof FAMILIES;
type UnionToIntersection<U> = (U extends unknown ? (arg: U) => void : never) extends (arg: infer I) => void ? I : never;
type ClassesByName = UnionToIntersection<Families[keyof Families]>;

/** The name of an event type as it stands in code and answers: `HandoverOffered`. */
export type EventName = keyof ClassesByName & string;
/** The data of one event type, with `occurredAt`. */
export type EventDataOf<Name extends EventName> = ClassesByName[Name] extends new () => infer Data ? Data : never;

/** Everything the language says about one event type. */
export interface EventTypeDescription extends EventTypeOptions {
  readonly name: EventName;
  readonly family: EventFamily;
  readonly version: number;
  /** The CloudEvents `type`: `nl.jongerentrajecten.handover-offered.v1`. */
  readonly wireType: string;
  readonly eventClass: EventClass;
  readonly fields: readonly FieldDescription[];
}

const WIRE_PREFIX = 'nl.jongerentrajecten.';

function toKebab(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
}

function describe(family: EventFamily, name: EventName, eventClass: EventClass): EventTypeDescription {
  const options = getEventTypeOptions(eventClass);
  const version = options.version ?? 1;
  return { ...options, name, family, version, eventClass, wireType: `${WIRE_PREFIX}${toKebab(name)}.v${version}`, fields: describeFields(eventClass) };
}

/** All event types in the order of the language. */
export const EVENT_TYPES: readonly EventTypeDescription[] = Object.entries(FAMILIES).flatMap(([family, classes]) =>
  Object.entries(classes).map(([name, eventClass]) => describe(family as EventFamily, name as EventName, eventClass)));

const BY_NAME = new Map<string, EventTypeDescription>(EVENT_TYPES.map((type) => [type.name, type]));
const BY_WIRE_TYPE = new Map<string, EventTypeDescription>(EVENT_TYPES.map((type) => [type.wireType, type]));

/** Finds a type by its name (`HandoverOffered`) or its wire type (`nl.jongerentrajecten.handover-offered.v1`). */
export function findEventType(nameOrWireType: string): EventTypeDescription | undefined {
  return BY_WIRE_TYPE.get(nameOrWireType) ?? BY_NAME.get(nameOrWireType);
}

/** The same as `findEventType`; throws where the language has no such type. */
export function getEventType(name: EventName): EventTypeDescription {
  const type = BY_NAME.get(name);
  if (!type) throw new Error(`the language has no event type ${name}`);
  return type;
}
