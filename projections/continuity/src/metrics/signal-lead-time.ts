import { daysBetween, plus } from '@trajectboek/events';
import { distributionOf } from '../figures/distribution.js';
import { censoredShareOf, shareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { Tally } from '../tally.js';
import { startingIn } from '../window.js';

/** A signal is taken to be about the year that follows it. */
const FOLLOW_UP = 'P12M';

/** C12: how long before a dropout somebody saw it coming. */
export const SIGNAL_LEAD_TIME: Metric = {
  id: 'C12',
  label: 'Signaal vóór uitval',
  definition: 'Hoeveel dagen zitten er tussen het eerste signaal van dreigende uitval en de uitval, welk deel van de uitval kwam zonder '
    + 'signaal, en op welk deel van de signalen volgde binnen twaalf maanden geen uitval? Een signaal dat nog geen twaalf maanden oud is '
    + 'en waarop geen uitval volgde, telt alleen als lopend.',
  unit: 'dagen',
  worklist: 'left-school-without-exit-interview',
  keys: ['n', 'censored', 'min', 'p25', 'median', 'p75', 'p90', 'max', 'withoutSignal', 'signalsWithoutDropout'],
  itemsOf({ history, asOf }, { window }) {
    const tally = new Tally();
    const [signals, dropouts] = [history.all('DropoutRiskSignalled'), history.all('DroppedOut')];
    for (const { occurredOn } of startingIn(window, dropouts)) {
      const first = signals.find((signal) => signal.occurredOn <= occurredOn);
      tally.on(occurredOn).judge('withoutSignal', !first);
      if (first) tally.length('lead', daysBetween(first.occurredOn, occurredOn));
    }
    for (const { occurredOn } of startingIn(window, signals)) {
      const until = plus(occurredOn, FOLLOW_UP);
      const followed = dropouts.some((dropout) => occurredOn <= dropout.occurredOn && dropout.occurredOn <= until);
      tally.on(occurredOn).judgeSoFar('signalsWithoutDropout', followed || asOf.passed(until) ? !followed : undefined);
    }
    return tally;
  },
  summarise: (tally) => ({
    ...distributionOf(tally, 'lead'),
    withoutSignal: shareOf(tally, 'withoutSignal'),
    signalsWithoutDropout: censoredShareOf(tally, 'signalsWithoutDropout'),
  }),
};
