import { Body, Controller, Post, Req, Res } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ControllerId, getAccess, refuseQuery, Requires, VALID_BODY } from '@trajectboek/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { identityOf, OpenTrajectory, type OpenedTrajectory } from './open-trajectory.handler.js';
import { OpenTrajectoryRequest } from './open-trajectory.request.js';

@Controller('v1/trajectories')
export class TrajectoriesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly controller: ControllerId,
  ) {}

  @Post()
  @Requires('trajectories:open', 'Open of vind het traject van een jongere')
  async open(@Body(VALID_BODY) body: OpenTrajectoryRequest, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<OpenedTrajectory> {
    refuseQuery(request.query);
    const opened = await this.commands.execute(new OpenTrajectory(this.controller.value, identityOf(body.identity)));
    getAccess(request).about(opened.trajectoryId);
    void reply.status(opened.created ? 201 : 200);
    return opened;
  }
}
