import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, problem, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import { AsOf, type TrajectoryId } from '@trajectboek/events';
import { deadlinesAt } from '@trajectboek/schemes';
import { youthOn } from '@trajectboek/situation';
import { timelineEntries, withDeadlines, type TimelineEntry } from '@trajectboek/timeline';
import { EnabledClocks } from '../youths/enabled-clocks.js';
import { momentOf } from '../youths/moment.js';
import { ViewHeads } from '../youths/view-heads.js';
import { Youths, type VisibleYouth } from '../youths/youths.js';
import type { TimelineQuery } from './timeline.query.js';
import { withinClasses } from './within-classes.js';

export class ReadTimeline extends Query<unknown> {
  constructor(readonly trajectoryId: TrajectoryId, readonly query: TimelineQuery, readonly access: RequestAccess) {
    super();
  }
}

const PAGE = 500;

/** Every event that the reader may know of, in the order of the world, as it was said and with what became of it. */
@QueryHandler(ReadTimeline)
export class ReadTimelineHandler implements IQueryHandler<ReadTimeline> {
  constructor(
    private readonly youths: Youths,
    private readonly heads: ViewHeads,
    private readonly clocks: EnabledClocks,
    private readonly ruleBook: RuleBookPort,
    private readonly clock: Clock,
  ) {}

  async execute({ trajectoryId, query, access }: ReadTimeline): Promise<unknown> {
    access.about(trajectoryId);
    const moment = momentOf(query, this.clock.now());
    const answerHead = await this.heads.at(moment, query.minPosition);
    const entries = this.#entriesOf(await this.youths.get(trajectoryId, access, moment), access.caller.role);
    const start = query.cursor === undefined ? 0 : 1 + placeOf(entries, query.cursor);
    const items = entries.slice(start, start + (query.limit ?? PAGE));
    const last = items.at(-1);
    return { ...answerHead, items, next: last && last !== entries.at(-1) ? last.eventId : null };
  }

  #entriesOf({ chronicle, youth, eyes, whole }: VisibleYouth, role: string): readonly TimelineEntry[] {
    const known = youthOn(chronicle.on(new AsOf(youth.asOf.date)), youth.settings);
    const entries = withinClasses(timelineEntries(known, eyes && { organisation: eyes, whole }), role, whole.history.chronicle.known);
    return withDeadlines(entries, deadlinesAt(this.ruleBook.value, youth, { enabled: this.clocks.for(whole.history.chronicle) }));
  }
}

function placeOf(entries: readonly TimelineEntry[], cursor: string): number {
  const place = entries.findIndex(({ eventId }) => eventId === cursor);
  if (place < 0) throw problem('invalid-query', 'De cursor is niet een die wij hebben gegeven.', [{ pointer: '?cursor', code: 'schema', detail: 'onbekende cursor' }]);
  return place;
}
