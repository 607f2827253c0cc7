import { plus, type AsOf, type CivilDate } from '@trajectboek/events';
import { handoversOf, type Handover, type Youth } from '@trajectboek/situation';
import { periodOf, reference, type WorkItem, type WorkList } from '../work-item.js';

const UNANSWERED = { code: 'unanswered', label: 'Aangeboden, nog geen antwoord' };
const OVERDUE = { code: 'overdue', label: 'Aangeboden, antwoord is te laat' };
const RETURNED = { code: 'returned', label: 'Teruggegeven en niet opnieuw aangeboden' };
const NOT_ARRIVED = { code: 'not-arrived', label: 'Aanvaard, jongere nog niet aangekomen' };

/** A handover in a state in which somebody has to do something. */
export interface OpenHandover {
  readonly handoverId: string;
  readonly state: 'offered' | 'accepted' | 'returned';
  /** Since when it is in that state. */
  readonly since: CivilDate;
  readonly giver: string;
  readonly receiver: string;
  /** The day on which the answer, the arrival or the next offer is due. */
  readonly dueOn: CivilDate;
  readonly events: WorkItem['events'];
}

/** Whose turn it is: the receiver's until the youth has arrived, the giver's when it was given back. */
export function ownerOf({ state, giver, receiver }: Pick<OpenHandover, 'state' | 'giver' | 'receiver'>): string {
  return state === 'returned' ? giver : receiver;
}

/** Overdue is worked out from the asked date; it is not stored. */
export function openHandoverItem(handover: OpenHandover, asOf: AsOf): WorkItem {
  const { handoverId: key, since, dueOn, events } = handover;
  const item = { key, since, dueOn, events, owner: ownerOf(handover) };
  switch (handover.state) {
    case 'offered': return { ...item, why: asOf.passed(dueOn) ? OVERDUE : UNANSWERED, nextStep: 'Laat de ontvanger antwoorden: aanvaarden of teruggeven.' };
    case 'accepted': return { ...item, why: NOT_ARRIVED, nextStep: 'Leg het eerste contact en meld dat de jongere is aangekomen.' };
    case 'returned': return { ...item, why: RETURNED, nextStep: 'Zoek een andere ontvanger en bied de overdracht opnieuw aan.' };
  }
}

/** Unanswered, overdue, returned and not offered again, accepted but not arrived (views.md section 3). */
export const OPEN_HANDOVERS: WorkList = {
  id: 'open-handovers',
  label: 'Openstaande overdrachten',
  itemsOf: ({ youth }) => openHandoversOf(youth).map((handover) => openHandoverItem(handover, youth.asOf)),
};

export function openHandoversOf(youth: Youth): readonly OpenHandover[] {
  const handovers = handoversOf(youth);
  return handovers.flatMap((handover): OpenHandover[] => {
    const { handoverId, state, from: giver, to: receiver, offeredOn, acceptedOn, returnedOn } = handover;
    if (state === 'revoked' || state === 'completed') return [];
    if (state === 'returned' && isOfferedAgain(handover, handovers)) return [];
    const since = { offered: offeredOn, accepted: acceptedOn ?? offeredOn, returned: returnedOn ?? offeredOn }[state];
    return [{ handoverId, state, since, giver, receiver, dueOn: dueOn(youth, handover, { state, since }), events: handover.events.map(reference) }];
  });
}

/** An answer is due on the asked date, an arrival some time after it or after the expected start, a new offer some time after the return. */
function dueOn(youth: Youth, { answerBy, expectedStart }: Handover, { state, since }: Pick<OpenHandover, 'state' | 'since'>): CivilDate {
  switch (state) {
    case 'offered': return answerBy;
    case 'accepted': return plus(expectedStart !== null && expectedStart > answerBy ? expectedStart : answerBy, periodOf({ youth }, 'handoverArrival', since));
    case 'returned': return plus(since, periodOf({ youth }, 'handoverNext', since));
  }
}

/** A handover id is used once, so that offering again is another handover. */
function isOfferedAgain({ handoverId, returnedOn }: Handover, handovers: readonly Handover[]): boolean {
  return handovers.some((other) => other.handoverId !== handoverId && returnedOn !== null && other.offeredOn >= returnedOn);
}
