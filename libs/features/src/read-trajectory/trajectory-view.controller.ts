import { Controller, Get, Injectable, Param, Query, type PipeTransform } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Access, problem, Requires, VALID_QUERY, ViewQuery, type RequestAccess } from '@trajectboek/api';
import type { TrajectoryId } from '@trajectboek/events';
import { ReadTimeline } from '../read-timeline/read-timeline.handler.js';
import { TimelineQuery } from '../read-timeline/timeline.query.js';
import { ReadTrajectory } from './read-trajectory.handler.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** A UUID is the same in capitals (RFC 9562): one youth has one id, also in what is remembered of him. */
@Injectable()
class TrajectoryIdPipe implements PipeTransform<string, TrajectoryId> {
  transform(value: string): TrajectoryId {
    if (!UUID.test(value)) throw problem('schema', 'Een traject heeft een UUID als nummer.', [{ pointer: '/trajectoryId', code: 'schema', detail: 'is geen UUID' }]);
    return value.toLowerCase() as TrajectoryId;
  }
}

const TRAJECTORY_ID = new TrajectoryIdPipe();

/** Everything about one youth. */
@Controller('v1/trajectories/:trajectoryId')
export class TrajectoryViewController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @Requires('trajectories:read', 'Toon de situatie, de verantwoordelijke en de termijnen van één jongere')
  async read(@Param('trajectoryId', TRAJECTORY_ID) trajectoryId: TrajectoryId, @Query(VALID_QUERY) query: ViewQuery, @Access() access: RequestAccess): Promise<unknown> {
    return this.queries.execute(new ReadTrajectory(trajectoryId, query, access));
  }

  @Get('events')
  @Requires('events:read', 'Toon de tijdlijn van één jongere')
  async timeline(@Param('trajectoryId', TRAJECTORY_ID) trajectoryId: TrajectoryId, @Query(VALID_QUERY) query: TimelineQuery, @Access() access: RequestAccess): Promise<unknown> {
    return this.queries.execute(new ReadTimeline(trajectoryId, query, access));
  }
}
