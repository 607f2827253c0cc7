import { daysBetween, laterOf, plus, type CivilDate } from '@trajectboek/events';
import { isRealContact, type Youth } from '@trajectboek/situation';
import { distributionOf } from '../figures/distribution.js';
import { shareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { findOpening } from '../path/openings.js';
import { Tally } from '../tally.js';
import { counts, type Window } from '../window.js';

const DAYS = [30, 90, 180] as const;

/**
 * The longest stretch without contact that begins within the window: at the opening, at a contact, or on the first day
 * of the window when it was under way by then. The last one runs until the date asked for.
 */
function longestSilence(contacts: readonly CivilDate[], openedOn: CivilDate, window: Window): { readonly since: CivilDate; readonly days: number } | undefined {
  const start = laterOf(openedOn, window.from);
  const marks = [start, ...contacts].filter((mark) => mark >= start);
  const silences = marks.filter((mark) => counts(window, mark)).map((since, index) => ({ since, days: daysBetween(since, marks[index + 1] ?? window.asOf) }));
  return silences.toSorted((a, b) => b.days - a.days)[0];
}

function itemsOf({ history, asOf }: Youth, window: Window): Tally {
  const tally = new Tally();
  const openedOn = findOpening(history);
  if (openedOn === undefined) return tally;
  const contacts = history.events.filter(isRealContact).map(({ occurredOn }) => occurredOn);
  const last = contacts.at(-1);
  tally.on(last ?? openedOn);
  for (const days of DAYS) {
    tally.judge(`within${days}`, last !== undefined && !asOf.passed(plus(last, `P${days}D`)));
  }
  const silence = longestSilence(contacts, openedOn, window);
  return silence === undefined ? tally : tally.on(silence.since).length('silence', silence.days);
}

/** C8: how long ago, and how long at most, nobody spoke with the youth. */
export const CONTACT_CONTINUITY: Metric = {
  id: 'C8',
  label: 'Contact houden',
  definition: 'Met welk deel van de jongeren met een open traject is er in de laatste 30, 90 en 180 dagen echt contact geweest, en wat '
    + 'is de langste stilte per jongere in de periode? Een stilte die nog duurt, telt mee tot de peildatum.',
  unit: 'aandeel',
  worklist: 'out-of-view',
  keys: ['withContact', 'longestSilence'],
  itemsOf: (youth, { window }) => itemsOf(youth, window),
  summarise: (tally) => ({
    withContact: Object.fromEntries(DAYS.map((days) => [String(days), shareOf(tally, `within${days}`)])),
    longestSilence: distributionOf(tally, 'silence'),
  }),
};
