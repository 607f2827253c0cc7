import type { CivilDate, RecordedEvent } from '@trajectboek/events';
import type { Clock, Deadline } from '@trajectboek/schemes';
import { isClosed, municipalityOf, type Situation, type Youth } from '@trajectboek/situation';

/** One thing to do for one youth. */
export interface WorkItem {
  /** Unique within the list and the youth. */
  readonly key: string;
  readonly since: CivilDate;
  /** Business date by which it must be done; null where nobody set one. */
  readonly dueOn: CivilDate | null;
  /** Code of the reason, with its Dutch label. */
  readonly why: { readonly code: string; readonly label: string };
  /** URN of the organisation whose turn it is; null when it is not known. */
  readonly owner: string | null;
  /** Dutch sentence: what to do next. */
  readonly nextStep: string;
  /** The facts behind it. */
  readonly events: readonly { readonly source: string; readonly id: string }[];
  /** Of a term that is near, due or overdue: its clock. Which of the three it is, the date says: that is not stored. */
  readonly term?: { readonly scheme: string; readonly label: string };
}

/** Whether two items say the same, whatever the day. */
export function isSameItem(a: WorkItem, b: WorkItem): boolean {
  if (a === b) return true;
  const sameWhy = a.term && b.term ? a.term.scheme === b.term.scheme : a.term === b.term && a.why.code === b.why.code && a.why.label === b.why.label;
  return sameWhy && a.key === b.key && a.since === b.since && a.dueOn === b.dueOn && a.owner === b.owner && a.nextStep === b.nextStep
    && a.events.length === b.events.length && a.events.every(({ source, id }, index) => source === b.events[index]?.source && id === b.events[index]?.id);
}

/** Everything that the lists ask of one youth on one date. */
export interface WorkListYouth {
  readonly youth: Youth;
  readonly situation: Situation;
  /** Empty for a list that is not made of terms. */
  readonly deadlines: readonly Deadline[];
}

export interface WorkList {
  /** kebab-case, as in the address. */
  readonly id: string;
  readonly label: string;
  /** For a list that is made of terms: of which clocks. Without it they are not worked out. */
  readonly clocks?: (clock: Clock) => boolean;
  /** True where the terms of one clock say nothing of those of another, so that each clock can be asked by itself. */
  readonly clockByClock?: true;
  /** True for a list in which a closed trajectory can still have work. */
  readonly withClosed?: true;
  itemsOf(youth: WorkListYouth): readonly WorkItem[];
}

/** The things to do of one list for one youth; a closed trajectory has nothing to do but on the lists that say so. */
export function workItems(list: WorkList, youth: WorkListYouth): readonly WorkItem[] {
  return isClosed(youth.youth) && !list.withClosed ? [] : list.itemsOf(youth);
}

export function reference({ source, id }: RecordedEvent): { source: string; id: string } {
  return { source, id };
}

/** True when one of the events lies on or after the date (*since* includes the same day, views.md). */
export function anySince(events: readonly RecordedEvent[], date: CivilDate): boolean {
  return events.some(({ occurredOn }) => occurredOn >= date);
}

/** A period of a setting, such as P28D, in force on the date for the youth's municipality. */
export function periodOf({ youth }: Pick<WorkListYouth, 'youth'>, code: string, date: CivilDate): string {
  return String(youth.settings.valueOf(code, date, municipalityOf(youth)));
}
