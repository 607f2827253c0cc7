import type { ScenarioCheck } from '@trajectboek/testing/scenario';
import { messageOf } from '../cli/user-error.js';
import { RefusedRequest } from '../client/http-problem.js';
import type { CheckContext } from './context.js';
import { judgeCounts, judgeMetric, judgeWorklist, NeedsOwnLedger } from './population-views.js';
import { judgeRefusals } from './refusals.js';
import { judgeTimeline } from './timeline-view.js';
import { judgeContradictions, judgeDeadlines, judgeResponsibility, judgeSituation, trajectoryView } from './youth-views.js';

export type Outcome = 'passed' | 'failed' | 'unsupported' | 'needs-own-ledger';

export interface Verdict {
  /** What was checked: `khalil situation asOf=2014-06-01`. */
  readonly name: string;
  /** The view, with its list or metric: `metric C4`. */
  readonly view: string;
  readonly outcome: Outcome;
  readonly details: readonly string[];
}

type View = (context: CheckContext, check: ScenarioCheck) => Promise<readonly string[]>;

const VIEWS: ReadonlyMap<string, View> = new Map<string, View>([
  ['situation', trajectoryView(judgeSituation)],
  ['responsibility', trajectoryView(judgeResponsibility)],
  ['deadlines', trajectoryView(judgeDeadlines)],
  ['contradictions', trajectoryView(judgeContradictions)],
  ['timeline', judgeTimeline],
  ['worklist', judgeWorklist],
  ['counts', judgeCounts],
  ['metric', judgeMetric],
]);
const NAMED = ['asOf', 'knownAt', 'from', 'to', 'list', 'metric', 'by', 'published', 'definition', 'group', 'reader'] as const;
/** Routes that exist or not by name of list or metric. */
const OPTIONAL_VIEWS = new Set(['worklist', 'counts', 'metric']);

/** The verdicts of all checks of a story, in the order of the file, then those about refusals. */
export async function* runChecks(context: CheckContext): AsyncGenerator<Verdict> {
  for (const check of context.scenario.checks) yield judge(context, check);
  for (const { event, details } of judgeRefusals(context)) {
    yield { name: `${context.scenario.id} refusals ${event}`, view: 'refusals', outcome: details.length === 0 ? 'passed' : 'failed', details };
  }
}

async function judge(context: CheckContext, check: ScenarioCheck): Promise<Verdict> {
  const named = NAMED.filter((key) => check[key] !== undefined).map((key) => `${key}=${String(check[key])}`);
  const name = [context.scenario.id, check.view, ...named].join(' ');
  const view = [check.view, check.list ?? check.metric].filter(Boolean).join(' ');
  try {
    const judgeView = VIEWS.get(check.view);
    const details = judgeView ? await judgeView(context, check) : [`${check.view} is geen weergave die wij kennen`];
    return { name, view, outcome: details.length === 0 ? 'passed' : 'failed', details };
  } catch (error) {
    return { name, view, outcome: outcomeOf(error, check), details: [messageOf(error)] };
  }
}

function outcomeOf(error: unknown, { view }: ScenarioCheck): Outcome {
  if (error instanceof NeedsOwnLedger) return 'needs-own-ledger';
  if (!(error instanceof RefusedRequest)) return 'failed';
  const absent = error.code === 'not-supported' || (error.status === 404 && OPTIONAL_VIEWS.has(view));
  return absent ? 'unsupported' : 'failed';
}
