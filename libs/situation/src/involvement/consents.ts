import type { OrganisationUrn, Recorded, RecordedEvent } from '@trajectboek/events';
import { remembered } from '../remembered.js';
import { birthDateOf } from '../subject.js';
import type { Youth } from '../youth.js';

/** A consent that holds on the date: it names parties, and is about some categories of data. */
export interface ValidConsent {
  readonly consentId: string;
  /** Who asked for it, and between whom it lets data go. */
  readonly parties: ReadonlySet<string>;
  readonly askedBy: ReadonlySet<OrganisationUrn>;
  readonly dataCategories: ReadonlySet<string>;
}

type Giver = 'youth' | 'parents';
type Request = Recorded<'ConsentRequested'>;
type Answer = Recorded<'ConsentGiven'> | Recorded<'ConsentRefused'> | Recorded<'ConsentWithdrawn'>;

const AGE_OF_MAJORITY = 18;

/** The consents that hold on the date; one that was refused, withdrawn or has expired gives nothing. */
export const validConsentsOf = remembered((youth): readonly ValidConsent[] => {
  const requests = Map.groupBy(youth.history.all('ConsentRequested'), ({ data }) => data.consentId);
  if (requests.size === 0) return [];
  const answers = youth.history.events.filter(isAnswer);
  return [...requests].flatMap(([consentId, asked]) =>
    isValid(youth, asked, answers.filter(({ data }) => data.consentId === consentId)) ? [toConsent(consentId, asked)] : []);
});

function isAnswer(event: RecordedEvent): event is Answer {
  return event.type === 'ConsentGiven' || event.type === 'ConsentRefused' || event.type === 'ConsentWithdrawn';
}

/** Everybody who was asked has given it; the youth was asked, and for a minor the parents too (views.md, section 5). */
function isValid(youth: Youth, asked: readonly Request[], answers: readonly Answer[]): boolean {
  const birthDate = birthDateOf(youth);
  const isAdult = birthDate !== undefined && youth.asOf.hasAge(birthDate, AGE_OF_MAJORITY);
  const givers = new Set(asked.flatMap(({ data }): Giver[] => (data.from === 'both' ? ['youth', 'parents'] : [data.from])));
  if (!givers.has('youth') || (!isAdult && !givers.has('parents'))) return false;
  return [...givers].every((giver) => {
    const last = answers.findLast(({ data }) => data.by === undefined || data.by === giver);
    return last?.type === 'ConsentGiven' && (last.data.validUntil === undefined || !youth.asOf.passed(last.data.validUntil));
  });
}

/** A party counts when everybody who was asked was asked about it. */
function toConsent(consentId: string, asked: readonly Request[]): ValidConsent {
  const inAll = (listOf: (request: Request) => readonly string[]): ReadonlySet<string> =>
    new Set(asked.flatMap(listOf).filter((name) => asked.every((request) => listOf(request).includes(name))));
  return {
    consentId,
    parties: inAll(({ data }) => data.parties),
    askedBy: new Set(asked.map(({ organisation }) => organisation)),
    dataCategories: inAll(({ data }) => data.dataCategories),
  };
}
