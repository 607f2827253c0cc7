import type { Metric } from '../metric.js';
import { tracksOf } from '../path/spells.js';
import { Tally } from '../tally.js';
import { counts } from '../window.js';

const RESULT = 'result:';

/** C18: what tracks lead to; a track may have several results, so they need not add up to the whole. */
export const TRACK_OUTCOME: Metric = {
  id: 'C18',
  label: 'Uitkomst van trajecten',
  definition: 'Hoeveel trajecten begonnen in de periode, hoeveel zijn afgerond, en met welk resultaat eindigden ze? Een traject kan onder '
    + 'meer resultaten vallen. Voorgedragen is niet geplaatst, en afgerond is niet hetzelfde als geslaagd. Een traject dat nog loopt, '
    + 'heeft geen resultaat.',
  unit: 'aantal',
  worklist: 'stale-situation',
  keys: ['started', 'completed', 'ended', 'byResult'],
  itemsOf(youth, { window }) {
    const tally = new Tally();
    for (const { startedOn, end } of tracksOf(youth)) {
      if (!counts(window, startedOn)) continue;
      tally.on(startedOn).count('started');
      if (!end) continue;
      tally.count('ended');
      if (end.data.completed) tally.count('completed');
      new Set(end.data.result).forEach((result) => tally.count(`${RESULT}${result}`));
    }
    return tally;
  },
  summarise: (tally) => ({
    started: tally.countOf('started'),
    completed: tally.countOf('completed'),
    ended: tally.countOf('ended'),
    byResult: Object.fromEntries(tally.namesAfter(RESULT).map((result) => [result, tally.countOf(`${RESULT}${result}`)])),
  }),
};
