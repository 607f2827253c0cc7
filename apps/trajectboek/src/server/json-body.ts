import type { FastifyRequest } from 'fastify';

type Done = (error: Error | null, body?: unknown) => void;

/** JSON is UTF-8 (RFC 8259, section 8.1): bytes that are not are refused, and never recorded as other text than was sent. */
const UTF_8 = new TextDecoder('utf-8', { fatal: true });

/** Content-type parser for JSON in UTF-8, with or without byte order mark, or for nothing; anything else is answered with 400. */
export function parseJsonBody(_request: FastifyRequest, body: string | Buffer, done: Done): void {
  if (body.length === 0) {
    done(null, undefined);
    return;
  }
  try {
    done(null, JSON.parse(typeof body === 'string' ? body : UTF_8.decode(body)) as unknown);
  } catch {
    done(Object.assign(new Error('the body is not JSON in UTF-8'), { statusCode: 400 }));
  }
}
