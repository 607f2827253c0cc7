import type { Metric } from '../metric.js';
import type { ClockOnDate } from '../rules.js';
import { Tally } from '../tally.js';
import { counts } from '../window.js';

const OUTCOMES = ['metOnTime', 'metLate', 'missed', 'running'] as const;
type Outcome = (typeof OUTCOMES)[number];

/** What the states of a clock that counts come to; a clock that no longer applies does not count. */
const OUTCOME_OF: Readonly<Record<string, Outcome>> = {
  'met-on-time': 'metOnTime', 'met-late': 'metLate', overdue: 'missed', running: 'running', warned: 'running', due: 'running', 'too-early': 'running',
};
/** They ask for nothing. */
const WITHOUT_DEMAND: ReadonlySet<string> = new Set(['window', 'mark']);

/** What is overdue without being a duty is open still. */
function outcomeOf({ state, type, isDuty }: ClockOnDate): Outcome | undefined {
  if (WITHOUT_DEMAND.has(type)) return undefined;
  return state === 'overdue' && !isDuty ? 'running' : OUTCOME_OF[state];
}

/** C22: what came of the clocks, per scheme. */
export const DEADLINES_MET: Metric = {
  id: 'C22',
  label: 'Termijnen gehaald',
  definition: 'Hoeveel termijnen die in de periode begonnen, zijn op tijd gehaald, te laat gehaald, gemist of lopen nog, per regeling? '
    + 'Alleen wat moet, kan worden gemist. Vervallen termijnen tellen niet mee.',
  unit: 'aantal',
  worklist: 'deadlines-due-and-overdue',
  keys: ['<scheme>'],
  itemsOf(youth, { window, rules }) {
    const tally = new Tally();
    for (const clock of rules.clocksOn(youth)) {
      const outcome = outcomeOf(clock);
      if (outcome && counts(window, clock.startedOn)) tally.on(clock.startedOn).count(`${clock.scheme}:${outcome}`);
    }
    return tally;
  },
  summarise(tally) {
    const schemes = new Set(tally.namesAfter('').map((name) => name.slice(0, name.indexOf(':'))));
    return Object.fromEntries([...schemes].map((scheme) =>
      [scheme, Object.fromEntries(OUTCOMES.map((outcome) => [outcome, tally.countOf(`${scheme}:${outcome}`)]))]));
  },
};
