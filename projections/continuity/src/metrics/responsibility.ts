import { laterOf, periodsOf, type History } from '@trajectboek/events';
import type { Youth } from '@trajectboek/situation';
import { distributionOf } from '../figures/distribution.js';
import type { Metric, MetricContext } from '../metric.js';
import { daysWithin, episodesOf } from '../path/episodes.js';
import { findOpening } from '../path/openings.js';
import { Tally } from '../tally.js';
import { counts, lastDayOf } from '../window.js';

const ALARMS = ['gap', 'double', 'disputed'] as const;

interface Hold {
  readonly isOpen: boolean;
  readonly alarms: readonly string[];
}

/** Nobody has to hold a youth whose trajectory is not open yet, or closed. */
function holdOn(youth: Youth, { rules }: MetricContext): Hold {
  const isOpen = findOpening(youth.history) !== undefined;
  const alarms = isOpen ? rules.alarmsOn(youth) : [];
  return { isOpen, alarms: ALARMS.filter((alarm) => alarms.includes(alarm)) };
}

function itemsOf(youth: Youth, context: MetricContext): Tally {
  const tally = new Tally();
  const { window, rules } = context;
  const periods = periodsOf(youth.history.chronicle, {
    lastDay: window.asOf,
    answer: (history: History) => holdOn(rules.youthOn(history), context),
    isSame: (a, b) => a.isOpen === b.isOpen && a.alarms.join() === b.alarms.join(),
  });
  for (const period of periods.filter(({ value }) => value.isOpen)) {
    const days = daysWithin(period, [window.from, lastDayOf(window)]);
    tally.on(laterOf(period.from, window.from)).count('days', days);
    period.value.alarms.forEach((alarm) => tally.count(alarm, days));
  }
  for (const { startedOn, days, next } of episodesOf(periods, window.asOf, ({ alarms }) => alarms.includes('gap'))) {
    if (counts(window, startedOn)) tally.on(startedOn).length('untilClosed', days, !next?.isOpen);
  }
  return tally;
}

/** C23: how long nobody, two parties, or parties in dispute held the youth. */
export const RESPONSIBILITY: Metric = {
  id: 'C23',
  label: 'Wie is verantwoordelijk',
  definition: 'Op hoeveel dagen (van alle jongeren samen) was er een wettelijk verantwoordelijke maar niemand die de jongere vasthield, '
    + 'hielden twee partijen dezelfde rol, of was er onenigheid? En hoeveel dagen duurt het tot zo’n gat gesloten is? Een gat dat nog '
    + 'openstaat op de peildatum of bij het afsluiten, telt als lopend.',
  unit: 'dagen',
  worklist: 'deadlines-due-and-overdue',
  keys: ['youthDays', ...ALARMS, 'daysUntilGapClosed'],
  itemsOf,
  summarise: (tally) => ({
    youthDays: tally.countOf('days'),
    ...Object.fromEntries(ALARMS.map((alarm) => [alarm, tally.countOf(alarm)])),
    daysUntilGapClosed: distributionOf(tally, 'untilClosed'),
  }),
};
