import type { EventName } from '@trajectboek/events';
import { on, OWN, PARTNER, type Example } from './example.js';

const offered = (handoverId: string): Example => ({ type: 'HandoverOffered', ...on('2023-06-05', { handoverId, to: PARTNER, receiverRole: 'rmc', warm: true, answerBy: '2023-06-20' }) });
const asked = (consentId: string): Example => ({ type: 'ConsentRequested', ...on('2023-05-01', { consentId, from: 'youth', parties: [PARTNER], dataCategories: ['education'], purpose: 'guidance' }) });
const accepted: Example = { type: 'HandoverAccepted', ...on('2023-06-10', { handoverId: 'h1' }, PARTNER) };
const given: Example = { type: 'ConsentGiven', ...on('2023-05-02', { consentId: 't1' }) };
const access: Example = { type: 'AccessRequested', ...on('2024-03-04', { requestId: 'v-inzage', by: 'subject' }) };
const rectification: Example = { type: 'RectificationRequested', ...on('2024-03-19', { requestId: 'v-herstel', eventId: `${OWN} ${OWN}-TrajectoryOpened` }) };

/** What the ledger must know before it takes a step in a process. */
export const BEFORE: Readonly<Partial<Record<EventName, readonly Example[]>>> = {
  HandoverAccepted: [offered('h1')],
  HandoverReturned: [offered('h2')],
  HandoverRevoked: [offered('h3')],
  HandoverCompleted: [offered('h1'), accepted],
  ConsentGiven: [asked('t1')],
  ConsentRefused: [asked('t2')],
  ConsentWithdrawn: [asked('t1'), given],
  AccessProvided: [access],
  RectificationDecided: [rectification],
};
