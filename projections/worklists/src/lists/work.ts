import { minus, plus, type CivilDate, type Recorded } from '@trajectboek/events';
import { hasContactSince, hasStartSince, isOpen, placementsOf, type Youth } from '@trajectboek/situation';
import { periodOf, reference, type WorkItem, type WorkList, type WorkListYouth } from '../work-item.js';

/** Placements that run into an end date soon; a permanent contract has none. */
export const CONTRACT_ENDS: WorkList = {
  id: 'contract-ends-within-60-days',
  label: 'Contract loopt binnen 60 dagen af',
  itemsOf: (context) => placementsOf(context.youth).filter(isOpen).flatMap(({ start }) => contractItems(context, start)),
};

function contractItems(context: WorkListYouth, start: Recorded<'PlacementStarted'>): readonly WorkItem[] {
  const { asOf } = context.youth;
  const changes = changesOf(context.youth, start);
  const until = endDateOf(start, changes);
  if (until === null || asOf.passed(until)) return [];
  const warnOn = minus(until, periodOf(context, 'contractEndWarning', until));
  return asOf.reached(warnOn) ? [{
    key: start.eventId, since: warnOn, dueOn: until, owner: start.organisation, why: { code: 'contract-ends', label: 'Contract loopt af' },
    nextStep: 'Vraag werkgever en jongere of het contract verlengd wordt; zoek anders iets nieuws.', events: [start, ...changes.slice(-1)].map(reference),
  }] : [];
}

function changesOf({ history }: Youth, { data: { placementId }, occurredOn }: Recorded<'PlacementStarted'>): readonly Recorded<'PlacementChanged'>[] {
  return history.all('PlacementChanged').filter((change) => change.data.placementId === placementId && change.occurredOn >= occurredOn);
}

/** The newest end date; one that was extended without a date, or made permanent, has none that is known. */
function endDateOf({ data }: Recorded<'PlacementStarted'>, changes: readonly Recorded<'PlacementChanged'>[]): CivilDate | null {
  return changes.reduce<CivilDate | null>((until, { data: { change, contractUntil } }) => {
    if (change === 'permanent') return null;
    return contractUntil ?? (change === 'extended' ? null : until);
  }, data.contractUntil ?? null);
}

/** A lost job after which nobody spoke the youth and nothing started. */
export const JOB_LOST_WITHOUT_CONTACT: WorkList = {
  id: 'job-lost-without-contact',
  label: 'Baan kwijt, nog geen contact',
  itemsOf(context) {
    const lost = context.youth.history.newest('JobLost');
    if (!lost || hasContactSince(context.youth, lost.occurredOn) || hasStartSince(context.youth, lost.occurredOn)) return [];
    return [{
      key: lost.eventId, since: lost.occurredOn, dueOn: plus(lost.occurredOn, periodOf(context, 'jobLossContact', lost.occurredOn)), owner: lost.organisation,
      why: { code: 'job-lost', label: 'Baan verloren, daarna geen contact' }, nextStep: 'Neem contact op en kijk samen wat de volgende stap is.', events: [reference(lost)],
    }];
  },
};
