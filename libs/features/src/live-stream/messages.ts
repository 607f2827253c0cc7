import { idOf, PARTS, type Part, type StreamPlace } from './stream-place.js';
import type { Subscription } from './subscription.js';
import { toldOf, type YouthChange } from './youth-change.js';

/** Why a listener must ask for its lists again. */
export type ResetReason = 'too-much' | 'new-day' | 'new-rules' | 'other-ledger';

const WHY: Readonly<Record<ResetReason, string>> = {
  'too-much': 'Er is te veel veranderd om alles te vertellen. Vraag de lijsten opnieuw op.',
  'new-day': 'Er is een nieuwe dag begonnen. Vraag de lijsten opnieuw op.',
  'new-rules': 'De lijsten zijn opnieuw gemaakt. Vraag ze opnieuw op.',
  'other-ledger': 'Het boek is korter dan u al had gehoord. Vraag de lijsten opnieuw op.',
};

export const STILL_HERE = ': still here\n\n';

/** What a connection begins with: where the listener is. */
export function helloAt(place: StreamPlace): string {
  return `retry: 2000\nid: ${idOf(place)}\n\n`;
}

export function resetAt(place: StreamPlace, reason: ResetReason): string {
  return block({ id: idOf(place), event: 'reset', data: { position: place.position, reason, detail: WHY[reason] } });
}

/** The messages of one change after a place, as the wire has them; empty when there is nothing to tell. */
export function messagesOf(change: YouthChange, subscription: Subscription, after: StreamPlace): string {
  const told = toldOf(change, subscription);
  if (told === undefined) return '';
  const { position, trajectoryId } = change;
  const parts: Readonly<Record<Part, object | undefined>> = {
    trajectory: { views: told.views },
    situation: told.situation,
    worklist: told.lists.length > 0 ? { lists: told.lists } : undefined,
  };
  return PARTS.flatMap((event, part) => {
    const data = parts[event];
    if (data === undefined || (position === after.position && part <= after.part)) return [];
    return [block({ id: idOf({ position, part, edition: after.edition }), event, data: { position, trajectoryId, ...data } })];
  }).join('');
}

function block({ id, event, data }: { readonly id: string; readonly event: string; readonly data: object }): string {
  return `id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}
