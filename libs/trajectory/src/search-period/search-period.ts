import type { CivilDate, RecordedEvent } from '@trajectboek/events';
import { ACCEPTED, refused, unreachable, type Decision, type Proposed } from '../decision.js';

/** A report is an observation, but it is what a waiver belongs to. */
export const SEARCH_PERIOD_EVENTS = ['BenefitReported', 'SearchPeriodStarted', 'SearchPeriodWaived'] as const;

type SearchPeriodEvent = Extract<RecordedEvent, { readonly type: (typeof SEARCH_PERIOD_EVENTS)[number] }>;

/**
 * Whether a search period may start. A waiver holds for one report for benefit, which may be recorded after it: a youth who
 * reports anew later is judged anew. `lastEndsOn` is the end of the newest period; a waiver after it is about the next report.
 */
export type SearchPeriod =
  | { readonly status: 'possible'; readonly reported: boolean; readonly lastEndsOn: CivilDate | undefined }
  | { readonly status: 'waived'; readonly waivedOn: CivilDate; readonly reported: boolean };

export const NO_WAIVER: SearchPeriod = { status: 'possible', reported: false, lastEndsOn: undefined };

/** A start from before the waiver, recorded late, is what the waiver ended. */
export function decideSearchPeriod(state: SearchPeriod, event: Proposed<(typeof SEARCH_PERIOD_EVENTS)[number]>): Decision {
  switch (event.type) {
    case 'SearchPeriodStarted':
      return state.status === 'waived' && event.occurredOn >= state.waivedOn ? refused('waived') : ACCEPTED;
    case 'SearchPeriodWaived':
    case 'BenefitReported': return ACCEPTED;
    default: return unreachable(event);
  }
}

export function evolveSearchPeriod(state: SearchPeriod, event: SearchPeriodEvent): SearchPeriod {
  switch (event.type) {
    case 'SearchPeriodStarted':
      return state.status === 'waived' ? { ...state, reported: true } : { ...state, reported: true, lastEndsOn: event.data.endsOn };
    case 'SearchPeriodWaived': return { status: 'waived', waivedOn: event.occurredOn, reported: isForLastReport(state, event.occurredOn) };
    case 'BenefitReported': return afterReport(state, event.occurredOn);
    default: return unreachable(event);
  }
}

function isForLastReport(state: SearchPeriod, waivedOn: CivilDate): boolean {
  if (state.status === 'waived') return state.reported;
  return state.reported && (state.lastEndsOn === undefined || waivedOn <= state.lastEndsOn);
}

function afterReport(state: SearchPeriod, on: CivilDate): SearchPeriod {
  const isAnew = state.status === 'possible' || (state.reported && on > state.waivedOn);
  return isAnew ? { status: 'possible', reported: true, lastEndsOn: undefined } : { ...state, reported: true };
}
