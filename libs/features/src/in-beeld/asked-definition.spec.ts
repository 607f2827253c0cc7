import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent, TrajectoryId } from '@trajectboek/events';
import { ORGANISATIONS } from '@trajectboek/testing/histories';
import * as f from '@trajectboek/testing/facts';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { AUDITOR, CLOCK, CLOCKS, guideOf, HEADS, PAGES, partsOf, RULE_BOOK } from '../testing/asking.js';
import type { Told } from '../testing/stored-youths.js';
import { ReadWorkList, ReadWorkListHandler } from '../worklists/read-work-list.handler.js';
import { StoredWorkLists } from '../worklists/stored-work-lists.js';
import { CountInBeeld, CountInBeeldHandler } from './count-in-beeld.handler.js';
import { InBeeldQuery } from './in-beeld.query.js';
import { ListInBeeld, ListInBeeldHandler } from './list-in-beeld.handler.js';
import { StoredSituations } from './stored-situations.js';

function toldOf(...youths: readonly (readonly RecordedEvent[])[]): readonly Told[] {
  return youths.map((events, index) => ({ trajectoryId: `00000000-0000-4000-8000-00000000000${index}` as TrajectoryId, events }));
}

const left = [f.opened('2019-01-01'), f.enrolled('2019-01-01'), f.left('2021-01-01')];
const neverAsked = [f.opened('2019-01-01')];
const TOLD = toldOf(left, neverAsked, neverAsked);
const parts = partsOf(TOLD);
const { store, members, youths, rows } = parts;
const lists = new ListInBeeldHandler(youths, members, new StoredSituations(store, rows), HEADS, PAGES, RULE_BOOK, CLOCK);
const counts = new CountInBeeldHandler(youths, members, new StoredSituations(store, rows), HEADS, RULE_BOOK, CLOCK);
const workLists = new ReadWorkListHandler(youths, members, new StoredWorkLists(store, rows), HEADS, CLOCKS, PAGES, RULE_BOOK, CLOCK);

describe('a list by a definition', () => {
  it('names it, and tells apart of how many youths it is not known, and what is missing', async () => {
    expect(await lists.execute(new ListInBeeld({ definition: 'rmc-monthly', asOf: '2022-06-01' }, AUDITOR))).toMatchObject({
      definition: 'rmc-monthly', definitionLabel: 'RMC-maandlijst', applicable: true, count: 1,
      unknown: { count: 2, missing: [{ fact: 'subject.basicQualification', count: 2 }] },
    });
  });

  it('counts as unknown only who has everything else that was asked for, and whom the reader may see', async () => {
    const elsewhere = { definition: 'rmc-monthly', asOf: '2022-06-01', municipality: 'GM0200' };
    expect(await lists.execute(new ListInBeeld(elsewhere, AUDITOR))).toMatchObject({ count: 0, unknown: { count: 0, missing: [] } });
    const stranger = guideOf(f.STRANGER);
    expect(ORGANISATIONS).not.toContain(f.STRANGER);
    expect(await lists.execute(new ListInBeeld({ definition: 'rmc-monthly', asOf: '2022-06-01' }, stranger))).toMatchObject({ count: 0, unknown: { count: 0 } });
  });

  it('says when the definition is not applicable on the date', async () => {
    expect(await lists.execute(new ListInBeeld({ definition: 'duo-list-23', asOf: '2025-12-31' }, AUDITOR))).toMatchObject({ applicable: true });
    expect(await lists.execute(new ListInBeeld({ definition: 'duo-list-23', asOf: '2026-01-01' }, AUDITOR))).toMatchObject({ applicable: false, count: 0 });
  });

  it('is named on a work list too, and on no list that was made without one', async () => {
    expect(await workLists.execute(new ReadWorkList('out-of-view', { definition: 'rmc-monthly', asOf: '2022-06-01' }, AUDITOR))).toMatchObject({ definition: 'rmc-monthly', count: 1 });
    expect(await lists.execute(new ListInBeeld({ asOf: '2022-06-01' }, AUDITOR))).not.toHaveProperty('definition');
  });

  it('is named by a count, which keeps to itself whom it could not decide about', async () => {
    const counted = await counts.execute(new CountInBeeld({ definition: 'rmc-monthly', asOf: '2022-06-01' }, AUDITOR));
    expect(counted).toMatchObject({ definition: 'rmc-monthly', total: 1 });
    expect(counted).not.toHaveProperty('unknown');
  });
});

describe('a filter', () => {
  it.each([['status', 'out-of-view', 'uit-beeld'], ['cause', 'job-lost', 'baan-kwijt']])('by %s knows its codes and refuses any other', (name, code, other) => {
    const faultsOf = (value: string): number => validateSync(plainToInstance(InBeeldQuery, { [name]: value })).length;
    expect([faultsOf(code), faultsOf(other)]).toEqual([0, 1]);
  });
});
