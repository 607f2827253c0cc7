import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { RequestAccess, ViewQuery } from '@trajectboek/api';
import type { TrajectoryId } from '@trajectboek/events';
import { ReadTimeline } from '../read-timeline/read-timeline.handler.js';
import { ReadTrajectory } from '../read-trajectory/read-trajectory.handler.js';
import type { TimelineQuery } from '../read-timeline/timeline.query.js';
import { differenceOf, type Replay, type ReplayedEvent } from './difference.js';
import type { DifferenceQuery } from './replay.query.js';

export class ReplayTrajectory extends Query<unknown> {
  constructor(readonly trajectoryId: TrajectoryId, readonly query: ViewQuery, readonly access: RequestAccess) {
    super();
  }
}

export class CompareMoments extends Query<unknown> {
  constructor(readonly trajectoryId: TrajectoryId, readonly query: DifferenceQuery, readonly access: RequestAccess) {
    super();
  }
}

interface TimelinePage {
  readonly items: readonly ReplayedEvent[];
  readonly next: string | null;
}

const PAGE = 500;

/** What the ledger knew of one youth at a moment: his page and his timeline together. */
@QueryHandler(ReplayTrajectory)
export class ReplayTrajectoryHandler implements IQueryHandler<ReplayTrajectory> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ trajectoryId, query, access }: ReplayTrajectory): Promise<Replay> {
    const page = await this.queries.execute(new ReadTrajectory(trajectoryId, query, access)) as Replay;
    const events: ReplayedEvent[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const asked: TimelineQuery = { ...query, limit: PAGE, ...(cursor !== undefined && { cursor }) };
      const { items, next } = await this.queries.execute(new ReadTimeline(trajectoryId, asked, access)) as TimelinePage;
      events.push(...items);
      cursor = next;
    }
    return { ...page, events } satisfies Replay;
  }
}

/** What was otherwise at another moment. */
@QueryHandler(CompareMoments)
export class CompareMomentsHandler implements IQueryHandler<CompareMoments> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ trajectoryId, query, access }: CompareMoments): Promise<unknown> {
    const { otherAsOf, otherKnownAt, asOf, knownAt, ...asked } = query;
    const replay = (dates: Pick<ViewQuery, 'asOf' | 'knownAt'>): Promise<Replay> => this.queries.execute(new ReplayTrajectory(trajectoryId, { ...asked, ...dates }, access)) as Promise<Replay>;
    const one = await replay({ ...(asOf !== undefined && { asOf }), ...(knownAt !== undefined && { knownAt }) });
    const other = await replay({ ...(otherAsOf !== undefined && { asOf: otherAsOf }), ...(otherKnownAt !== undefined && { knownAt: otherKnownAt }) });
    return { trajectoryId, one: { asOf: one.asOf, knownAt: one.knownAt }, other: { asOf: other.asOf, knownAt: other.knownAt }, completeTo: other.completeTo, ...differenceOf(one, other) };
  }
}
