import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { AsOf, Chronicle, minus, periodsOf, type RecordedEvent } from '@trajectboek/events';
import { contradictionsOf, handoversOf, involvementOf, levelFor, responsibilityOf, situationOf, statusSince, timelineOf, validConsentsOf, youthOn, type Youth } from './index.js';
import { days, histories, ORGANISATIONS } from './testing/random-histories.js';
import { SETTINGS } from './testing/youths.js';

/** Everything that this library says of a youth on a date, as text. */
function everything(youth: Youth): string {
  const named = (_: string, value: unknown): unknown => (isEvent(value) ? value.eventId : value instanceof Set ? [...value] : value);
  return JSON.stringify({
    situation: situationOf(youth),
    responsibility: responsibilityOf(youth, { lead: { party: 'rmc', organisationOf: 'subject.lastInstitution' } }),
    contradictions: contradictionsOf(youth),
    handovers: handoversOf(youth),
    consents: validConsentsOf(youth),
    roles: ORGANISATIONS.map((organisation) => involvementOf(youth, organisation)),
  }, named);
}

function isEvent(value: unknown): value is RecordedEvent {
  return typeof value === 'object' && value !== null && 'eventId' in value && 'recordedAt' in value;
}

/** Whether an end is of an older, unknown start is the one thing that depends on when it was told. */
function withoutTold(text: string): unknown {
  const told = JSON.parse(text) as { readonly contradictions: readonly { readonly kind: string }[] };
  return { ...told, contradictions: told.contradictions.filter(({ kind }) => kind !== 'ended-before-started') };
}

function youthAt(events: readonly RecordedEvent[], date: string): Youth {
  return youthOn(new Chronicle(events).on(new AsOf(date)), SETTINGS);
}

describe('what is said of a youth', () => {
  it('does not depend on the order in which events arrive', () => {
    fc.assert(fc.property(histories, days, fc.nat(), (events, date, seed) => {
      const shuffled = events.map((event, index) => ({ event, place: (index * 7919 + seed) % 97 })).sort((a, b) => a.place - b.place).map(({ event }) => event);
      expect(everything(youthAt(shuffled, date))).toBe(everything(youthAt(events, date)));
      expect(timelineOf(new Chronicle(shuffled))).toEqual(timelineOf(new Chronicle(events)));
    }), { numRuns: 1_000 });
  });

  it('does not depend on when the events were recorded, where no two lie on one day', () => {
    fc.assert(fc.property(histories, days, fc.nat(), (events, date, seed) => {
      const facts = [...new Map(events.filter(({ type }) => type !== 'EventCorrected' && type !== 'EventRetracted').map((event) => [event.occurredOn, event])).values()];
      const moments = facts.map((event, index) => ({ event, place: (index * 7919 + seed) % 97 })).sort((a, b) => a.place - b.place).map(({ event: { recordedAt, position } }) => ({ recordedAt, position }));
      const toldOtherwise = facts.map((event, index): RecordedEvent => ({ ...event, ...moments[index] }));
      expect(withoutTold(everything(youthAt(toldOtherwise, date)))).toEqual(withoutTold(everything(youthAt(facts, date))));
    }), { numRuns: 1_000 });
  });

  it('on any date is what the period of that date says, so that every date of a rule was asked of the peildatum', () => {
    fc.assert(fc.property(histories, fc.array(days, { minLength: 8, maxLength: 8 }), (events, dates) => {
      const chronicle = new Chronicle(events);
      const periods = periodsOf(chronicle, { answer: (history) => everything(youthOn(history, SETTINGS)), isSame: (a, b) => a === b });
      for (const date of dates) {
        const period = periods.findLast(({ from }) => from <= date);
        if (period) expect(everything(youthAt(events, date))).toBe(period.value);
      }
    }), { numRuns: 1_000 });
  });

  it('has had its status since a day on which it had that status, and not the day before', () => {
    fc.assert(fc.property(histories, days, (events, date) => {
      const youth = youthAt(events, date);
      if (youth.history.events.length === 0) return;
      const since = statusSince(youth);
      expect(situationOf(youth.on(since)).status).toBe(situationOf(youth).status);
      const before = youth.on(minus(since, 'P1D'));
      if (before.history.events.length > 0) expect(situationOf(before).status).not.toBe(situationOf(youth).status);
    }), { numRuns: 300 });
  });

  it('is not told to who has no role, and never further than to somebody with every role', () => {
    const stranger = 'urn:nld:oin:00000099000000000099' as (typeof ORGANISATIONS)[number];
    fc.assert(fc.property(histories, days, (events, date) => {
      const youth = youthAt(events, date);
      for (const event of events) expect(levelFor(event, stranger, youth)).toBeNull();
    }), { numRuns: 300 });
  });
});
