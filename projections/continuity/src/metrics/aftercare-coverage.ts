import { minus, plus, type CivilDate, type Period } from '@trajectboek/events';
import { CENSORED_SHARE_KEYS, censoredShareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import type { AftercareOnDate } from '../rules.js';
import { Tally } from '../tally.js';
import { counts } from '../window.js';

/** So many times a period, counted from the start: month ends do not drift. */
function times(period: Period, count: number): Period {
  return period.replaceAll(/\d+/g, (number) => String(Number(number) * count));
}

/** The periods of a scheme that are over by a day. Each begins the day after the one before it ended, the first one at once. */
function endedPeriods({ startedOn, endsOn, contactEvery }: AftercareOnDate, asOf: CivilDate): readonly (readonly [CivilDate, CivilDate])[] {
  const periods: (readonly [CivilDate, CivilDate])[] = [];
  for (let after = minus(startedOn, 'P1D'), count = 1; ; count += 1) {
    const until = plus(startedOn, times(contactEvery, count));
    if (until > endsOn || until >= asOf) return periods;
    periods.push([after, until]);
    after = until;
  }
}

/** Whether each period that is over had a contact; undefined while the first one runs. */
function isCovered(scheme: AftercareOnDate, asOf: CivilDate): boolean | undefined {
  const periods = endedPeriods(scheme, asOf);
  if (periods.length === 0) return undefined;
  return periods.every(([after, until]) => scheme.contactsOn.some((date) => after < date && date <= until));
}

/** C21: leavers who were called as often as their aftercare says. */
export const AFTERCARE_COVERAGE: Metric = {
  id: 'C21',
  label: 'Nazorg volgens afspraak',
  definition: 'Met welk deel van de jongeren in een nazorgregeling was er contact in elke periode die de regeling vraagt? Alleen perioden '
    + 'die voorbij zijn tellen; wie nog in de eerste periode zit, telt alleen als lopend.',
  unit: 'aandeel',
  worklist: 'aftercare-contact-due',
  keys: CENSORED_SHARE_KEYS,
  itemsOf(youth, { window, rules }) {
    const tally = new Tally();
    for (const scheme of rules.aftercareOn(youth)) {
      if (counts(window, scheme.startedOn)) tally.on(scheme.startedOn).judgeSoFar('covered', isCovered(scheme, window.asOf));
    }
    return tally;
  },
  summarise: (tally) => censoredShareOf(tally, 'covered'),
};
