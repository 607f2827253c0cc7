import type { EventName } from '@trajectboek/events';

export type Json = Readonly<Record<string, unknown>>;

/** Stands in examples for the organisation that the path of one youth is about; each youth has its own. */
export const OWN = 'urn:nld:oin:00000097000000000000';
/** The other party in every path, and the employer. */
export const PARTNER = 'urn:nld:oin:00000098000000000001';
export const EMPLOYER = 'urn:nld:oin:00000098000000000002';

/** One fact of an example path. */
export interface Example {
  readonly type: EventName;
  readonly data: Json & { readonly occurredAt: string };
  /** Without it the organisation of the path itself. */
  readonly by?: string;
}

export type Examples = Readonly<Partial<Record<EventName, Omit<Example, 'type'>>>>;

/** One line of the tables of examples: the day, what is said, and who says it. */
export function on(occurredAt: string, data: Json = {}, by?: string): Omit<Example, 'type'> {
  return { data: { occurredAt, ...data }, ...(by !== undefined && { by }) };
}
