import type { MetricId } from './metric.js';

const OWN_FIGURE = '';

/** Where the figures of a metric stand in its answer, by the words of the names in its tally; other words stand for themselves. */
export const FIGURE_NAMES: Readonly<Record<MetricId, Readonly<Record<string, string>>>> = {
  C1: { gap: OWN_FIGURE },
  C2: {},
  C3: {},
  C4: { arrived: OWN_FIGURE },
  C5: { handedOver: OWN_FIGURE },
  C6: { warm: OWN_FIGURE },
  C7: { guides: 'perYouthPerYear', openDays: 'perYouthPerYear', kept: 'keptAcrossTransition' },
  C8: { within30: 'withContact.30', within90: 'withContact.90', within180: 'withContact.180', silence: 'longestSilence' },
  C9: { cause: 'byCause', days: 'daysPerEpisode', return: 'daysUntilReturn' },
  C10: { months: 'at' },
  C11: { lost: 'per100Years', placementDays: 'per100Years' },
  C12: { lead: OWN_FIGURE },
  C13: { inTime: OWN_FIGURE, bare: 'negativeWithoutWarningOrSupport' },
  C14: {},
  C15: {},
  C16: { followed: OWN_FIGURE },
  C17: {},
  C18: { result: 'byResult' },
  C19: { n: OWN_FIGURE, censored: OWN_FIGURE, education: 'byStatus.education', work: 'byStatus.work', benefit: 'byStatus.benefit', other: 'byStatus.other', unknown: 'byStatus.unknown' },
  C20: { channel: 'byChannel', dayPart: 'byDayPart', attempts: 'attemptsUntilFirstContact' },
  C21: { covered: OWN_FIGURE },
  C22: {},
  C23: { days: 'youthDays', untilClosed: 'daysUntilGapClosed' },
  C24: {},
  C25: { step: OWN_FIGURE },
  C26: { domain: 'byDomain', declined: 'requestsDeclined', withoutStart: 'referralsWithoutStart' },
};
