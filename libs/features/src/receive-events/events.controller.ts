import { Controller, Header, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { decideAccess } from '@trajectboek/access';
import { getAccess, IsTrueOrFalse, problem, ProblemError, Requires, VALID_QUERY, type RequestAccess } from '@trajectboek/api';
import { IsOptional } from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { fromBinaryMode } from './binary-mode.js';
import { answerAllOrNothing, answerLines } from './ndjson.js';
import { EventReceiver, type NamedOutcome, type ReceiveOptions } from './receiver.js';

/** Query of `POST /v1/events`. */
export class ReceiveQuery {
  @IsOptional() @IsTrueOrFalse() atomic?: string;
}

const MOST_IN_BATCH = 10_000;
/** Of what is kept in memory together: as much as the body of a batch. */
const MOST_BYTES = 16 * 1024 * 1024;
const IMPORT_HEADER = 'trajectboek-import';

/** Takes events in, in the forms of the CloudEvents HTTP binding and as NDJSON. */
@Controller('v1/events')
export class EventsController {
  constructor(private readonly receiver: EventReceiver) {}

  @Post()
  @HttpCode(200)
  @Header('Cache-Control', 'no-store')
  @Requires('events:append', 'Leg een of meer gebeurtenissen vast')
  async receive(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Query(VALID_QUERY) query: ReceiveQuery,
  ): Promise<unknown> {
    const access = getAccess(request);
    const options = { access, importId: importOf(request, access), atomic: query.atomic === 'true' };
    const type = String(request.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase();
    switch (type) {
      case 'application/cloudevents+json': return single(await this.receiver.receive([request.body], options), reply);
      case 'application/json': return single(await this.receiver.receive([fromBinaryMode(request.headers, request.body)], options), reply);
      case 'application/cloudevents-batch+json': return batch(await this.receiver.receive(batchOf(request.body), options));
      case 'application/x-ndjson': {
        const answer = await begun(this.#answersTo(request.body as Readable, options));
        void reply.type('application/x-ndjson');
        return answer;
      }
      default: throw problem('unsupported-media-type', 'Gebruik application/cloudevents+json, application/cloudevents-batch+json, application/json met ce-koppen, of application/x-ndjson.');
    }
  }

  #answersTo(lines: Readable, options: ReceiveOptions): AsyncGenerator<string> {
    const receive = (events: readonly unknown[]): Promise<readonly NamedOutcome[]> => this.receiver.receive(events, options);
    return options.atomic ? answerAllOrNothing(lines, receive, { lines: MOST_IN_BATCH, bytes: MOST_BYTES }) : answerLines(lines, receive);
  }
}

/** Waits for the first answers, so that a stream of which nothing can be taken gets its own status and not half an answer. */
async function begun(answers: AsyncGenerator<string>): Promise<Readable> {
  const first = await answers.next();
  return Readable.from(after(first.done === true ? [] : [first.value], answers));
}

async function* after(first: readonly string[], rest: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    yield* first;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

/** To say when something was recorded takes more than to say what happened. @throws ProblemError scope-missing */
function importOf(request: FastifyRequest, { caller }: RequestAccess): string | undefined {
  const header = request.headers[IMPORT_HEADER];
  if (header === undefined) return undefined;
  if (!decideAccess({ ...caller, scope: 'events:import' }).allowed) throw problem('scope-missing', 'Uw rol mag geen import doen.');
  return String(header);
}

function batchOf(body: unknown): readonly unknown[] {
  if (!Array.isArray(body)) throw problem('schema', 'Een batch is een JSON-lijst van gebeurtenissen.');
  if (body.length > MOST_IN_BATCH) throw problem('too-large', `Stuur hooguit ${MOST_IN_BATCH} gebeurtenissen in één batch, of gebruik application/x-ndjson.`);
  return body;
}

function single([outcome]: readonly NamedOutcome[], reply: FastifyReply): unknown {
  if (!outcome) throw new Error('one event was given no outcome');
  if (outcome.result === 'refused') throw new ProblemError(outcome.problem);
  const { source: _source, id: _id, ...receipt } = outcome;
  void reply.status(receipt.result === 'recorded' ? 201 : 200);
  return receipt;
}

function batch(outcomes: readonly NamedOutcome[]): unknown {
  const count = (wanted: NamedOutcome['result']): number => outcomes.filter(({ result }) => result === wanted).length;
  return {
    results: outcomes.map((outcome, index) => ({ index, ...outcome })),
    recorded: count('recorded'), duplicates: count('duplicate'), refused: count('refused'),
  };
}
