import { describe, expect, it } from '@jest/globals';
import type { RequestAccess } from '@trajectboek/api';
import type { OrganisationUrn, RecordedEvent, TrajectoryId } from '@trajectboek/events';
import { recorded } from '@trajectboek/testing';
import * as f from '@trajectboek/testing/facts';
import { partsOf } from '../testing/asking.js';
import type { Moment } from './moment.js';
import type { VisibleYouth } from './youths.js';

const ID = '00000000-0000-4000-8000-000000000001' as TrajectoryId;
const OTHER = '00000000-0000-4000-8000-000000000002' as TrajectoryId;
const MOMENT: Moment = { asOf: '2021-06-01', knownAt: '2030-01-01T00:00:00.000Z', asKnownThen: false };

const enrolled = f.enrolled('2020-09-01');
const indication = recorded('IndicationDecided', { occurredAt: '2021-02-01', kind: 'disability-benefit', outcome: 'granted' }, { by: f.MUNICIPALITY });
const benefit = f.benefit('2021-03-01', {}, { by: f.MUNICIPALITY });
const stay = f.stay('2021-04-01', {}, { by: f.MUNICIPALITY });
const stories = new Map<TrajectoryId, readonly RecordedEvent[]>([[ID, [enrolled, indication, benefit, stay]], [OTHER, [f.spoke('2021-05-01', {}, { by: f.RMC })]]]);

const { youths } = partsOf([...stories].map(([trajectoryId, events]) => ({ trajectoryId, events })));
const as = (organisation: OrganisationUrn, role = 'guide'): RequestAccess => ({ caller: { organisation, role } }) as unknown as RequestAccess;

async function seenBy(access: RequestAccess): Promise<readonly VisibleYouth[]> {
  const seen: VisibleYouth[] = [];
  for await (const visible of youths.all(access, MOMENT)) seen.push(visible);
  return seen;
}

const typesOf = (events: readonly RecordedEvent[]): readonly string[] => events.map(({ type }) => type);

describe('the youths that a reader sees', () => {
  it('are those that its organisation has a basis for', async () => {
    expect((await seenBy(as(f.SCHOOL))).map(({ trajectoryId }) => trajectoryId)).toEqual([ID]);
    expect((await seenBy(as(f.RMC))).map(({ trajectoryId }) => trajectoryId)).toEqual([OTHER]);
    expect(await seenBy(as(f.STRANGER))).toEqual([]);
    expect(await seenBy(as(f.STRANGER, 'auditor'))).toHaveLength(2);
  });

  it('have what the reader may know to have happened, and not what it may not', async () => {
    const { chronicle } = await youths.get(ID, as(f.SCHOOL), MOMENT);
    expect(typesOf(chronicle.known)).toEqual(['EnrolmentStarted', 'IndicationDecided', 'BenefitDecided']);
  });

  it('do not give away what was decided about health to who may only know that something was', async () => {
    const { youth } = await youths.get(ID, as(f.SCHOOL), MOMENT);
    expect(typesOf(youth.history.events)).toEqual(['EnrolmentStarted', 'BenefitDecided']);
    expect(typesOf((await youths.get(ID, as(f.MUNICIPALITY), MOMENT)).youth.history.events)).toContain('IndicationDecided');
  });

  it('are refused one by one in the same words, whether or not there is such a youth', async () => {
    const unknown = '00000000-0000-4000-8000-000000000009' as TrajectoryId;
    for (const id of [OTHER, unknown]) await expect(youths.get(id, as(f.SCHOOL), MOMENT)).rejects.toThrow('Geen wettelijke grondslag');
  });
});
