import { daysBetween, plus } from '@trajectboek/events';
import type { Youth } from '@trajectboek/situation';
import { distributionOf } from '../figures/distribution.js';
import { shareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { periodOf } from '../path/settings.js';
import { placementsOf, tracksOf, type Placement, type Track } from '../path/spells.js';
import { Tally } from '../tally.js';
import { counts } from '../window.js';

const PLACEMENT_KINDS: ReadonlySet<string> = new Set(['trial-placement', 'day-activity']);
const TRACK_GOALS: ReadonlySet<string> = new Set(['orientation', 'stabilisation', 'care']);

/** Steps that are meant to lead to another one. */
function interimStepsOf(youth: Youth): readonly (Placement | Track)[] {
  return [
    ...placementsOf(youth).filter(({ start }) => PLACEMENT_KINDS.has(start.data.kind)),
    ...tracksOf(youth).filter(({ start }) => TRACK_GOALS.has(start.data.goal)),
  ];
}

/** C25: how long an in-between step lasts. */
export const INTERIM_STEP_LENGTH: Metric = {
  id: 'C25',
  label: 'Duur van een tussenstap',
  definition: 'Hoeveel dagen duren proefplaatsingen, dagbesteding en trajecten voor oriëntatie, stabilisatie of zorg, en welk deel duurt '
    + 'langer dan twaalf maanden? Een stap die nog loopt, telt als lopend, en als langer dan twaalf maanden zodra hij dat is.',
  unit: 'dagen',
  worklist: 'yearly-route-review-due',
  keys: ['n', 'censored', 'min', 'p25', 'median', 'p75', 'p90', 'max', 'over12Months'],
  itemsOf(youth, { window }) {
    const tally = new Tally();
    for (const { startedOn, endedOn } of interimStepsOf(youth)) {
      if (!counts(window, startedOn)) continue;
      const limit = plus(startedOn, periodOf('interimStepReview', youth));
      tally.on(startedOn).length('step', daysBetween(startedOn, endedOn ?? window.asOf), endedOn === undefined);
      tally.judge('over12Months', endedOn === undefined ? youth.asOf.passed(limit) : endedOn > limit);
    }
    return tally;
  },
  summarise: (tally) => ({ ...distributionOf(tally, 'step'), over12Months: shareOf(tally, 'over12Months') }),
};
