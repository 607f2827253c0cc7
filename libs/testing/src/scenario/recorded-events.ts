import { civilDateOf, findEventType, instantOf, type EventId, type OrganisationUrn, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import type { Scenario } from './scenario.js';
import { isMapping } from './shape.js';
import { statementsOf, type Statement } from './statements.js';

/**
 * What the ledger holds of each youth of a story once it is loaded: without what must be refused, in the order recorded,
 * positions counted over the whole file from 0. Ids can be read: the trajectory id is the alias, and the event id is
 * `<source> <scenario>:<youth>:<event>`, which is also what references in data hold.
 */
export function recordedEventsOf(scenario: Scenario): ReadonlyMap<string, readonly RecordedEvent[]> {
  const byAlias = new Map<string, RecordedEvent[]>(scenario.youths.map(({ alias }) => [alias, []]));
  statementsOf(scenario)
    .filter(({ event }) => event.refusedWith === null)
    .forEach((statement, position) => {
      const stream = byAlias.get(statement.youth.alias) ?? [];
      stream.push(toRecorded(statement, { revision: stream.length, position }));
    });
  return byAlias;
}

function toRecorded(statement: Statement, place: Pick<RecordedEvent, 'revision' | 'position'>): RecordedEvent {
  const { source, id, data, recordedAt, youth } = statement;
  const type = findEventType(statement.type);
  const occurredAt = isMapping(data) ? data['occurredAt'] : undefined;
  if (!type || typeof occurredAt !== 'string') throw new Error(`${id} is not an event that a ledger would record`);
  // A story is text: that the data fits its type is what the language checks, not the compiler.
  return {
    ...place, type: type.name, data, source, id, recordedAt,
    eventId: `${source} ${id}` as EventId,
    trajectoryId: youth.alias as TrajectoryId,
    organisation: source as OrganisationUrn,
    occurredOn: civilDateOf(occurredAt),
    occurredAt: instantOf(occurredAt),
  } as unknown as RecordedEvent;
}
