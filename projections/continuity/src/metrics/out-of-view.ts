import { periodsOf, type History } from '@trajectboek/events';
import type { Youth } from '@trajectboek/situation';
import { distributionOf } from '../figures/distribution.js';
import type { Figures } from '../figures/figure.js';
import { shareOf } from '../figures/share.js';
import type { Metric, MetricContext } from '../metric.js';
import { episodesOf, type Episode } from '../path/episodes.js';
import { openPeriodsOf } from '../path/openings.js';
import { clip } from '../path/spells.js';
import type { Sight } from '../rules.js';
import { Tally } from '../tally.js';
import { boundsOf, counts } from '../window.js';

const CAUSE = 'cause:';

/** A running episode has no next answer; one that ended with the closing of the trajectory ended without a return. */
function addEpisode(tally: Tally, { startedOn, days, first, next }: Episode<Sight>): void {
  const returned = next !== undefined && next.status !== 'closed';
  tally.on(startedOn);
  for (const prefix of ['', `${CAUSE}${first.cause ?? 'silence'}:`]) {
    tally.count(`${prefix}episodes`).judge(`${prefix}returned`, returned);
    tally.length(`${prefix}days`, days, next === undefined);
    if (returned || next === undefined) tally.length(`${prefix}return`, days, next === undefined);
  }
}

function itemsOf(youth: Youth, { window, rules }: MetricContext): Tally {
  const tally = new Tally();
  const [followed] = openPeriodsOf(youth.history).flatMap((period) => clip(period, boundsOf(window)) ?? []);
  if (followed === undefined) return tally;
  tally.on(followed).count('youths');
  const periods = periodsOf(youth.history.chronicle, {
    lastDay: window.asOf,
    answer: (history: History): Sight => rules.sightOn(rules.youthOn(history)),
    isSame: (a, b) => a.status === b.status,
  });
  episodesOf(periods, window.asOf, ({ status }) => status === 'out-of-view')
    .filter(({ startedOn }) => counts(window, startedOn))
    .forEach((episode) => addEpisode(tally, episode));
  return tally;
}

function figuresOf(tally: Tally, prefix: string): Figures {
  return {
    episodes: tally.countOf(`${prefix}episodes`),
    daysPerEpisode: distributionOf(tally, `${prefix}days`),
    returned: shareOf(tally, `${prefix}returned`),
    daysUntilReturn: distributionOf(tally, `${prefix}return`),
  };
}

/** C9: how often, how long and why nobody sees a youth. */
export const TIME_OUT_OF_VIEW: Metric = {
  id: 'C9',
  label: 'Tijd uit beeld',
  definition: 'Hoe vaak raken jongeren in de periode uit beeld, hoeveel dagen duurt dat, welk deel komt terug en na hoeveel dagen, per '
    + 'oorzaak? De oorzaak is die op de eerste dag. Wie op de peildatum nog uit beeld is, telt als lopend en niet als teruggekomen. Een '
    + 'traject dat wordt afgesloten terwijl de jongere uit beeld is, is geen terugkeer.',
  unit: 'dagen',
  worklist: 'out-of-view',
  keys: ['episodes', 'youths', 'episodesPerYouth', 'daysPerEpisode', 'returned', 'daysUntilReturn', 'byCause'],
  itemsOf,
  summarise(tally) {
    const youths = tally.countOf('youths');
    const causes = new Set(tally.namesAfter(CAUSE).map((name) => name.slice(0, name.indexOf(':'))));
    return {
      youths,
      episodesPerYouth: youths === 0 ? null : tally.countOf('episodes') / youths,
      ...figuresOf(tally, ''),
      byCause: Object.fromEntries([...causes].map((cause) => [cause, figuresOf(tally, `${CAUSE}${cause}:`)])),
    };
  },
};
