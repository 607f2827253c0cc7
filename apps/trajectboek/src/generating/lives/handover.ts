import { SIGHT } from '../calibration/sight.js';
import type { Day } from '../day.js';
import type { Life } from '../life.js';

type ReceiverRole = 'rmc' | 'work-and-income' | 'mbo' | 'track-provider' | 'day-activity';

export interface Handover {
  readonly from: string;
  readonly to: string;
  readonly receiverRole: ReceiverRole;
  readonly offeredOn: Day;
}

/** A little more than eighteen: parents of somebody who is just of age may be asked as well, and a minor's must be. */
const SURELY_OF_AGE = 18.02;
const ANSWER_WITHIN_DAYS = 14;
const YEAR = 365;

/** Hands the youth over, with consent where it was asked and given; true when the receiver saw the youth. */
export function handOver(life: Life, handover: Handover): boolean {
  const { from, to, receiverRole, offeredOn } = handover;
  const consentId = life.happens(SIGHT.consentAsked) ? askConsent(life, handover) : undefined;
  if (consentId === null) return false;
  const handoverId = life.newId('h');
  life.tell('HandoverOffered', { by: from, day: offeredOn, data: {
    handoverId, to, receiverRole, warm: life.happens(SIGHT.warm), answerBy: life.date(offeredOn + ANSWER_WITHIN_DAYS), ...(consentId !== undefined && { consentId }),
  } });
  if (!life.happens(SIGHT.answered)) return false;
  return answer(life, handover, handoverId);
}

function answer(life: Life, { from, to, offeredOn }: Handover, handoverId: string): boolean {
  const answeredOn = offeredOn + life.days(SIGHT.answerWithin);
  if (life.happens(SIGHT.returned)) {
    life.tell('HandoverReturned', { by: to, day: answeredOn, data: { handoverId, ground: life.random.pick(['no-capacity', 'wrong-municipality', 'incomplete-dossier', 'not-ready']) } });
    return false;
  }
  life.tell('HandoverAccepted', { by: to, day: answeredOn, data: { handoverId, contactPerson: life.person(to) } });
  if (life.happens(SIGHT.revoked)) {
    life.tell('HandoverRevoked', { by: from, day: answeredOn + 1, data: { handoverId, reason: 'situation-changed' } });
    return false;
  }
  if (!life.happens(SIGHT.arrived)) return false;
  const arrivedOn = answeredOn + life.days(SIGHT.arrivalWithin);
  life.tell('HandoverCompleted', { by: to, day: arrivedOn, data: { handoverId, firstContactOn: life.date(arrivedOn) } });
  if (life.happens(SIGHT.guide)) assignGuide(life, to, arrivedOn);
  return true;
}

/** Undefined when nobody need be asked after all; null when it was refused or not yet given: then nothing is handed over. */
function askConsent(life: Life, { from, to, offeredOn }: Handover): string | null {
  const askedOn = offeredOn - life.days(SIGHT.answerWithin);
  const consentId = life.newId('c');
  const isMinor = life.age(offeredOn) < SURELY_OF_AGE;
  life.tell('ConsentRequested', { by: from, day: askedOn, data: { consentId, from: isMinor ? 'both' : 'youth', parties: [to], dataCategories: ['contact-details', 'support-need'], purpose: 'warm-handover' } });
  if (life.happens(SIGHT.consentPending)) return null;
  if (life.happens(SIGHT.consentRefused)) {
    life.tell('ConsentRefused', { by: from, day: offeredOn, data: { consentId, by: isMinor ? 'parents' : 'youth' } });
    return null;
  }
  life.tell('ConsentGiven', { by: from, day: offeredOn, data: { consentId, validUntil: life.date(offeredOn + YEAR) } });
  if (life.happens(SIGHT.shared)) life.tell('InformationShared', { by: from, day: offeredOn, data: { document: `overdracht-${consentId}`, recipients: [to], level: 'what', basis: 'consent', consentId } });
  if (life.happens(SIGHT.consentWithdrawn)) life.tell('ConsentWithdrawn', { by: from, day: offeredOn + life.days(SIGHT.guideStays), data: { consentId } });
  return consentId;
}

/** A guide of an organisation, who may leave, with or without a successor. */
export function assignGuide(life: Life, organisation: string, day: Day): void {
  const role = organisation === life.around.municipality ? 'client-manager' : 'rmc-guide';
  const person = life.person(organisation);
  life.tell('GuideAssigned', { by: organisation, day, data: { role, person, organisation, fixedContact: true } });
  if (!life.happens(SIGHT.guideLeaves)) return;
  const leftOn = day + life.days(SIGHT.guideStays);
  const successor = life.happens(SIGHT.guideReplaced) ? life.person(organisation) : undefined;
  life.tell('GuideEnded', { by: organisation, day: leftOn, data: { role, person, reason: 'left-organisation', ...(successor !== undefined && { successor }) } });
  if (successor !== undefined) life.tell('GuideAssigned', { by: organisation, day: leftOn, data: { role, person: successor, organisation, fixedContact: true } });
}
