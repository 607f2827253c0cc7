import { Chronicle, type CivilDate, type EventDataOf, type EventName, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import { recorded } from '@trajectboek/testing';
import { computeMetric } from '../metric-sum.js';
import type { MetricId, MetricResult } from '../metric.js';
import { rulesWith } from './rules.js';

export const SCHOOL = 'urn:nld:oin:00000099000000001000';
export const OTHER_SCHOOL = 'urn:nld:oin:00000099000000002000';
export const MUNICIPALITY = 'urn:nld:oin:00000099000000003000';

/** One fact of a youth, before it is recorded. */
export interface Fact {
  readonly type: EventName;
  readonly at: string;
  readonly data: object;
  record(youth: TrajectoryId, position: number): RecordedEvent;
}

export function fact<Name extends EventName>(type: Name, at: string, data: Omit<EventDataOf<Name>, 'occurredAt'>): Fact {
  const stated = { ...data, occurredAt: at } as EventDataOf<Name> & { readonly occurredAt: string };
  const record = (youth: TrajectoryId, position: number): RecordedEvent =>
    recorded(type, stated, { youth, position, id: `${youth}-${position}` }) as RecordedEvent;
  return { type, at, data, record };
}

export const opened = (at: string): Fact =>
  fact('TrajectoryOpened', at, { reason: 'mbo', birthDate: '2000-01-01', municipality: 'GM0153' });
export const enrolled = (at: string, institution = SCHOOL): Fact =>
  fact('EnrolmentStarted', at, { institution, schoolType: 'mbo-2' });
export const left = (at: string, destination: EventDataOf<'EnrolmentEnded'>['destination'] = 'none', institution = SCHOOL): Fact =>
  fact('EnrolmentEnded', at, { institution, reason: 'other', destination, withBasicQualification: false });
export const placed = (at: string, placementId: string, data: Partial<EventDataOf<'PlacementStarted'>> = {}): Fact =>
  fact('PlacementStarted', at, { placementId, kind: 'contract', hoursPerWeek: 32, paid: true, enrolled: false, ...data });
export const jobLost = (at: string, placementId: string): Fact =>
  fact('JobLost', at, { placementId, lastWorkingDay: at, reason: 'contract-ended' });
export const placementEnded = (at: string, placementId: string): Fact =>
  fact('PlacementEnded', at, { placementId, reason: 'completed' });
export const contact = (at: string): Fact =>
  fact('ContactMade', at, { purpose: 'guidance', situation: 'unknown', supportNeeded: false });

let youths = 0;

/** A youth with these facts, recorded as they happened, those of one day in the order given. */
export function youth(...facts: readonly Fact[]): Chronicle {
  const id = `youth-${youths += 1}` as TrajectoryId;
  const inOrder = facts.toSorted((a, b) => (a.at < b.at ? -1 : Number(a.at > b.at)));
  return new Chronicle(inOrder.map((one, position) => one.record(id, position)));
}

/** A metric over some youths: `measure('C1', ['2020-01-01', '2020-12-31', '2021-06-01'], …)`, from, to and as of. */
export function measure(metric: MetricId, [from, to, asOf]: readonly [CivilDate, CivilDate, CivilDate], ...chronicles: readonly Chronicle[]): MetricResult {
  return computeMetric({ metric, from, to, asOf }, chronicles, rulesWith());
}
