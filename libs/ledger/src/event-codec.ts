import { findEventType, LANGUAGE_UPCASTS, type DataClass, type EventName, type EventTypeDescription } from '@trajectboek/events';

/** What is sealed of one event: for each data class a JSON object. The part of the event's own class has the sender's id. */
export type PlainParts = Partial<Record<DataClass, Readonly<Record<string, unknown>>>>;

export interface PlainEvent {
  readonly type: EventName;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
}

const SENSITIVE: ReadonlySet<DataClass> = new Set(['health', 'criminal']);
const VERSIONED = /^(.+)\.v(\d+)$/;

/** A type whose very name is sensitive stays inside the ciphertext (privacy-and-proof.md, Encryption). */
export function clearType(type: EventTypeDescription, ownClass: DataClass): string | null {
  return SENSITIVE.has(ownClass) ? null : versioned(type);
}

function versioned({ name, version }: EventTypeDescription): string {
  return `${name}.v${version}`;
}

/** Divides the data over the classes that its fields belong to. */
export function toParts(type: EventTypeDescription, plain: PlainEvent, ownClass: DataClass): PlainParts {
  const classOf = new Map(type.fields.flatMap(({ name, dataClass }) => (dataClass ? [[name, dataClass] as const] : [])));
  const own: Record<string, unknown> = {};
  const others: Partial<Record<DataClass, Record<string, unknown>>> = {};
  for (const [name, value] of Object.entries(plain.data)) {
    const dataClass = classOf.get(name);
    if (dataClass === undefined || dataClass === ownClass) own[name] = value;
    else (others[dataClass] ??= {})[name] = value;
  }
  const secretType = SENSITIVE.has(ownClass) ? { type: versioned(type) } : {};
  return { ...others, [ownClass]: { id: plain.id, ...secretType, data: own } };
}

/**
 * Puts an event together from its opened parts and brings its data to the current version.
 * @throws Error when the parts are not those of one event of the language
 */
export function fromParts(clear: string | null, parts: PlainParts): PlainEvent {
  const values = Object.values(parts);
  const own = values.find((part) => 'data' in part && typeof part['id'] === 'string');
  const named = clear ?? own?.['type'];
  const match = typeof named === 'string' ? VERSIONED.exec(named) : null;
  const type = match?.[1] === undefined ? undefined : findEventType(match[1]);
  if (!own || !type || !match) throw new Error('the parts are not those of one event of the language');
  const others = values.filter((part) => part !== own);
  const stored = Object.assign({}, own['data'], ...others) as Readonly<Record<string, unknown>>;
  const data = LANGUAGE_UPCASTS.toVersion(type.name, { version: Number(match[2]), data: stored }, type.version);
  return { type: type.name, id: String(own['id']), data };
}
