import { monthsBetween } from '../figures/elapsed.js';
import { retentionAt } from '../figures/kaplan-meier.js';
import type { Metric } from '../metric.js';
import { workSpellsOf } from '../path/work-spells.js';
import { Tally } from '../tally.js';
import { counts } from '../window.js';

const MONTHS = [3, 6, 12, 24, 36] as const;

/** C10: who still has paid work after 3 months to 3 years. */
export const SUSTAINED_PLACEMENT: Metric = {
  id: 'C10',
  label: 'Duurzaam aan het werk',
  definition: 'Welk deel van de betaalde plaatsingen duurt na 3, 6, 12, 24 en 36 maanden nog (Kaplan-Meier), met het aantal dat zo lang '
    + 'gevolgd is en een betrouwbaarheidsinterval van 95% (Greenwood, gewoon, afgekapt op 0 en 1)? Een andere werkgever binnen 28 dagen '
    + 'zet de plaatsing voort. Wie op de peildatum nog werkt, telt mee tot die dag.',
  unit: 'aandeel',
  worklist: 'contract-ends-within-60-days',
  keys: ['at', 'spells'],
  itemsOf(youth, { window }) {
    const tally = new Tally();
    for (const { startedOn, endedOn } of workSpellsOf(youth)) {
      if (counts(window, startedOn)) tally.on(startedOn).length('months', monthsBetween(startedOn, endedOn ?? window.asOf), endedOn === undefined);
    }
    return tally;
  },
  summarise: (tally) => ({
    spells: tally.lengthsOf('months').ended.length + tally.lengthsOf('months').running.length,
    at: retentionAt(tally.lengthsOf('months'), MONTHS),
  }),
};
