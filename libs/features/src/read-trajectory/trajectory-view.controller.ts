import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Access, Requires, VALID_QUERY, ViewQuery, type RequestAccess } from '@trajectboek/api';
import type { TrajectoryId } from '@trajectboek/events';
import { ReadTimeline } from '../read-timeline/read-timeline.handler.js';
import { TimelineQuery } from '../read-timeline/timeline.query.js';
import { TRAJECTORY_ID } from '../youths/trajectory-id.pipe.js';
import { ReadTrajectory } from './read-trajectory.handler.js';

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
