import { readFileSync } from 'node:fs';
import { AsOf, Chronicle, type CivilDate, type RecordedEvent } from '@trajectboek/events';
import { deadlinesAt, parseRuleBook } from '@trajectboek/schemes';
import { situationOf, youthOn, type Youth } from '@trajectboek/situation';
import { parse } from 'yaml';
import { workItems, type WorkItem, type WorkList } from '../work-item.js';
import { findWorkList } from '../work-lists.js';

/** The rules as the product reads them. */
export const RULES = parseRuleBook(parse(readFileSync(new URL('../../../../libs/schemes/data/schemes.yaml', import.meta.url), 'utf8')));

export function youthWith(events: readonly RecordedEvent[], date: CivilDate): Youth {
  return youthOn(new Chronicle(events).on(new AsOf(date)), RULES.settings);
}

/** What is on the list for the youth of the events on a date. */
export function itemsOn(list: string, date: CivilDate, events: readonly RecordedEvent[]): readonly WorkItem[] {
  return itemsWith([], list)(date, events);
}

/** The same, with programme clocks that are switched on. */
export function itemsWith(enabled: readonly string[], list: string): (date: CivilDate, events: readonly RecordedEvent[]) => readonly WorkItem[] {
  const found = findWorkList(list);
  if (!found) throw new Error(`no list ${list}`);
  return (date, events) => itemsOf(found, { date, events, enabled });
}

interface Asked {
  readonly date: CivilDate;
  readonly events: readonly RecordedEvent[];
  readonly enabled: readonly string[];
}

function itemsOf(list: WorkList, { date, events, enabled }: Asked): readonly WorkItem[] {
  const youth = youthWith(events, date);
  return workItems(list, { youth, situation: situationOf(youth), deadlines: deadlinesAt(RULES, youth, { enabled: new Set(enabled) }) });
}

/** A story about one list: who is on it for which reasons on which date. */
export type ListStory = readonly [title: string, date: CivilDate, why: readonly string[], events: readonly RecordedEvent[]];
