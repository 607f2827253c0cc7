import type { CivilDate, OrganisationUrn, Recorded, RecordedEvent } from '@trajectboek/events';
import { remembered } from './remembered.js';

export type HandoverState = 'offered' | 'accepted' | 'returned' | 'revoked' | 'completed';

/** One handover of a youth from one organisation to another, as it stands on the date. */
export interface Handover {
  readonly handoverId: string;
  readonly state: HandoverState;
  readonly from: OrganisationUrn;
  readonly to: OrganisationUrn;
  readonly receiverRole: string;
  readonly warm: boolean;
  readonly offeredOn: CivilDate;
  readonly answerBy: CivilDate;
  readonly expectedStart: CivilDate | null;
  readonly acceptedOn: CivilDate | null;
  readonly returnedOn: CivilDate | null;
  readonly revokedOn: CivilDate | null;
  readonly completedOn: CivilDate | null;
  /** The offer and what was answered to it, in the order of the world. */
  readonly events: readonly RecordedEvent[];
}

type Answer = Recorded<'HandoverAccepted'> | Recorded<'HandoverReturned'> | Recorded<'HandoverRevoked'> | Recorded<'HandoverCompleted'>;

function isAnswer(event: RecordedEvent): event is Answer {
  return event.type === 'HandoverAccepted' || event.type === 'HandoverReturned' || event.type === 'HandoverRevoked' || event.type === 'HandoverCompleted';
}

/** All handovers that were offered, in the order of their offers; a `handoverId` is used once, so the first offer counts. */
export const handoversOf = remembered(({ history }): readonly Handover[] => {
  const offers = new Map<string, Recorded<'HandoverOffered'>>();
  for (const offer of history.all('HandoverOffered')) if (!offers.has(offer.data.handoverId)) offers.set(offer.data.handoverId, offer);
  if (offers.size === 0) return [];
  const answers = history.events.filter(isAnswer);
  return [...offers.values()].map((offer) => toHandover(offer, answers.filter(({ data }) => data.handoverId === offer.data.handoverId)));
});

function toHandover(offer: Recorded<'HandoverOffered'>, answers: readonly Answer[]): Handover {
  const dayOf = (type: Answer['type']): CivilDate | null => answers.find((answer) => answer.type === type)?.occurredOn ?? null;
  const days = { acceptedOn: dayOf('HandoverAccepted'), returnedOn: dayOf('HandoverReturned'), revokedOn: dayOf('HandoverRevoked'), completedOn: dayOf('HandoverCompleted') };
  const { handoverId, to, receiverRole, warm, answerBy, expectedStart } = offer.data;
  return {
    handoverId, receiverRole, warm, answerBy, ...days,
    state: stateOf(days), from: offer.organisation, to: to as OrganisationUrn, offeredOn: offer.occurredOn, expectedStart: expectedStart ?? null,
    events: [offer, ...answers],
  };
}

function stateOf({ acceptedOn, returnedOn, revokedOn, completedOn }: Pick<Handover, 'acceptedOn' | 'returnedOn' | 'revokedOn' | 'completedOn'>): HandoverState {
  if (completedOn !== null) return 'completed';
  if (revokedOn !== null) return 'revoked';
  if (returnedOn !== null) return 'returned';
  return acceptedOn !== null ? 'accepted' : 'offered';
}
