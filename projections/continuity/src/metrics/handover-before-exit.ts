import { SHARE_KEYS, shareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { happenedWithin, leaversIn } from '../path/leavers.js';
import { Tally } from '../tally.js';

/** An older acceptance belongs to another step (metrics.md, "Further"). */
const LOOK_BACK = 'P1Y';

/** C5: leavers whose next party had accepted them by the last school day. */
export const HANDOVER_BEFORE_EXIT: Metric = {
  id: 'C5',
  label: 'Overdracht vóór het vertrek',
  definition: 'Welk deel van de jongeren die van school gaan naar werk, naar niets of naar onbekend, had op de laatste schooldag een '
    + 'aanvaarde overdracht? De overdracht is hoogstens twaalf maanden daarvoor aanvaard.',
  unit: 'aandeel',
  worklist: 'open-handovers',
  keys: SHARE_KEYS,
  itemsOf({ history }, { window }) {
    const tally = new Tally();
    for (const { occurredOn } of leaversIn(window, history)) {
      tally.on(occurredOn).judge('handedOver', happenedWithin(history.all('HandoverAccepted'), LOOK_BACK, occurredOn));
    }
    return tally;
  },
  summarise: (tally) => shareOf(tally, 'handedOver'),
};
