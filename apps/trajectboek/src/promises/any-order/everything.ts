import { AsOf, Chronicle, type CivilDate, type RecordedEvent } from '@trajectboek/events';
import { handoverRows } from '@trajectboek/handovers';
import { deadlinesAt, definitionsFor, legalResponsibility, type RuleBook } from '@trajectboek/schemes';
import { contradictionsOf, handoversOf, involvementOf, levelFor, responsibilityOf, situationOf, statusSince, timelineOf, validConsentsOf, youthOn } from '@trajectboek/situation';
import { situationRows } from '@trajectboek/situations';
import { EMPLOYER, MUNICIPALITY, SCHOOL } from '@trajectboek/testing';

const ORGANISATIONS = [SCHOOL, MUNICIPALITY, EMPLOYER];

/** Whether an end without an id is of an older, unknown start is the one thing that depends on when it was told (libs/situation). */
const TOLD = 'ended-before-started';

/** Everything that the product says of a youth on a date, as text; when something was recorded is left out of it. */
export function everythingOn(events: readonly RecordedEvent[], date: CivilDate, ruleBook: RuleBook): string {
  const chronicle = new Chronicle(events);
  const youth = youthOn(chronicle.on(new AsOf(date)), ruleBook.settings);
  return textOf({
    situation: situationOf(youth), since: statusSince(youth), responsibility: responsibilityOf(youth, { lead: legalResponsibility(ruleBook, youth).lead ?? { party: 'none' } }),
    legal: legalResponsibility(ruleBook, youth), deadlines: deadlinesAt(ruleBook, youth, { enabled: new Set(ruleBook.clocks.map(({ code }) => code)) }),
    definitions: definitionsFor(ruleBook, youth), contradictions: contradictionsOf(youth).filter(({ kind }) => kind !== TOLD), handovers: handoversOf(youth), consents: validConsentsOf(youth),
    roles: ORGANISATIONS.map((organisation) => involvementOf(youth, organisation)),
    levels: ORGANISATIONS.map((organisation) => chronicle.known.map((event) => [event.id, levelFor(event, organisation, youth)])),
  });
}

/** What does not depend on a date: the timeline, and the rows of the stored views. */
export function everythingStored(events: readonly RecordedEvent[], { settings }: RuleBook): string {
  const chronicle = new Chronicle(events);
  const timeline = timelineOf(chronicle).map(({ event, correctedBy, retractedBy }) => [event, event.data, correctedBy, retractedBy]);
  return textOf({ timeline, situations: situationRows(chronicle, settings), handovers: handoverRows(chronicle, settings) });
}

function textOf(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) => (isEvent(inner) ? inner.eventId : inner instanceof Set ? [...inner] : inner));
}

function isEvent(value: unknown): value is RecordedEvent {
  return typeof value === 'object' && value !== null && 'eventId' in value && 'recordedAt' in value;
}
