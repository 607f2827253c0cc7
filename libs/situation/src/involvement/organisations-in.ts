import type { Chronicle } from '@trajectboek/events';

const ORGANISATION = /^urn:nld:oin:\d{20}$/;

/** The organisations in the path of a youth: those that stated a fact, and those that a fact names (a school whose register another one keeps). */
export function organisationsIn({ known, facts }: Chronicle): ReadonlySet<string> {
  const named = facts.flatMap(({ data }) => Object.values(data).flat()).filter((value: unknown): value is string => typeof value === 'string' && ORGANISATION.test(value));
  return new Set([...known.map(({ organisation }) => organisation), ...named]);
}
