import { daysBetween, minus } from '@trajectboek/events';
import type { Youth } from '@trajectboek/situation';
import { inYears } from '../figures/elapsed.js';
import { shareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { guidesOn, uncoveredDays } from '../path/guides.js';
import { openPeriodsOf } from '../path/openings.js';
import { clip, guidancesOf, type Guidance } from '../path/spells.js';
import { transitionsOf } from '../path/transitions.js';
import { Tally } from '../tally.js';
import { boundsOf, counts, type Window } from '../window.js';

function addOpenDays(tally: Tally, youth: Youth, context: { window: Window; guidances: readonly Guidance[] }): void {
  const persons = new Set<string>();
  for (const period of openPeriodsOf(youth.history)) {
    const clipped = clip(period, boundsOf(context.window));
    if (!clipped) continue;
    const [from, until] = clipped;
    tally.on(from).count('openDays', daysBetween(from, until));
    tally.count('daysWithoutGuide', uncoveredDays(from, until, context.guidances));
    context.guidances
      .filter((guidance) => clip(guidance, [from, until]) !== undefined)
      .forEach(({ start }) => persons.add(start.data.person));
  }
  tally.count('guides', persons.size);
}

function addTransitions(tally: Tally, youth: Youth, context: { window: Window; guidances: readonly Guidance[] }): void {
  for (const { exit, exitedOn, openedOn } of transitionsOf(youth)) {
    if (exit.type !== 'EnrolmentEnded' || openedOn === undefined || !counts(context.window, exitedOn)) continue;
    const before = guidesOn(context.guidances, minus(exitedOn, 'P1D'));
    const after = guidesOn(context.guidances, openedOn);
    tally.on(exitedOn).judge('kept', [...before].some((person) => after.has(person)));
  }
}

/** C7: whether somebody stays while everything else changes. */
export const GUIDE_CONTINUITY: Metric = {
  id: 'C7',
  label: 'Vaste begeleider',
  definition: 'Hoeveel verschillende begeleiders heeft een jongere per jaar, welk deel houdt ten minste één begeleider bij de overgang '
    + 'van school naar de volgende stap, en hoeveel dagen is er niemand? Geteld van opening tot afsluiting binnen de periode. De dag '
    + 'waarop een begeleider stopt, is een dag zonder die begeleider. Een overgang die nog loopt, telt niet mee.',
  unit: 'per jaar',
  worklist: 'guide-vacancy',
  keys: ['perYouthPerYear', 'keptAcrossTransition', 'daysWithoutGuide'],
  itemsOf(youth, { window }) {
    const tally = new Tally();
    const guidances = guidancesOf(youth);
    addOpenDays(tally, youth, { window, guidances });
    addTransitions(tally, youth, { window, guidances });
    return tally;
  },
  summarise(tally) {
    const openDays = tally.countOf('openDays');
    return {
      perYouthPerYear: openDays === 0 ? null : tally.countOf('guides') / inYears(openDays),
      keptAcrossTransition: shareOf(tally, 'kept'),
      daysWithoutGuide: openDays === 0 ? null : tally.countOf('daysWithoutGuide'),
    };
  },
};
