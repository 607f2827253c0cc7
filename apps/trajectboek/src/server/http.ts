import { problemDocument } from '@trajectboek/api';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { parseJsonBody } from './json-body.js';

const BODY_LIMIT_BYTES = 16 * 1024 * 1024;
/** The only route that reads its body as a stream. */
const STREAMED = '/v1/events';
const PROBLEM = 'application/problem+json';

/** In every answer: the version of the API and what a browser may do with it (NLGov API Design Rules, /core/version-header and /core/transport/security-headers). */
const HEADERS: Readonly<Record<string, string>> = {
  'API-Version': '1.0.0',
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
};

/** Fastify as this product uses it: random request ids, JSON logs without addresses' contents, no trailing slash magic. */
export function createHttpAdapter(options: { readonly logLevel: string }): FastifyAdapter {
  return new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    forceCloseConnections: true,
    genReqId: () => randomBytes(16).toString('hex'),
    logger: { level: options.logLevel, serializers: { req: ({ method, routeOptions }: FastifyRequest) => ({ method, route: routeOptions.url }) } },
    logController: new LogController({ disableRequestLogging: true }),
    // An address that cannot be read comes to no route, and so to no filter of Nest.
    frameworkErrors: (_error: unknown, _request: unknown, reply: FastifyReply) => {
      const document = problemDocument('not-found', 'Dit adres bestaat niet.');
      void reply.headers(HEADERS).status(document.status).type(PROBLEM).send(JSON.stringify(document));
    },
  });
}

/** Body forms of the wire contract, and the headers of every answer. */
export function prepareHttp(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  // Only the forms that the contract names: Fastify takes text by itself.
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(['application/json', 'application/cloudevents+json', 'application/cloudevents-batch+json'], { parseAs: 'buffer' }, parseJsonBody);
  fastify.addContentTypeParser('application/x-ndjson', (request, payload, done) => {
    const isTaken = request.routeOptions.url === STREAMED;
    done(isTaken ? null : Object.assign(new Error('this route takes no stream'), { statusCode: 415 }), payload);
  });
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(HEADERS);
    done();
  });
}
