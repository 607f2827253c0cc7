import { instantOf, type Instant } from '@trajectboek/events';
import { Temporal } from 'temporal-polyfill';
import type { Scenario, ScenarioEvent, ScenarioYouth } from './scenario.js';
import { wireDataOf, wireIdOf } from './wire-data.js';

const ZONE = 'Europe/Amsterdam';

/** One event of one youth of a story, as its organisation states it to the ledger. */
export interface Statement {
  readonly youth: ScenarioYouth;
  readonly event: ScenarioEvent;
  /** URN of the organisation. */
  readonly source: string;
  /** `<scenario>:<youth>:<event>`. */
  readonly id: string;
  readonly type: string;
  readonly data: unknown;
  readonly recordedAt: Instant;
}

/** All events of a story, in the order in which the ledger learned of them; ties in the order of the file. */
export function statementsOf(scenario: Scenario): readonly Statement[] {
  return scenario.youths
    .flatMap((youth) => youth.events.map((event): Statement => ({
      youth, event, source: event.by.id, type: event.type, recordedAt: recordingMoment(event.recorded),
      id: wireIdOf({ scenario, youth, event }), data: wireDataOf({ scenario, youth, event }),
    })))
    .toSorted((a, b) => compare(a.recordedAt, b.recordedAt) || a.event.order - b.event.order);
}

/** A source that logs only the day is taken to have logged at noon in Amsterdam. */
export function recordingMoment(moment: string): Instant {
  if (moment.length > 10) return instantOf(moment);
  return instantOf(Temporal.PlainDate.from(moment).toZonedDateTime({ timeZone: ZONE, plainTime: '12:00' }).toInstant().toString());
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
