import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { getAccess, Requires, VALID_QUERY } from '@trajectboek/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { LiveChanges } from './live-changes.js';
import { StreamQuery, subscriptionTo } from './stream.query.js';
import { placeOf } from './stream-place.js';

/** Server-Sent Events: what changed in the views and lists of who listens; resumable by `Last-Event-ID`. */
@Controller('v1/stream')
export class LiveStreamController {
  constructor(private readonly changes: LiveChanges) {}

  @Get()
  @Requires('stream:read', 'Volg live wat er verandert in de overzichten en werklijsten')
  stream(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply, @Query(VALID_QUERY) query: StreamQuery): Readable {
    const subscription = subscriptionTo(query);
    void reply.type('text/event-stream');
    // Who asks for the headers only would never hear the stream, and it would never end.
    if (request.method === 'HEAD') return Readable.from([]);
    return this.changes.open(getAccess(request), subscription, placeOf(request.headers['last-event-id']));
  }
}
