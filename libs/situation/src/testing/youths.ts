import { AsOf, Chronicle, knownUntil, type CivilDate, type RecordedEvent } from '@trajectboek/events';
import type { Settings } from '@trajectboek/schemes';
import { youthOn, type Youth } from '../youth.js';

/** The values of schemes.yaml that the folds read, fixed for specs; the upper age changes on 2026-01-01. */
const VALUES: Readonly<Record<string, string | number>> = {
  contactWindow: 'P90D', staleAfter: 'P12M', staleTrackAfter: 'P6M', transitionGap: 'P28D', handoverArrival: 'P14D', refusalFollowUp: 'P28D', contactAttemptsLost: 2,
};

export function settingsWith(overrides: Readonly<Record<string, Readonly<Record<string, string | number>>>> = {}): Settings {
  return {
    valueOf: (code, date, municipality = '') => {
      if (code === 'rmcUpperAge') return date < '2026-01-01' ? 23 : 27;
      const value = overrides[municipality]?.[code] ?? VALUES[code];
      if (value === undefined) throw new Error(`no setting ${code}`);
      return value;
    },
    nextChange: (code, date) => (code === 'rmcUpperAge' && date < '2026-01-01' ? '2026-01-01' : undefined),
  };
}

export const SETTINGS = settingsWith();

/** The youth of the events on a date; `knownAt` a date or an instant. */
export function youthWith(events: readonly RecordedEvent[], date: CivilDate, knownAt?: string): Youth {
  return youthOn(new Chronicle(events, knownAt === undefined ? undefined : knownUntil(knownAt)).on(new AsOf(date)), SETTINGS);
}
