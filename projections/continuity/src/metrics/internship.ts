import { daysBetween } from '@trajectboek/events';
import { distributionOf } from '../figures/distribution.js';
import { shareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { searchesOf } from '../path/spells.js';
import { Tally } from '../tally.js';
import { counts, startingIn } from '../window.js';

/** C17: how internships end, and how long it takes to find one. */
export const INTERNSHIP: Metric = {
  id: 'C17',
  label: 'Stage',
  definition: 'Welk deel van de stages die in de periode eindigden, werd een contract, en bij welk deel werd de jongere weggestuurd? En '
    + 'hoeveel dagen zochten jongeren die in de periode begonnen te zoeken? Wie nog zoekt, telt als lopend.',
  unit: 'aandeel',
  worklist: 'internship-sent-away',
  keys: ['converted', 'sentAway', 'daysSearching'],
  itemsOf(youth, { window }) {
    const tally = new Tally();
    for (const { data, occurredOn } of startingIn(window, youth.history.all('InternshipEnded'))) {
      tally.on(occurredOn).judge('converted', data.reason === 'converted-to-contract');
      tally.judge('sentAway', data.reason === 'sent-away');
    }
    for (const { startedOn, endedOn } of searchesOf(youth)) {
      if (!counts(window, startedOn)) continue;
      tally.on(startedOn).length('daysSearching', daysBetween(startedOn, endedOn ?? window.asOf), endedOn === undefined);
    }
    return tally;
  },
  summarise: (tally) => ({
    converted: shareOf(tally, 'converted'),
    sentAway: shareOf(tally, 'sentAway'),
    daysSearching: distributionOf(tally, 'daysSearching'),
  }),
};
