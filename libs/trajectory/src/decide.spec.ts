import { describe, expect, it } from '@jest/globals';
import { civilDateOf, EVENT_TYPES, type EventId, type OrganisationUrn, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import { readScenario, recorded, recordedEventsOf, statementsOf, type Scenario, type Statement } from '@trajectboek/testing';
import { readdirSync, readFileSync } from 'node:fs';
import { AMENDMENT_EVENTS } from './amendments/amendment.js';
import { CLOSING_EVENTS } from './closing/closing.js';
import { CONSENT_EVENTS } from './consent/consent.js';
import { ALWAYS_POSSIBLE, decide } from './decide.js';
import type { ProposedEvent } from './decision.js';
import { HANDOVER_EVENTS } from './handover/handover.js';
import { REFUSALS, type Refusal } from './refusals.js';
import { RESTRICTION_EVENTS } from './rights/restriction.js';
import { REQUEST_EVENTS } from './rights/rights-request.js';
import { SEARCH_PERIOD_EVENTS } from './search-period/search-period.js';
import { evolve, initialState } from './trajectory-state.js';

const STORIES = new URL('../../../apps/trajectboek/demo/', import.meta.url);

describe('the rules together', () => {
  it('name every process step of the language', () => {
    const named = [HANDOVER_EVENTS, CONSENT_EVENTS, SEARCH_PERIOD_EVENTS, REQUEST_EVENTS, RESTRICTION_EVENTS, AMENDMENT_EVENTS, CLOSING_EVENTS, ALWAYS_POSSIBLE].flat();
    const steps = EVENT_TYPES.filter(({ kind }) => kind === 'process').map(({ name }) => name);
    expect(new Set([...named, 'InformationShared', 'SubjectErased'])).toEqual(new Set([...steps, 'BenefitReported']));
  });

  it('explain every refusal in one Dutch sentence', () => {
    for (const { title, detail } of Object.values(REFUSALS)) {
      expect(title).not.toMatch(/\.$/);
      expect(detail).toMatch(/^[A-Z][^.]*\.$/);
    }
  });

  it('accept every observation, whatever went before', () => {
    const observations = EVENT_TYPES.filter(({ kind }) => kind === 'observation');
    for (const { name } of observations) {
      // Only the type counts for an observation; the data is whatever the language has accepted.
      const event = { type: name, data: {}, organisation: 'urn:nld:oin:00000099000000000001', eventId: name, occurredOn: '2021-01-01' } as unknown as ProposedEvent;
      expect(decide(initialState, event)).toEqual({ accepted: true });
    }
  });
});

/** The refusals that are of the language, and not of these rules. */
const OF_THE_LANGUAGE = new Set(['schema', 'unknown-type', 'unknown-field']);

function isForTheRules({ event }: Statement): boolean {
  return !OF_THE_LANGUAGE.has(event.refusedWith ?? '');
}

function asEvent({ type, data, source, id, recordedAt, youth }: Statement, position: number): RecordedEvent {
  const occurredAt = (data as { readonly occurredAt: string }).occurredAt;
  return {
    type, data, source, id, recordedAt, position, revision: position, trajectoryId: youth.alias as TrajectoryId,
    organisation: source as OrganisationUrn, eventId: `${source} ${id}` as EventId, occurredOn: civilDateOf(occurredAt), occurredAt,
  } as unknown as RecordedEvent;
}

/** What the ledger answers to each statement of one youth, in the order in which it hears them. */
function answersOf(statements: readonly Statement[]): readonly (readonly [string, Refusal | null])[] {
  let state = initialState;
  return statements.map((statement, position) => {
    const event = asEvent(statement, position);
    const decision = decide(state, event);
    if (decision.accepted) state = evolve(state, event);
    return [statement.event.id, decision.accepted ? null : decision.refusal] as const;
  });
}

function retractionOf(eventId: string): RecordedEvent {
  return recorded('EventRetracted', { occurredAt: '2030-01-01', retractedEventId: eventId, reason: 'never-happened' });
}

function storyOf(file: string): Scenario {
  return readScenario(readFileSync(new URL(file, STORIES), 'utf8'));
}

describe.each(readdirSync(STORIES).filter((file) => file.endsWith('.yaml')))('the story %s', (file) => {
  it('is recorded as it says, and only what it says is refused', () => {
    const scenario = storyOf(file);
    for (const statements of Map.groupBy(statementsOf(scenario), ({ youth }) => youth.alias).values()) {
      const heard = statements.filter(isForTheRules);
      expect(answersOf(heard)).toEqual(heard.map(({ event }) => [event.id, event.refusedWith]));
    }
  });

  it('has the same state when it is folded again for an amendment', () => {
    for (const events of recordedEventsOf(storyOf(file)).values()) {
      const state = events.reduce(evolve, initialState);
      expect(evolve(state, retractionOf('nothing')).standing).toEqual(state.standing);
    }
  });
});
