import type { CivilDate, RecordedEvent } from '@trajectboek/events';
import { AMENDMENT_EVENTS } from './amendments/amendment.js';
import { added, standingIn, type RecordedLog } from './amendments/recorded-log.js';
import { CLOSING_EVENTS, evolveClosing, NOT_CLOSED, type Closing } from './closing/closing.js';
import { CONSENT_EVENTS, evolveConsents, type Consents } from './consent/consent.js';
import { isOneOf } from './decision.js';
import { evolveHandovers, HANDOVER_EVENTS, type Handovers } from './handover/handover.js';
import { evolveErasures, type Erasure } from './rights/erasure.js';
import { evolveRestrictions, RESTRICTION_EVENTS, type Restrictions } from './rights/restriction.js';
import { evolveRequests, REQUEST_EVENTS, type RightsRequests } from './rights/rights-request.js';
import { evolveSearchPeriod, NO_WAIVER, SEARCH_PERIOD_EVENTS, type SearchPeriod } from './search-period/search-period.js';

/** Where the steps that the ledger guards stand. */
export interface Standing {
  readonly birthDate: CivilDate | undefined;
  readonly closing: Closing;
  readonly handovers: Handovers;
  readonly consents: Consents;
  readonly searchPeriod: SearchPeriod;
  readonly requests: RightsRequests;
  readonly restrictions: Restrictions;
  readonly erasures: readonly Erasure[];
}

/** What the ledger knows of one trajectory when the next event arrives: a fold over the order of recording. */
export interface TrajectoryState {
  readonly standing: Standing;
  readonly log: RecordedLog;
}

const NOTHING: Standing = {
  birthDate: undefined, closing: NOT_CLOSED, handovers: new Map(), consents: new Map(), searchPeriod: NO_WAIVER,
  requests: new Map(), restrictions: new Set(), erasures: [],
};

export const initialState: TrajectoryState = { standing: NOTHING, log: undefined };

/** Events must come in the order of recording. A correction or retraction undoes what it names, so all is folded again. */
export function evolve(state: TrajectoryState, event: RecordedEvent): TrajectoryState {
  const log = added(state.log, event);
  const standing = isOneOf(event, AMENDMENT_EVENTS) ? standingIn(log).reduce(withFact, NOTHING) : withFact(state.standing, event);
  return { standing, log };
}

function withFact(standing: Standing, event: RecordedEvent): Standing {
  if (isOneOf(event, HANDOVER_EVENTS)) return { ...standing, handovers: evolveHandovers(standing.handovers, event) };
  if (isOneOf(event, CONSENT_EVENTS)) return { ...standing, consents: evolveConsents(standing.consents, event) };
  if (isOneOf(event, SEARCH_PERIOD_EVENTS)) return { ...standing, searchPeriod: evolveSearchPeriod(standing.searchPeriod, event) };
  if (isOneOf(event, REQUEST_EVENTS)) return { ...standing, requests: evolveRequests(standing.requests, event) };
  if (isOneOf(event, RESTRICTION_EVENTS)) return { ...standing, restrictions: evolveRestrictions(standing.restrictions, event) };
  if (isOneOf(event, CLOSING_EVENTS)) return { ...standing, closing: evolveClosing(event), birthDate: birthDateAfter(standing, event) };
  if (event.type === 'SubjectErased') return { ...standing, erasures: evolveErasures(standing.erasures, event) };
  return standing;
}

function birthDateAfter({ birthDate }: Standing, event: RecordedEvent): CivilDate | undefined {
  return event.type === 'TrajectoryOpened' ? event.data.birthDate : birthDate;
}
