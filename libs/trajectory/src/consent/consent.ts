import type { CivilDate, RecordedEvent } from '@trajectboek/events';
import { ACCEPTED, refused, unreachable, withEntry, type Decision, type Proposed } from '../decision.js';

export const CONSENT_EVENTS = ['ConsentRequested', 'ConsentGiven', 'ConsentRefused', 'ConsentWithdrawn'] as const;

type ConsentEvent = Extract<RecordedEvent, { readonly type: (typeof CONSENT_EVENTS)[number] }>;
type AnswerEvent = Exclude<ConsentEvent, { readonly type: 'ConsentRequested' }>;

/** Who can be asked. */
export type Giver = 'youth' | 'parents';

interface Period {
  readonly givenOn: CivilDate;
  readonly validUntil: CivilDate | undefined;
}

/** What one of those who were asked has said. */
export type Answer =
  | { readonly status: 'pending' }
  | ({ readonly status: 'given' } & Period)
  | { readonly status: 'refused' }
  | ({ readonly status: 'withdrawn'; readonly withdrawnOn: CivilDate } & Period);

export interface Asked {
  /** The organisations that the request named: consent says with whom (S003 L2386-2389). */
  readonly parties: readonly string[];
  readonly answer: Answer;
}

/** One consent, by who was asked; youth and parents may be asked in one request or in two with the same id. */
export type Consent = ReadonlyMap<Giver, Asked>;
/** By consent id; an id that is not in it was never asked. */
export type Consents = ReadonlyMap<string, Consent>;

const NOBODY: Consent = new Map();
const GIVERS: Readonly<Record<'youth' | 'parents' | 'both', readonly Giver[]>> = { youth: ['youth'], parents: ['parents'], both: ['youth', 'parents'] };

/** A consent can be asked once of each; the id may be used again to ask the other one as well. */
export function decideConsent(consents: Consents, event: Proposed<(typeof CONSENT_EVENTS)[number]>): Decision {
  const consent = consents.get(event.data.consentId) ?? NOBODY;
  switch (event.type) {
    case 'ConsentRequested': return request(consent, GIVERS[event.data.from]);
    case 'ConsentGiven':
    case 'ConsentRefused': return answer(consent, event.data.by);
    case 'ConsentWithdrawn': return withdraw(consent, event.data.by);
    default: return unreachable(event);
  }
}

function request(consent: Consent, givers: readonly Giver[]): Decision {
  if (givers.some((giver) => !consent.has(giver))) return ACCEPTED;
  return refused(isAnyOf(consent, givers, 'pending') ? 'already-requested' : 'already-answered');
}

function answer(consent: Consent, by: Giver | undefined): Decision {
  const givers = askedOf(consent, by);
  if (givers.length === 0) return refused('not-requested');
  return isAnyOf(consent, givers, 'pending') ? ACCEPTED : refused('already-answered');
}

function withdraw(consent: Consent, by: Giver | undefined): Decision {
  const givers = askedOf(consent, by);
  if (givers.length === 0) return refused('not-requested');
  return isAnyOf(consent, givers, 'given') ? ACCEPTED : refused('no-valid-consent');
}

/** An answer that does not say whose it is, is of all who were asked. */
function askedOf(consent: Consent, by: Giver | undefined): readonly Giver[] {
  if (by === undefined) return [...consent.keys()];
  return consent.has(by) ? [by] : [];
}

function isAnyOf(consent: Consent, givers: readonly Giver[], status: Answer['status']): boolean {
  return givers.some((giver) => consent.get(giver)?.answer.status === status);
}

export function evolveConsents(consents: Consents, event: ConsentEvent): Consents {
  const { consentId } = event.data;
  const consent = consents.get(consentId) ?? NOBODY;
  const next = event.type === 'ConsentRequested' ? asked(consent, event) : answered(consent, event);
  return withEntry(consents, consentId, next);
}

function asked(consent: Consent, { data }: Extract<ConsentEvent, { readonly type: 'ConsentRequested' }>): Consent {
  const added = GIVERS[data.from].filter((giver) => !consent.has(giver));
  return new Map([...consent, ...added.map((giver) => [giver, { parties: data.parties, answer: { status: 'pending' } }] as const)]);
}

function answered(consent: Consent, event: AnswerEvent): Consent {
  const givers = new Set(askedOf(consent, event.data.by));
  return new Map([...consent].map(([giver, one]) => [giver, givers.has(giver) ? { ...one, answer: answerAfter(one.answer, event) } : one]));
}

function answerAfter(before: Answer, event: AnswerEvent): Answer {
  switch (event.type) {
    case 'ConsentGiven':
      return before.status === 'pending' ? { status: 'given', givenOn: event.occurredOn, validUntil: event.data.validUntil } : before;
    case 'ConsentRefused': return before.status === 'pending' ? { status: 'refused' } : before;
    case 'ConsentWithdrawn': return before.status === 'given' ? { ...before, status: 'withdrawn', withdrawnOn: event.occurredOn } : before;
    default: return unreachable(event);
  }
}
