import { deadlinesAt, type RuleBook } from '@trajectboek/schemes';
import { statusSince } from '@trajectboek/situation';
import { LISTS_OF_ONE, workItems } from '@trajectboek/worklists';
import type { CivilDate } from '@trajectboek/events';
import { youthRow } from '../in-beeld/youth-row.js';
import type { VisibleYouth } from '../youths/eyes.js';
import type { Places } from './subscription.js';

/** The situation as the list of who is in beeld tells it. */
export interface ShownSituation {
  readonly status: string;
  readonly cause: string | null;
  readonly since: CivilDate;
}

/** One youth on the lists of a reader, so far as a change of it is told. */
export interface YouthSide {
  /** Which events the reader knows, and which of them speak in views. */
  readonly known: string;
  /** Null when nothing had happened by the date: then he is on no list. */
  readonly situation: ShownSituation | null;
  readonly places: Places;
  /** All that the list of who is in beeld shows and finds the youth by. */
  readonly line: string;
  /** The things to do per list, lists without any left out. */
  readonly lists: ReadonlyMap<string, string>;
}

interface Rules {
  readonly ruleBook: RuleBook;
  /** Codes of the clocks that run for the youth beside those that always run. */
  readonly enabled: ReadonlySet<string>;
}

const NOWHERE: Places = { municipality: null, rmcRegion: null, labourMarketRegion: null };

export function sideOf(visible: VisibleYouth, rules: Rules): YouthSide {
  const { youth, chronicle } = visible;
  const known = JSON.stringify([chronicle, youth.history.chronicle].map((some) => some.known.map(({ position }) => position)));
  if (youth.history.events.length === 0) return { known, situation: null, places: NOWHERE, line: '', lists: new Map() };
  const { situation, municipality, rmcRegion, labourMarketRegion, ...others } = youthRow(visible, rules.ruleBook, undefined);
  const { status, cause, lastContact, facets } = situation;
  const since = statusSince(youth);
  return {
    known, situation: { status, cause, since }, places: { municipality, rmcRegion, labourMarketRegion },
    line: JSON.stringify([status, cause, since, municipality, lastContact, others, facets.filter(({ open }) => open).map(({ facet }) => facet)]),
    lists: listsOf(visible, { situation, ...rules }),
  };
}

function listsOf({ youth }: VisibleYouth, { situation, ruleBook, enabled }: Rules & { readonly situation: Parameters<typeof workItems>[1]['situation'] }): ReadonlyMap<string, string> {
  const context = { youth, situation, deadlines: deadlinesAt(ruleBook, youth, { enabled }) };
  const lists = LISTS_OF_ONE.map((list) => [list.id, workItems(list, context)] as const);
  return new Map(lists.filter(([, items]) => items.length > 0).map(([id, items]) => [id, JSON.stringify(items)]));
}
