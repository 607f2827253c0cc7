import { readFileSync } from 'node:fs';
import { AsOf, Chronicle, civilDateOf, findEventType, instantOf, knownUntil, type CivilDate, type EventId, type History, type OrganisationUrn, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import { parse } from 'yaml';
import { parseRuleBook } from '../rule-book/parse-rule-book.js';
import type { RuleBook } from '../rule-book/rule-book.js';
import type { Facet, YouthOnDate } from '../youth-on-date.js';

export const YOUTH = '00000000-0000-4000-8000-000000000001' as TrajectoryId;
const SOURCE = 'urn:nld:oin:00000099000000000009';

/** The document of schemes.yaml. */
export const DOCUMENT: unknown = parse(readFileSync(new URL('../../data/schemes.yaml', import.meta.url), 'utf8'));
export const RULE_BOOK: RuleBook = parseRuleBook(DOCUMENT);

/** A fact as examples write it: when it happened, its type and its data without the moment. */
export type Told = readonly [on: string, type: string, data?: Readonly<Record<string, unknown>>, more?: { readonly id?: string; readonly recorded?: string }];

/** What the ledger holds of the facts, recorded in the order in which they are told. */
export function toRecorded(facts: readonly Told[]): readonly RecordedEvent[] {
  return facts.map(([on, name, data = {}, more = {}], position) => {
    const type = findEventType(name);
    if (!type) throw new Error(`the language has no event type ${name}`);
    const id = more.id ?? `${name} ${on} ${position}`;
    // An example is text: that its data fits its type is what a spec checks, not the compiler.
    return {
      type: type.name, data: { occurredAt: on, ...data }, id, source: SOURCE, organisation: SOURCE as OrganisationUrn, trajectoryId: YOUTH,
      eventId: id as EventId, revision: position, position, occurredOn: civilDateOf(on), occurredAt: instantOf(on), recordedAt: instantOf(more.recorded ?? on),
    } as unknown as RecordedEvent;
  });
}

/** The facets that clocks and definitions ask most, in their plainest form; libs/situation has the real ones. */
const FACETS_OF: Readonly<Partial<Record<Facet, (history: History) => boolean>>> = {
  education: (history) => history.all('EnrolmentStarted').length > history.all('EnrolmentEnded').length,
  work: (history) => history.all('PlacementStarted').filter(({ data }) => data.paid).length > history.all('JobLost').length + history.all('PlacementEnded').length,
  care: (history) => history.all('InstitutionStayStarted').length > history.all('InstitutionStayEnded').length,
  activity: (history) => history.all('TrackStarted').length > history.all('TrackEnded').length,
};

class PlainYouth implements YouthOnDate {
  constructor(readonly history: History) {}

  hasFacet(facet: Facet): boolean {
    return FACETS_OF[facet]?.(this.history) ?? false;
  }

  on(date: CivilDate): YouthOnDate {
    return new PlainYouth(this.history.at(date));
  }
}

/** The youth of the facts on a date; `knownAt` a date or an instant. */
export function youthWith(facts: readonly Told[], date: CivilDate, knownAt?: string): YouthOnDate {
  const chronicle = new Chronicle(toRecorded(facts), knownAt === undefined ? undefined : knownUntil(knownAt));
  return new PlainYouth(chronicle.on(new AsOf(date)));
}
