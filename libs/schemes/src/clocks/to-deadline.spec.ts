import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { clock, closed, deadlinesOf, lost, opened, talk } from '../testing/small-book.js';
import type { Told } from '../testing/youths.js';

const [SCHOOL, SOURCE] = ['urn:nld:oin:00000099000000000001', 'urn:nld:oin:00000099000000000009'];
type Clock = Readonly<Record<string, unknown>>;
const START = lost('2020-03-02');
const one = (some: Clock, facts: readonly Told[], on: CivilDate): unknown => deadlinesOf([some], facts, on)[0];

describe('a deadline', () => {
  it('tells what its clock says, and by what it was started', () => {
    const some = clock('c', { group: 'work', kind: 'recommendation', type: 'limit', duty: 'may', source: ['S1', 'S2'], confidence: 'inferred', dataClasses: ['care'] });
    expect(one(some, [START], '2020-03-05')).toEqual({
      scheme: 'c', label: 'Klok c', group: 'work', kind: 'recommendation', type: 'limit', duty: 'may', state: 'running', missed: false,
      startedOn: '2020-03-02', warnOn: '2020-03-09', dueOn: '2020-03-16', notBefore: null, period: null,
      owner: { party: 'rmc', partyLabel: 'RMC', of: null, organisation: null, municipality: null },
      source: ['S1', 'S2'], confidence: 'inferred', dateConfidence: 'inferred', dataClasses: ['care'],
      startedBy: { source: SOURCE, id: 'JobLost 2020-03-02 0' }, stoppedBy: null, stoppedOn: null, tooEarly: null, waiver: null, contactEvery: null, contactsOn: [],
    });
  });

  it('tells by what it was stopped, from that day on', () => {
    const facts = [START, talk('2020-03-05')];
    expect(one(clock('c'), facts, '2020-03-04')).toMatchObject({ stoppedBy: null, stoppedOn: null, waiver: null });
    expect(one(clock('c'), facts, '2020-03-05')).toMatchObject({ stoppedBy: { source: SOURCE, id: 'ContactMade 2020-03-05 1' }, stoppedOn: '2020-03-05', waiver: null });
    expect(one(clock('c'), [START, closed('2020-03-05')], '2020-03-05')).toMatchObject({ stoppedBy: { id: 'TrajectoryClosed 2020-03-05 1' }, stoppedOn: '2020-03-05', waiver: null });
  });

  it.each<[string, readonly Told[], boolean]>([
    ['overdue', [START], true], ['met late', [START, talk('2020-03-20')], true], ['stopped after its date', [START, closed('2020-03-20')], true],
    ['met on time', [START, talk('2020-03-05')], false], ['cancelled', [START, closed('2020-03-05')], false],
  ])('is missed when it is %s and had to be met: %#', (_, facts, expected) => {
    const missed = (duty: string): unknown => deadlinesOf([clock('c', { duty })], facts, '2020-03-25').map((deadline) => deadline.missed);
    expect(['must', 'may', 'on-request', 'right'].map(missed)).toEqual([[expected], [false], [false], [false]]);
  });

  it('is a duty when its clock does not say otherwise', () => {
    expect(one(clock('c'), [START], '2020-03-25')).toMatchObject({ duty: 'must', missed: true });
  });
});

describe('the warning', () => {
  it('comes as long ahead as the clock says, or else as the setting says', () => {
    expect([one(clock('c', { warnBefore: 'P3D' }), [START], '2020-03-02'), one(clock('c'), [START], '2020-03-02')]).toMatchObject([{ warnOn: '2020-03-13' }, { warnOn: '2020-03-09' }]);
  });

  it('comes on the day itself when the setting holds no period', () => {
    expect(one(clock('c', { warnBefore: { setting: 'number' } }), [START], '2020-03-02')).toMatchObject({ warnOn: '2020-03-16' });
  });
});

describe('the contacts that a scheme asks for', () => {
  const scheme = clock('c', { type: 'window', due: { after: 'P6M' }, contactEvery: 'P1M' });
  it('are listed up to the day that is asked, and do not end the scheme', () => {
    const facts = [START, talk('2020-03-20'), talk('2020-04-20'), talk('2020-05-20')];
    expect(one(scheme, facts, '2020-04-20')).toMatchObject({ state: 'running', contactEvery: 'P1M', contactsOn: ['2020-03-20', '2020-04-20'], stoppedBy: null });
  });

  it('are not listed where none are asked for', () => {
    expect(one(clock('c', { type: 'window' }), [START, talk('2020-03-05')], '2020-03-06')).toMatchObject({ contactEvery: null, contactsOn: [] });
  });
});

describe('the owner', () => {
  const owned = (of: string, more: Clock = {}): Clock => clock('c', { owner: { party: 'municipality', of }, ...more });
  const moved = (on: CivilDate, municipality: string): Told => [on, 'ResidenceChanged', { municipality, from: on }];
  const enrolled: Told = ['2019-08-01', 'EnrolmentStarted', { institution: SCHOOL, schoolType: 'mbo-2' }];
  const youth = [opened('2019-01-01'), enrolled];

  it.each<[string, unknown]>([
    ['subject.municipality', { party: 'municipality', partyLabel: 'Gemeente', of: 'subject.municipality', organisation: null, municipality: 'GM0153' }],
    ['subject.lastInstitution', { party: 'municipality', partyLabel: 'Gemeente', of: 'subject.lastInstitution', organisation: SCHOOL, municipality: null }],
    ['start.emitter', { party: 'municipality', partyLabel: 'Gemeente', of: 'start.emitter', organisation: SOURCE, municipality: null }],
  ])('is told by %s', (of, owner) => {
    expect(one(owned(of), [...youth, START], '2020-03-05')).toMatchObject({ owner });
  });

  it.each([['subject.municipality'], ['subject.lastInstitution'], ['subject.credentials']])('is nobody in particular when %s does not tell', (of) => {
    expect(one(owned(of), [START], '2020-03-05')).toMatchObject({ owner: { of, organisation: null, municipality: null } });
  });

  it.each<[string, readonly Told[], readonly (string | null)[]]>([
    ['of the day that is asked while it is open', [], ['GM0014', 'GM0034', 'GM0034']],
    ['of the day on which it was met', [talk('2020-03-05')], ['GM0014', 'GM0014', 'GM0014']],
    ['of the last day when it was met after it', [talk('2020-03-19')], ['GM0014', 'GM0034', 'GM0034']],
  ])('is the one %s', (_, more, expected) => {
    const facts = [...youth, moved('2020-03-02', 'GM0014'), START, ...more, moved('2020-03-10', 'GM0034'), moved('2020-03-18', 'GM0153')];
    expect(['2020-03-06', '2020-03-12', '2020-03-20'].map((on) => deadlinesOf([owned('subject.municipality')], facts, on)[0]?.owner.municipality)).toEqual(expected);
  });

  it('is the one of the start when it was met or due before that', () => {
    const facts = [...youth, talk('2020-02-20'), moved('2020-03-01', 'GM0014'), START, moved('2020-03-03', 'GM0034')];
    expect(one(owned('subject.municipality', { lookBack: 'P1M' }), facts, '2020-03-05')).toMatchObject({ state: 'met-on-time', owner: { municipality: 'GM0014' } });
    expect(one(owned('subject.municipality', { due: { before: { path: 'start.lastWorkingDay', minus: 'P9D' } } }), facts, '2020-03-05')).toMatchObject({ state: 'overdue', dueOn: '2020-02-22', owner: { municipality: 'GM0014' } });
  });
});
