import { daysBetween } from '@trajectboek/events';
import { distributionOf } from '../figures/distribution.js';
import type { Metric } from '../metric.js';
import { transitionsOf } from '../path/transitions.js';
import { Tally } from '../tally.js';
import { counts } from '../window.js';

/** C1: days from an exit to the next opening. */
export const TRANSITION_GAP: Metric = {
  id: 'C1',
  label: 'Gat in de overgang',
  definition: 'Hoeveel dagen zitten er tussen het einde van een opleiding, plaatsing of baan en de volgende start van onderwijs, werk, '
    + 'een traject of dagbesteding? Loopt er nog iets anders door, dan is het gat 0. Een verblijf in een instelling telt niet mee. '
    + 'Een gat dat nog loopt op de peildatum telt alleen mee als lopend.',
  unit: 'dagen',
  worklist: 'out-of-view',
  keys: ['n', 'censored', 'min', 'p25', 'median', 'p75', 'p90', 'max'],
  itemsOf(youth, { window }) {
    const tally = new Tally();
    for (const { exitedOn, openedOn } of transitionsOf(youth)) {
      if (counts(window, exitedOn)) tally.on(exitedOn).length('gap', daysBetween(exitedOn, openedOn ?? window.asOf), openedOn === undefined);
    }
    return tally;
  },
  summarise: (tally) => distributionOf(tally, 'gap'),
};
