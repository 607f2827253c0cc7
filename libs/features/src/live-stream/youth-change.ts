import type { TrajectoryId } from '@trajectboek/events';
import { OPEN_HANDOVERS } from '@trajectboek/worklists';
import { isWithin, STREAMED_VIEWS, type StreamedView, type Subscription } from './subscription.js';
import type { ShownSituation, YouthSide } from './youth-side.js';

/** What one event made of one youth, for who has the same eyes; a side is null when the youth may not be seen there. */
export interface YouthChange {
  readonly position: number;
  readonly trajectoryId: TrajectoryId;
  readonly before: YouthSide | null;
  readonly after: YouthSide | null;
}

export type ListChange = { readonly list: string; readonly change: 'added' | 'removed' | 'changed' };

/** What a listener is told of a change; what is left out did not change. */
export interface ToldChange {
  readonly views: readonly StreamedView[];
  readonly situation?: { readonly before: ShownSituation | null; readonly after: ShownSituation | null };
  readonly lists: readonly ListChange[];
}

const NO_LISTS: ReadonlyMap<string, string> = new Map();

/** Undefined when a listener has nothing to know of it. */
export function toldOf(change: Pick<YouthChange, 'before' | 'after'>, subscription: Subscription): ToldChange | undefined {
  const [before, after] = [within(change.before, subscription), within(change.after, subscription)];
  const lists = listChanges(before, after).filter(({ list }) => subscription.lists?.has(list) ?? true);
  const views = viewsOf({ before, after }, lists).filter((view) => subscription.views.has(view));
  if (views.length === 0) return undefined;
  const [from, to] = [before?.situation ?? null, after?.situation ?? null];
  return {
    views, lists: lists.filter(({ list }) => subscription.views.has(viewOf(list))),
    ...(subscription.views.has('situations') && !isSame(from, to) && { situation: { before: from, after: to } }),
  };
}

function viewOf(list: string): StreamedView {
  return list === OPEN_HANDOVERS.id ? 'handovers' : 'worklists';
}

/** Outside the places that were asked a youth is on no list of the listener. */
function within(side: YouthSide | null, { places }: Subscription): YouthSide | null {
  return side && isWithin(side.places, places) ? side : null;
}

function viewsOf({ before, after }: Pick<YouthChange, 'before' | 'after'>, lists: readonly ListChange[]): readonly StreamedView[] {
  const changed: Readonly<Record<StreamedView, boolean>> = {
    // What nobody may see any more has no timeline either.
    timeline: after !== null && before?.known !== after.known,
    situations: before?.line !== after?.line && (before?.situation ?? after?.situation ?? null) !== null,
    handovers: lists.some(({ list }) => viewOf(list) === 'handovers'),
    worklists: lists.some(({ list }) => viewOf(list) === 'worklists'),
  };
  return STREAMED_VIEWS.filter((view) => changed[view]);
}

function listChanges(before: YouthSide | null, after: YouthSide | null): readonly ListChange[] {
  const [had, has] = [before?.lists ?? NO_LISTS, after?.lists ?? NO_LISTS];
  return [...new Set([...had.keys(), ...has.keys()])].sort().flatMap((list): readonly ListChange[] => {
    if (had.get(list) === has.get(list)) return [];
    if (!had.has(list)) return [{ list, change: 'added' }];
    return [{ list, change: has.has(list) ? 'changed' : 'removed' }];
  });
}

function isSame(a: ShownSituation | null, b: ShownSituation | null): boolean {
  return a === b || (a !== null && b !== null && a.status === b.status && a.cause === b.cause && a.since === b.since);
}
