import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, RuleBookPort, type RequestAccess, type ViewQuery } from '@trajectboek/api';
import type { TrajectoryId } from '@trajectboek/events';
import { checkDefinition } from '../in-beeld/list-in-beeld.handler.js';
import { EnabledClocks } from '../youths/enabled-clocks.js';
import { momentOf } from '../youths/moment.js';
import { ViewHeads } from '../youths/view-heads.js';
import { Youths } from '../youths/youths.js';
import { trajectoryAnswer } from './trajectory-answer.js';

export class ReadTrajectory extends Query<unknown> {
  constructor(readonly trajectoryId: TrajectoryId, readonly query: ViewQuery, readonly access: RequestAccess) {
    super();
  }
}

/** Situation, responsibility, deadlines, handovers and contradictions of one youth, on any date, as known at any moment. */
@QueryHandler(ReadTrajectory)
export class ReadTrajectoryHandler implements IQueryHandler<ReadTrajectory> {
  constructor(
    private readonly youths: Youths,
    private readonly heads: ViewHeads,
    private readonly clocks: EnabledClocks,
    private readonly ruleBook: RuleBookPort,
    private readonly clock: Clock,
  ) {}

  async execute({ trajectoryId, query, access }: ReadTrajectory): Promise<unknown> {
    access.about(trajectoryId);
    checkDefinition(this.ruleBook, query.definition);
    const moment = momentOf(query, this.clock.now());
    const answerHead = await this.heads.at(moment, query.minPosition);
    const visible = await this.youths.get(trajectoryId, access, moment);
    return { ...answerHead, ...trajectoryAnswer(visible, this.ruleBook.value, { enabled: this.clocks.for(visible.whole.history.chronicle), definition: query.definition }) };
  }
}
