import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { UnreadableEventError } from '@trajectboek/ledger';
import { InvalidCursorError, ViewNotBuiltError, ViewStoreUnavailableError } from '@trajectboek/view-store';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { problemDocument, ProblemError, type ProblemDocument } from './problem.js';

/** Turns whatever ends a request into a problem document (RFC 9457); an unforeseen error never shows its text. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log = new Logger(ProblemFilter.name);

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const document = this.#documentOf(error, http.getRequest<FastifyRequest>());
    const reply = http.getResponse<FastifyReply>();
    if (document.status === 401) void reply.header('WWW-Authenticate', 'Bearer');
    void reply.status(document.status).type('application/problem+json').send(document);
  }

  #documentOf(error: unknown, request: FastifyRequest): ProblemDocument {
    if (error instanceof ProblemError) return error.document;
    if (error instanceof UnreadableEventError) return this.#incident(error, request);
    if (error instanceof InvalidCursorError) return problemDocument('invalid-query', 'De cursor is niet een die wij hebben gegeven.', [{ pointer: '?cursor', code: 'schema', detail: 'onbekende cursor' }]);
    if (error instanceof ViewNotBuiltError) return problemDocument('unavailable', 'De overzichten worden nog opgebouwd.');
    if (error instanceof ViewStoreUnavailableError) return problemDocument('unavailable', 'De overzichten zijn even niet bereikbaar.');
    const status = statusOf(error);
    if (status === 404) return problemDocument('not-found', 'Dit adres bestaat niet.');
    if (status === 413) return problemDocument('too-large', 'Stuur minder in één keer, of gebruik application/x-ndjson.');
    if (status === 415) return problemDocument('unsupported-media-type', 'Gebruik een van de vormen die in de documentatie staan.');
    if (status === 400) return problemDocument('schema', 'De inhoud is geen geldige JSON in UTF-8.');
    // Who went away half-way is no fault of ours, and nobody reads this answer.
    if (request.raw.destroyed && !request.raw.complete) return problemDocument('schema', 'De inhoud is niet tot het eind verstuurd.');
    this.#log.error({ err: error, route: request.routeOptions.url, traceId: request.id });
    return problemDocument('internal', `Meld dit met nummer ${request.id}.`);
  }

  /** Changed bytes and a lost key are two incidents, and neither is an empty answer. */
  #incident({ state, position }: UnreadableEventError, { id }: FastifyRequest): ProblemDocument {
    this.#log.fatal({ incident: state, position, traceId: id });
    return problemDocument(state, `Meld dit meteen met nummer ${id}.`);
  }
}

function statusOf(error: unknown): number | undefined {
  if (error instanceof HttpException) return error.getStatus();
  if (typeof error === 'object' && error !== null && 'statusCode' in error && typeof error.statusCode === 'number') return error.statusCode;
  return undefined;
}
