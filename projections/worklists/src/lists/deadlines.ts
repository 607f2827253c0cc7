import type { AsOf, CivilDate } from '@trajectboek/events';
import type { Deadline, DeadlineState } from '@trajectboek/schemes';
import { isClosed } from '@trajectboek/situation';
import type { WorkItem, WorkList } from '../work-item.js';

/** Terms that ask for action now: due today, and overdue. Of a closed trajectory only what privacy asks goes on. */
export const DEADLINES: WorkList = {
  id: 'deadlines-due-and-overdue',
  label: 'Termijnen die lopen of verlopen zijn',
  clocks: ({ type }) => type !== 'mark',
  clockByClock: true,
  withClosed: true,
  itemsOf({ deadlines, youth }) {
    return deadlines.filter(({ state, type, group }) => (state === 'due' || state === 'overdue') && type !== 'mark'
      && (group === 'privacy' || !isClosed(youth))).map(toDeadlineItem);
  },
};

/** A list of the open terms of some clocks. */
function fromClocks(id: string, label: string, { clocks, states }: { readonly clocks: readonly string[]; readonly states?: ReadonlySet<DeadlineState> }): WorkList {
  return {
    id, label, clocks: ({ code }) => clocks.includes(code),
    itemsOf: ({ youth, deadlines }) => openTerms(deadlines, clocks, youth.asOf).filter(({ state }) => !states || states.has(state)).map(toDeadlineItem),
  };
}

const BSA = ['bsa-entree-2014', 'bsa-entree', 'bsa-longer'];

/** Lists whose rule is a clock of schemes.yaml: the term decides, not code. */
export const BSA_DUE = fromClocks('bsa-due', 'Bindend studieadvies moet gegeven worden', { clocks: BSA });
export const BSA_OVERDUE = fromClocks('bsa-overdue', 'Bindend studieadvies is te laat', { clocks: BSA, states: new Set(['overdue']) });
export const SECOND_TRANSITION_MEETING = fromClocks('second-transition-meeting-due', 'Tweede transitiegesprek', { clocks: ['transition-2'] });
export const YEARLY_ROUTE_REVIEW = fromClocks('yearly-route-review-due', 'Jaarlijkse routebespreking', { clocks: ['yearly-route-review'] });

/**
 * Terms of the clocks that are near, due or overdue and can still be met: not one that was cancelled after it was missed,
 * nor a period of a recurring clock that a later one has made good.
 */
export function openTerms(deadlines: readonly Deadline[], clocks: readonly string[], asOf: AsOf): readonly Deadline[] {
  const asked = deadlines.filter(({ scheme }) => clocks.includes(scheme));
  return asked.filter((deadline) => isOpen(deadline, asOf) && !asked.some((other) => isDoneAfter(other, deadline)));
}

function isOpen({ state, stoppedBy, warnOn }: Deadline, asOf: AsOf): boolean {
  switch (state) {
    case 'warned':
    case 'due': return true;
    case 'overdue': return stoppedBy === null;
    case 'too-early': return asOf.reached(warnOn);
    case 'running':
    case 'met-on-time':
    case 'met-late':
    case 'cancelled':
    case 'ended':
    case 'past': return false;
  }
}

const DONE: ReadonlySet<DeadlineState> = new Set(['met-on-time', 'met-late', 'cancelled']);

/** A later period of the same run that was met, or with which the run ended. */
function isDoneAfter(other: Deadline, { scheme, startedBy, period }: Deadline): boolean {
  return period !== null && other.scheme === scheme && other.startedBy.id === startedBy.id && other.startedBy.source === startedBy.source
    && other.period !== null && other.period > period && DONE.has(other.state);
}

export function toDeadlineItem(deadline: Deadline): WorkItem {
  const known = items.get(deadline);
  if (known) return known;
  const { scheme, label, state, startedOn, dueOn, period, owner, startedBy } = deadline;
  const item: WorkItem = {
    key: `${scheme} ${startedBy.source} ${startedBy.id} ${period ?? ''}`, since: startedOn, dueOn, owner: owner.organisation,
    why: whyOf({ scheme, label }, state), ...(BY_DATE.has(state) && { term: { scheme, label } }),
    nextStep: `${owner.partyLabel} zorgt dat dit gebeurt of legt vast waarom niet.`, events: [startedBy],
  };
  items.set(deadline, item);
  return item;
}

/** What is over stays the same object on every later date. */
const items = new WeakMap<Deadline, WorkItem>();
/** States that follow each other with the date alone. */
const BY_DATE: ReadonlySet<DeadlineState> = new Set(['warned', 'due', 'overdue']);

/** The item as it stands on a date, from one of another date on which it said the same. */
export function itemOn({ term, ...item }: WorkItem, date: CivilDate): WorkItem {
  const { dueOn } = item;
  if (!term || dueOn === null) return item;
  return { ...item, why: whyOf(term, date < dueOn ? 'warned' : date === dueOn ? 'due' : 'overdue') };
}

function whyOf({ scheme, label }: { readonly scheme: string; readonly label: string }, state: DeadlineState): WorkItem['why'] {
  return { code: `${scheme}:${state}`, label: `${label}: ${STATES[state] ?? state}` };
}

const STATES: Readonly<Partial<Record<DeadlineState, string>>> = { warned: 'bijna', due: 'vandaag', overdue: 'te laat', 'too-early': 'nog niet geldig' };
