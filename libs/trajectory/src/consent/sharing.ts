import { ageOn, type CivilDate } from '@trajectboek/events';
import { unless, type Decision, type Proposed } from '../decision.js';
import type { Refusal } from '../refusals.js';
import type { Answer, Asked, Consent, Consents } from './consent.js';

/**
 * A minor is under eighteen: the guide to sharing asks the parents of every minor as well (S003 L2386-2389), and views.md,
 * section 5, makes that the rule. UAVG 5 lets a youth of sixteen consent alone (rules.md K31); the stricter of the two counts.
 */
const OF_AGE = 18;

/** What is known of a youth that decides whether a consent is valid. */
export interface ConsentFacts {
  readonly consents: Consents;
  /** As the trajectory was opened; a youth whose birth date is not recorded counts as of age. */
  readonly birthDate: CivilDate | undefined;
}

/** One use of a consent. */
interface Use {
  readonly consentId: string | undefined;
  readonly sharedBy: string;
  readonly recipients: readonly string[];
  readonly on: CivilDate;
}

/** Sharing on another basis than consent is the responsibility of who shares; the ledger records which basis. */
export function decideSharing(facts: ConsentFacts, { data, organisation, occurredOn }: Proposed<'InformationShared'>): Decision {
  if (data.basis !== 'consent') return unless(undefined);
  return unless(flawIn(facts, { consentId: data.consentId, sharedBy: organisation, recipients: data.recipients, on: occurredOn }));
}

/** An offer that rests on consent needs one that names the receiver; an offer without consent is possible. */
export function decideConsentOfOffer(facts: ConsentFacts, { data, organisation, occurredOn }: Proposed<'HandoverOffered'>): Decision {
  if (data.consentId === undefined) return unless(undefined);
  return unless(flawIn(facts, { consentId: data.consentId, sharedBy: organisation, recipients: [data.to], on: occurredOn }));
}

/** Judged on the day of the sharing, not on the day it is recorded: a consent given afterwards does not repair it. */
function flawIn({ consents, birthDate }: ConsentFacts, use: Use): Refusal | undefined {
  const consent = use.consentId === undefined ? undefined : consents.get(use.consentId);
  if (consent === undefined || !isSpecific(consent, use)) return 'no-valid-consent';
  const isMinor = birthDate !== undefined && ageOn(birthDate, use.on) < OF_AGE;
  return isMinor ? flawOfMinor(consent, use.on) : flawOfAdult(consent, use.on);
}

function isSpecific(consent: Consent, { recipients, sharedBy }: Use): boolean {
  const others = recipients.filter((recipient) => recipient !== sharedBy);
  return [...consent.values()].every(({ parties }) => others.every((recipient) => parties.includes(recipient)));
}

/** Parents cannot consent in the place of somebody who is of age (systems.md, "parents"); who was asked must agree. */
function flawOfAdult(consent: Consent, on: CivilDate): Refusal | undefined {
  const allAgree = [...consent.values()].every((asked) => holds(asked, on));
  return consent.has('youth') && allAgree ? undefined : 'no-valid-consent';
}

/** Nothing that was given, or something refused: no consent. Given, but not by both: the parents are missing. */
function flawOfMinor(consent: Consent, on: CivilDate): Refusal | undefined {
  const without = [...consent].filter(([, asked]) => !holds(asked, on));
  const onlyParentsPending = without.every(([giver, { answer }]) => giver === 'parents' && answer.status === 'pending');
  if (without.length === consent.size || !onlyParentsPending) return 'no-valid-consent';
  return without.length > 0 || consent.size < 2 ? 'parents-missing' : undefined;
}

function holds({ answer }: Asked, on: CivilDate): boolean {
  switch (answer.status) {
    case 'pending':
    case 'refused': return false;
    case 'given': return isWithin(answer, on);
    case 'withdrawn': return isWithin(answer, on) && on < answer.withdrawnOn;
  }
}

/** Both days included: consent given on the day of the sharing precedes it (clock share-after-consent). */
function isWithin({ givenOn, validUntil }: Extract<Answer, { readonly givenOn: CivilDate }>, on: CivilDate): boolean {
  return givenOn <= on && (validUntil === undefined || on <= validUntil);
}
