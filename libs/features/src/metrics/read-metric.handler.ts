import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { Clock, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import { MetricSum, type MetricId, type PublicationRules } from '@trajectboek/continuity-view';
import type { CivilDate } from '@trajectboek/events';
import { checkDefinition } from '../in-beeld/list-in-beeld.handler.js';
import { widerThan } from '../in-beeld/wider-questions.js';
import { momentOf, type Moment } from '../youths/moment.js';
import { ViewHeads } from '../youths/view-heads.js';
import type { VisibleYouth } from '../youths/youths.js';
import { MeasuredYouths, windowOf } from './measured-youths.js';
import { linksOf } from './metric-links.js';
import { FILTERS, type MetricQuery } from './metric.query.js';

export class ReadMetric extends Query<unknown> {
  constructor(readonly metric: MetricId, readonly query: MetricQuery, readonly access: RequestAccess) {
    super();
  }
}

interface Asked {
  readonly access: RequestAccess;
  readonly moment: Moment;
}

/** One metric of continuity over the youths that the reader may see. */
@QueryHandler(ReadMetric)
export class ReadMetricHandler implements IQueryHandler<ReadMetric> {
  constructor(
    private readonly measured: MeasuredYouths,
    private readonly heads: ViewHeads,
    private readonly ruleBook: RuleBookPort,
    private readonly clock: Clock,
  ) {}

  async execute({ metric, query, access }: ReadMetric): Promise<unknown> {
    checkDefinition(this.ruleBook, query.definition);
    const moment = momentOf(query, this.clock.now());
    const window = windowOf(query, moment);
    const published = query.published === 'true' ? this.#publicationRules(moment.asOf) : undefined;
    const answerHead = await this.heads.at(moment, query.minPosition);
    const sum = new MetricSum({ metric, ...window, knownAt: moment.knownAt, published }, this.measured.rules);
    const partial = published ? await this.#addPublished(sum, query, { access, moment }) : await this.#add(sum, query, { access, moment });
    return { ...answerHead, ...sum.result(), partial, links: linksOf(metric, query, window) };
  }

  /** @returns whether some youth was seen in part */
  async #add(sum: MetricSum, query: MetricQuery, { access, moment }: Asked): Promise<boolean> {
    let partial = false;
    for await (const visible of this.measured.of(query, access, moment)) {
      sum.add(visible.youth.history.chronicle);
      partial ||= isSeenInPart(visible);
    }
    return partial;
  }

  /** Whoever else a question about more youths counts is told as well: published answers can be subtracted from each other. */
  async #addPublished(sum: MetricSum, query: MetricQuery, { access, moment }: Asked): Promise<boolean> {
    const wider = widerThan<MetricQuery>(query, FILTERS, moment.asOf);
    if (wider.length === 0) return this.#add(sum, query, { access, moment });
    let partial = false;
    for await (const { visible, inQuestions } of this.measured.inEach([query, ...wider], access, moment)) {
      const { chronicle } = visible.youth.history;
      if (!inQuestions.has(0)) sum.addOutside(chronicle, [...inQuestions].map(String));
      else {
        sum.add(chronicle);
        partial ||= isSeenInPart(visible);
      }
    }
    return partial;
  }

  #publicationRules(date: CivilDate): PublicationRules {
    const { settings } = this.ruleBook.value;
    return { threshold: Number(settings.valueOf('statisticsThreshold', date)), rounding: Number(settings.valueOf('statisticsRounding', date)) };
  }
}

/** The source is partial where not every fact of a youth may speak to the reader: the figure says so (metrics.md). */
function isSeenInPart({ youth, whole }: VisibleYouth): boolean {
  return youth.history.chronicle !== whole.history.chronicle;
}
