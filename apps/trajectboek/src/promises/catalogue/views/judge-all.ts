import { CatalogueLedger, type Refused } from '../catalogue-ledger.js';
import type { Showing } from '../history.js';
import { ALL_LISTS, DEFINITION_PATHS, WORKLIST_PATHS } from '../paths/list-paths.js';
import { METRIC_PATHS } from '../paths/metric-paths.js';
import type { Path } from '../paths/path.js';
import { AUDIT_PATHS, CAUSE_PATHS, COUNT_PATHS, EVERY_ROW, FACET_PATHS, YOUTH_PATHS } from '../paths/situation-paths.js';
import { askCounts, askList } from './of-all-youths.js';
import { askProofs, askReplays } from './of-audit.js';
import { askMetrics } from './of-metrics.js';
import { askYouths, missingOnTimeline } from './of-one-youth.js';
import { judge, type Verdict } from './verdict.js';

const OF_ONE: Readonly<Record<string, Path>> = { ...YOUTH_PATHS, ...FACET_PATHS, ...CAUSE_PATHS, ...AUDIT_PATHS };
const OF_ALL: Readonly<Record<string, Path>> = { ...COUNT_PATHS, ...DEFINITION_PATHS, ...WORKLIST_PATHS };

export interface Judged {
  readonly verdicts: ReadonlyMap<Showing, Verdict>;
  readonly refused: readonly Refused[];
  /** Codes of the rows whose facts were looked for on the timeline. */
  readonly readBack: readonly string[];
  /** Facts of rows that are not on the timeline as they should be. */
  readonly notOnTimeline: readonly string[];
}

/** Three ledgers, each with the youths of one kind of view, because a question about all youths costs as much as there are. */
export async function judgeAll(): Promise<readonly Judged[]> {
  return [await judgeYouths(), await judgeLists(), await judgeMetrics()];
}

async function judgeYouths(): Promise<Judged> {
  await using ledger = await CatalogueLedger.open((view) => OF_ONE[view]);
  const auditor = await ledger.as('auditor');
  const of = (...views: readonly string[]): readonly Showing[] => ledger.showings.filter(({ view }) => views.includes(view));
  const ofPages = ledger.showings.filter(({ view }) => view !== EVERY_ROW && !Object.hasOwn(AUDIT_PATHS, view));
  const verdicts = new Map([
    ...await judge(ofPages, (asked) => askYouths(auditor, asked)),
    ...await judge(of('audit'), (asked) => askReplays(auditor, asked)),
    ...await judge(of('proof'), (asked) => askProofs(auditor, asked)),
  ]);
  const everyRow = ledger.showings.filter(({ view }) => view === EVERY_ROW);
  const readBack = everyRow.map(({ row }) => row.code);
  const notOnTimeline: string[] = [];
  for (const showing of everyRow) {
    const missing = await missingOnTimeline(auditor, showing);
    notOnTimeline.push(...missing.map((type) => `${showing.row.code} ${type}`));
    if (showing.row.views.includes('timeline')) verdicts.set({ ...showing, view: 'timeline' }, missing.length > 0 ? 'missing' : 'shown');
  }
  return { verdicts, refused: ledger.refused, readBack, notOnTimeline };
}

async function judgeLists(): Promise<Judged> {
  await using ledger = await CatalogueLedger.open((view) => OF_ALL[view === 'worklists' ? ALL_LISTS : view]);
  const auditor = await ledger.as('auditor');
  const verdicts = new Map<Showing, Verdict>();
  for (const [view, showings] of Map.groupBy(ledger.showings, ({ view }) => view)) {
    const ask = view === 'counts' ? (asked: Parameters<typeof askCounts>[1]) => askCounts(auditor, asked) : askList(auditor, view);
    for (const [showing, verdict] of await judge(showings, ask)) verdicts.set(showing, verdict);
  }
  return { verdicts, refused: ledger.refused, readBack: [], notOnTimeline: [] };
}

async function judgeMetrics(): Promise<Judged> {
  await using ledger = await CatalogueLedger.open((view) => METRIC_PATHS[view]);
  return { verdicts: await judge(ledger.showings, (asked) => askMetrics(ledger, asked)), refused: ledger.refused, readBack: [], notOnTimeline: [] };
}
