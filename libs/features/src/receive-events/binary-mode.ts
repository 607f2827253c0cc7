import { problem } from '@trajectboek/api';
import type { Attributes } from './cloud-event.js';

const PREFIX = 'ce-';

/**
 * Binary mode: attributes in `ce-` headers, the data in the body (CloudEvents HTTP binding 1.0.2, section 3.1).
 * @throws ProblemError schema
 */
export function fromBinaryMode(headers: Readonly<Record<string, unknown>>, data: unknown): Attributes {
  const attributes = Object.entries(headers).filter(([name]) => name.startsWith(PREFIX)).map(([name, value]) => [name.slice(PREFIX.length), decoded(name, value)] as const);
  if (attributes.length === 0) throw problem('schema', 'Zet de kenmerken in ce-koppen, of stuur application/cloudevents+json.');
  return { ...Object.fromEntries(attributes), data };
}

/** A header holds ASCII: everything else in an attribute is sent percent-encoded (section 3.1.3.2). */
function decoded(name: string, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return decodeURIComponent(value);
  } catch {
    throw problem('schema', 'Een kop is niet goed gecodeerd.', [{ pointer: `/${name.slice(PREFIX.length)}`, code: 'schema', detail: 'heeft een % zonder twee hexadecimale cijfers' }]);
  }
}
