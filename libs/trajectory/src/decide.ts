import { AMENDMENT_EVENTS, decideAmendment } from './amendments/amendment.js';
import { findEntry, type RecordedLog } from './amendments/recorded-log.js';
import { decideClosing } from './closing/closing.js';
import { CONSENT_EVENTS, decideConsent } from './consent/consent.js';
import { decideConsentOfOffer, decideSharing } from './consent/sharing.js';
import { ACCEPTED, isOneOf, refused, type Decision, type Proposed, type ProposedEvent } from './decision.js';
import { decideHandoverStep, decideOffer, HANDOVER_EVENTS } from './handover/handover.js';
import { decideErasure, isFenced } from './rights/erasure.js';
import { decideRestriction, RESTRICTION_EVENTS } from './rights/restriction.js';
import { decideRequest, REQUEST_EVENTS } from './rights/rights-request.js';
import { decideSearchPeriod, SEARCH_PERIOD_EVENTS } from './search-period/search-period.js';
import type { Standing, TrajectoryState } from './trajectory-state.js';

/** Process steps that are possible whatever went before: nobody can be kept from taking a youth on, or from refusing to share. */
export const ALWAYS_POSSIBLE = ['TrajectoryOpened', 'ResponsibilityTaken', 'SharingDeclined'] as const;

/**
 * Whether an event can be recorded in a trajectory as the ledger knows it. Observations are always accepted, late and
 * contradictory ones as well, unless the subject was erased; a process step only when it is possible (events.yaml, "kind").
 */
export function decide({ standing, log }: TrajectoryState, event: ProposedEvent): Decision {
  if (isFenced(standing.erasures, event)) return refused('subject-erased');
  if (isOneOf(event, HANDOVER_EVENTS)) return decideHandover(standing, event);
  if (isOneOf(event, CONSENT_EVENTS)) return decideConsent(standing.consents, event);
  if (isOneOf(event, SEARCH_PERIOD_EVENTS)) return decideSearchPeriod(standing.searchPeriod, event);
  if (isOneOf(event, REQUEST_EVENTS)) return decideRights(standing, log, event);
  if (isOneOf(event, RESTRICTION_EVENTS)) return decideRestriction(standing.restrictions, event);
  if (isOneOf(event, AMENDMENT_EVENTS)) return decideAmendment({ log, erasures: standing.erasures }, event);
  if (event.type === 'InformationShared') return decideSharing(standing, event);
  if (event.type === 'TrajectoryClosed') return decideClosing(standing.closing);
  if (event.type === 'SubjectErased') return decideErasure(standing.requests, event);
  return ACCEPTED;
}

function decideHandover(standing: Standing, event: Proposed<(typeof HANDOVER_EVENTS)[number]>): Decision {
  if (event.type !== 'HandoverOffered') return decideHandoverStep(standing.handovers, event);
  const offer = decideOffer(standing.handovers, event);
  return offer.accepted ? decideConsentOfOffer(standing, event) : offer;
}

function decideRights(standing: Standing, log: RecordedLog, event: Proposed<(typeof REQUEST_EVENTS)[number]>): Decision {
  const namesUnknown = event.type === 'RectificationRequested' && findEntry(log, event.data.eventId) === undefined;
  return namesUnknown ? refused('unknown-event') : decideRequest(standing.requests, event);
}
