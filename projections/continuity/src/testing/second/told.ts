import { plus, type EventId, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import { recorded } from '@trajectboek/testing';
import type { Fact } from '../given.js';

/** What became of a fact after it was recorded; `after` is in days after its recording. */
export type Change =
  | { readonly how: 'retracted'; readonly after: number }
  /** It had happened so many days later than was said, or with other content. */
  | { readonly how: 'corrected'; readonly after: number; readonly days: number; readonly data?: object };

/** A fact as it was told: so many days late, and perhaps taken back. */
export interface Told {
  readonly fact: Fact;
  readonly late: number;
  readonly change: Change | undefined;
}

export type Life = readonly Told[];

export const onTime = (fact: Fact): Told => ({ fact, late: 0, change: undefined });

const days = (count: number): string => `P${count}D`;

interface Line {
  readonly recordedOn: string;
  write(position: number): RecordedEvent;
}

/** Everything that was recorded of a youth, in the order of recording. */
export function recordLife(life: Life, youth: TrajectoryId): readonly RecordedEvent[] {
  const lines = life.flatMap(({ fact, late, change }, index): readonly Line[] => {
    const id = `${youth}-${index}`;
    const recordedOn = plus(fact.at, days(late));
    const said: Line = { recordedOn, write: (position) => recorded(fact.type, { ...fact.data, occurredAt: fact.at } as never, { youth, position, id, recorded: recordedOn }) as RecordedEvent };
    if (!change) return [said];
    const { eventId } = said.write(0);
    return [said, changeOf({ fact, change, eventId, youth, id: `${id}-change`, recordedOn: plus(recordedOn, days(change.after)) })];
  });
  return lines.toSorted((a, b) => (a.recordedOn < b.recordedOn ? -1 : Number(a.recordedOn > b.recordedOn))).map((line, position) => line.write(position));
}

interface Changed {
  readonly fact: Fact;
  readonly change: Change;
  readonly eventId: EventId;
  readonly youth: TrajectoryId;
  readonly id: string;
  readonly recordedOn: string;
}

function changeOf({ fact, change, eventId, youth, id, recordedOn }: Changed): Line {
  const circumstances = (position: number) => ({ youth, position, id, recorded: recordedOn });
  if (change.how === 'retracted') {
    return { recordedOn, write: (position) => recorded('EventRetracted', { occurredAt: recordedOn, retractedEventId: eventId, reason: 'never-happened' }, circumstances(position)) };
  }
  const replacement = { ...fact.data, ...change.data, occurredAt: plus(fact.at, days(change.days)) };
  return { recordedOn, write: (position) => recorded('EventCorrected', { occurredAt: recordedOn, correctedEventId: eventId, reason: 'wrong-date', replacement } as never, circumstances(position)) };
}
