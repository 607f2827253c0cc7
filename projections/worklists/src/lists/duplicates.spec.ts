import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '@trajectboek/events';
import * as f from '@trajectboek/testing/facts';
import { youthWith } from '../testing/on-list.js';
import { PossibleDuplicates } from './duplicates.js';

const DAY = '2021-06-01';
const bySchool = [f.opened('2020-09-01', { schoolOrg: f.SCHOOL })];
const byRmc = [f.opened('2021-02-01', { reason: 'referral' }, { by: f.RMC }), f.enrolled('2021-02-01')];

function found(...youths: readonly (readonly RecordedEvent[])[]): readonly (readonly [string, string])[] {
  const duplicates = new PossibleDuplicates();
  youths.forEach((events, index) => duplicates.add({ trajectoryId: `t${index}`, youth: youthWith(events, DAY) }));
  return duplicates.items().map(({ trajectoryId, duplicateOf }) => [trajectoryId, duplicateOf] as const);
}

describe('the list of possible duplicates', () => {
  it('has both of two that another organisation opened, with one birth date, municipality and school', () => {
    expect(found(bySchool, byRmc)).toEqual([['t0', 't1'], ['t1', 't0']]);
  });
  it('has a pair once, also when they have two schools in common', () => {
    const more = f.enrolled('2021-03-01', { institution: f.OTHER_SCHOOL });
    expect(found([...bySchool, more], [...byRmc, more])).toHaveLength(2);
  });
  it('does not have two that one organisation opened: it knows its own youths apart', () => {
    expect(found(bySchool, bySchool)).toEqual([]);
  });
  it('does not have a class of three or more', () => {
    expect(found(bySchool, byRmc, [f.opened('2021-01-01', { schoolOrg: f.SCHOOL }, { by: f.MUNICIPALITY })])).toEqual([]);
  });
  it('does not have others of one day, place or school', () => {
    const other = (data: Parameters<typeof f.opened>[1]): RecordedEvent[] => [f.opened('2021-02-01', { schoolOrg: f.SCHOOL, ...data }, { by: f.RMC })];
    for (const data of [{ birthDate: '2003-05-11' }, { municipality: 'GM0200' }, { schoolOrg: f.OTHER_SCHOOL }]) expect(found(bySchool, other(data))).toEqual([]);
  });
  it('follows who moved, and leaves out what was closed', () => {
    expect(found(bySchool, [f.opened('2021-02-01', { municipality: 'GM0200', schoolOrg: f.SCHOOL }, { by: f.RMC }), f.moved('2021-03-01', { municipality: 'GM0153', from: '2021-03-01' })])).toHaveLength(2);
    expect(found(bySchool, [...byRmc, f.closed('2021-05-01')])).toEqual([]);
  });
});
