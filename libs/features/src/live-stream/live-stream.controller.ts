import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { Clock, getAccess, NO_QUERY, Requires } from '@trajectboek/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { momentOf } from '../youths/moment.js';
import { LiveChanges } from './live-changes.js';

const POSITION = /^\d{1,15}$/;

/** Server-Sent Events: which youths changed, for who may see them; resumable by `Last-Event-ID`. */
@Controller('v1/stream')
export class LiveStreamController {
  constructor(
    private readonly changes: LiveChanges,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('stream:read', 'Volg live welke trajecten veranderen')
  stream(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Query(NO_QUERY) _query: undefined): Readable {
    void reply.type('text/event-stream');
    // Who asks for the headers only would never hear the stream, and it would never end.
    if (request.method === 'HEAD') return Readable.from([]);
    const lastEventId = request.headers['last-event-id'];
    const after = typeof lastEventId === 'string' && POSITION.test(lastEventId) ? Number(lastEventId) : undefined;
    return Readable.from(this.changes.messages(getAccess(request), () => momentOf({}, this.clock.now()), after));
  }
}
