import type { Recorded } from '@trajectboek/events';
import { distributionOf } from '../figures/distribution.js';
import type { Figures } from '../figures/figure.js';
import type { Metric } from '../metric.js';
import { Tally } from '../tally.js';
import { startingIn } from '../window.js';

const AXES = { byChannel: 'channel', byDayPart: 'dayPart' } as const;

function attemptsAndReached(tally: Tally, prefix: string): Figures {
  return { attempted: tally.countOf(`${prefix}attempted`), reached: tally.countOf(`${prefix}reached`) };
}

function byValue(tally: Tally, field: string): Figures {
  const values = tally.namesAfter(`${field}:`).filter((name) => name.endsWith(':attempted')).map((name) => name.slice(0, -':attempted'.length));
  return Object.fromEntries(values.map((value) => [value, attemptsAndReached(tally, `${field}:${value}:`)]));
}

/** C20: how youths are reached. */
export const REACH: Metric = {
  id: 'C20',
  label: 'Bereik van contactpogingen',
  definition: 'Hoeveel contactpogingen waren er in de periode, hoeveel daarvan bereikten de jongere, per kanaal en per dagdeel, en '
    + 'hoeveel pogingen waren er nodig tot het eerste contact? Een jongere die nog niet is bereikt, telt als lopend.',
  unit: 'aantal',
  worklist: 'out-of-view',
  keys: ['attempted', 'reached', 'byChannel', 'byDayPart', 'attemptsUntilFirstContact'],
  itemsOf({ history }, { window }) {
    const tally = new Tally();
    const attempts = history.all('ContactAttempted');
    const counted = startingIn(window, attempts);
    for (const { data, occurredOn } of counted) {
      tally.on(occurredOn);
      for (const prefix of ['', `channel:${data.channel}:`, `dayPart:${data.dayPart}:`]) {
        tally.count(`${prefix}attempted`);
        if (data.reached) tally.count(`${prefix}reached`);
      }
    }
    const [start] = counted;
    if (start) addSeries(tally.on(start.occurredOn), attempts.slice(attempts.indexOf(start)));
    return tally;
  },
  summarise: (tally) => ({
    ...attemptsAndReached(tally, ''),
    ...Object.fromEntries(Object.entries(AXES).map(([key, field]) => [key, byValue(tally, field)])),
    attemptsUntilFirstContact: distributionOf(tally, 'attempts'),
  }),
};

/** The attempts from the first one in the window until the youth is reached, or until now. */
function addSeries(tally: Tally, series: readonly Recorded<'ContactAttempted'>[]): void {
  const first = series.findIndex(({ data }) => data.reached);
  tally.length('attempts', first < 0 ? series.length : first + 1, first < 0);
}
