import { Injectable } from '@nestjs/common';
import { problem, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import { metricRules, type MetricRules, type Window } from '@trajectboek/continuity-view';
import { minus } from '@trajectboek/events';
import { matches } from '../in-beeld/list-in-beeld.handler.js';
import { youthRow } from '../in-beeld/youth-row.js';
import { EnabledClocks } from '../youths/enabled-clocks.js';
import type { Moment } from '../youths/moment.js';
import { Youths, type VisibleYouth } from '../youths/youths.js';
import { filtersOf, type MeasuredQuery } from './metric.query.js';

/** Whom a metric is about, and the rules by which it counts them: the same for a figure and for the list behind it. */
@Injectable()
export class MeasuredYouths {
  constructor(
    private readonly youths: Youths,
    private readonly clocks: EnabledClocks,
    private readonly ruleBook: RuleBookPort,
  ) {}

  get rules(): MetricRules {
    return metricRules(this.ruleBook.value, (chronicle) => this.clocks.for(chronicle));
  }

  /**
   * All that the reader may see, each with the numbers of the questions that are about him.
   * @param questions with the same definition, or without one
   */
  async *inEach(questions: readonly MeasuredQuery[], access: RequestAccess, moment: Moment): AsyncGenerator<{ readonly visible: VisibleYouth; readonly inQuestions: ReadonlySet<number> }> {
    const definition = questions.find((one) => one.definition !== undefined)?.definition;
    for await (const visible of this.youths.all(access, moment)) {
      const row = youthRow(visible, this.ruleBook.value, definition);
      yield { visible, inQuestions: new Set(questions.flatMap((query, nth) => (matches(row, query) ? [nth] : []))) };
    }
  }

  /** Those that the reader may see and that the filters leave, each with what may speak in a view of the reader. */
  async *of(query: MeasuredQuery, access: RequestAccess, moment: Moment): AsyncGenerator<VisibleYouth> {
    const isFiltered = filtersOf(query).length > 0;
    for await (const visible of this.youths.all(access, moment)) {
      if (!isFiltered || matches(youthRow(visible, this.ruleBook.value, query.definition), query)) yield visible;
    }
  }
}

/**
 * The period that was asked, or the year before the date.
 * @throws ProblemError invalid-query when it ends before it begins
 */
export function windowOf({ from, to }: MeasuredQuery, { asOf }: Moment): Window {
  const window = { to: to ?? asOf, from: from ?? minus(to ?? asOf, 'P1Y'), asOf };
  if (window.from > window.to) throw problem('invalid-query', 'De periode eindigt voor ze begint.', [{ pointer: '?from', code: 'schema', detail: 'ligt na to' }]);
  return window;
}
