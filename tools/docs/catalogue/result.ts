import { showingOf, type CatalogueRow } from '@trajectboek/catalogue';

/** What became of a row as a whole, with how the summary calls it. */
export const RESULTS = {
  'shown': 'Shown', 'counted': 'Shown or counted', 'partly': 'Not yet in all', 'not-yet': 'Not yet', 'recorded': 'Recorded, no view named', 'no-fact': 'No fact',
} as const;
export type Result = keyof typeof RESULTS;

export function resultOf(row: CatalogueRow): Result {
  if (row.events.length === 0) return 'no-fact';
  const showings = row.views.map((view) => showingOf(row, view));
  if (showings.length === 0) return 'recorded';
  if (showings.every((showing) => showing === 'not-yet')) return 'not-yet';
  if (showings.includes('not-yet')) return 'partly';
  return showings.includes('counted') ? 'counted' : 'shown';
}

/** The result in words: what is not simply shown is named. */
export function resultText(row: CatalogueRow): string {
  if (row.events.length === 0) return 'no fact';
  if (row.views.length === 0) return 'recorded';
  const named = (showing: string): string => row.views.filter((view) => showingOf(row, view) === showing).join(', ');
  const [shown, counted, notYet] = [named('shown'), named('counted'), named('not-yet')];
  return [shown && 'shown', counted && `counted in ${counted}`, notYet && `not yet: ${notYet}`].filter(Boolean).join('; ');
}
