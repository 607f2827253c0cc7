import { validateSync, type ValidationError } from 'class-validator';
import type { EventTypeDescription } from './catalogue.js';
import { isSurelyValid } from './quick-check.js';

/** One thing that is wrong in the data of an event; `pointer` is an RFC 6901 JSON pointer within the data. */
export interface Fault {
  readonly pointer: string;
  readonly code: 'schema' | 'unknown-field';
  /** Dutch, without the value that was sent: values may be personal data. */
  readonly detail: string;
}

const OPTIONS = { forbidUnknownValues: true, stopAtFirstError: false } as const;

/** All faults of the data at once; an empty list means that it is valid for the type. */
export function findFaults(type: EventTypeDescription, data: unknown): readonly Fault[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) {
    return [{ pointer: '', code: 'schema', detail: 'is geen object' }];
  }
  const isDeclared = (name: string): boolean => type.fields.some((field) => field.name === name);
  const unknown = Object.keys(data).filter((name) => !isDeclared(name));
  if (unknown.length === 0 && isSurelyValid(type.eventClass, data)) return [];
  // Only declared names are copied: `__proto__` or `constructor` would make it an instance of something else.
  const declared = Object.fromEntries(Object.entries(data).filter(([name]) => isDeclared(name)));
  const faults = validateSync(Object.assign(new type.eventClass(), declared), OPTIONS).flatMap(toFaults);
  return [...faults, ...unknown.map((name): Fault => ({ pointer: pointerTo(name), code: 'unknown-field', detail: 'onbekend veld' }))];
}

function toFaults({ property, constraints = {}, value }: ValidationError): Fault[] {
  const details = value === undefined ? ['ontbreekt'] : Object.values(constraints);
  return details.map((detail) => ({ pointer: pointerTo(property), code: 'schema', detail }));
}

function pointerTo(name: string): string {
  return `/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}
