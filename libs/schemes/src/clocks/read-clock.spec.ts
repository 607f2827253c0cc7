import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { clock, faultsIn, lost, opened, setting, smallBook, statesOf } from '../testing/small-book.js';
import { youthWith, type Told } from '../testing/youths.js';
import type { Clock } from './clock.js';
import { deadlinesAt } from './deadlines-at.js';

type Entry = Readonly<Record<string, unknown>>;
const faultsWith = (more: Entry): readonly string[] => faultsIn({ clocks: [clock('c', more)] });
const read = (more: Entry, settings: readonly Entry[] = []): Clock | undefined => smallBook({ clocks: [clock('c', more)], settings }).clocks[0];

describe('a clock in the rule book', () => {
  it('may leave out what most clocks do not need', () => {
    expect(read({})).toMatchObject({
      duty: 'must', dataClasses: [], replacedBy: null, validFrom: null, validUntil: null, startCounts: false, instances: { kind: 'each' }, contactEvery: null, extendedBy: [],
      appliesAt: 'start', waivers: [], enabledByDefault: true, owner: { party: 'rmc', of: null },
    });
    expect([read({})?.lookBack, read({})?.countsFrom]).toEqual([undefined, undefined]);
  });

  it('says of itself what it is', () => {
    const some = { group: 'sight', kind: 'programme', type: 'window', duty: 'right', dataClasses: ['care', 'path'], validFrom: '2020-01-01', validUntil: '2020-12-31', startCounts: true, contactEvery: 'P1M', enabledByDefault: false, appliesAt: 'asOf', note: 'A note.' };
    const { note: _, ...kept } = some;
    expect(read(some)).toMatchObject({ ...kept, code: 'c', label: 'Klok c', rule: 'An example.', source: ['example'], confidence: 'stated' });
  });

  it.each<[unknown, unknown]>([['each', { kind: 'each' }], ['once', { kind: 'once' }], ['latest', { kind: 'latest' }], [{ latestPer: ['placementId'] }, { kind: 'latestPer', fields: ['placementId'] }]])('starts %j as it says', (instances, expected) => {
    expect(read({ instances })?.instances).toEqual(expected);
  });

  it('knows the events that start it and those that decide it, each once', () => {
    const some = read({ startsOn: [{ event: 'JobLost', when: { eq: ['start.reason', 'dismissed'] } }, { event: 'JobLost' }, { event: 'PlacementEnded' }], satisfiedBy: [{ set: 'talk' }], cancelledBy: [{ event: 'PlacementStarted' }], extendedBy: [{ event: 'PlanAgreed', until: 'data.reviewOn' }] });
    expect([some?.startTypes, [...some?.watches ?? []].sort()]).toEqual([['JobLost', 'PlacementEnded'], ['ContactMade', 'MeetingHeld', 'PlacementStarted', 'PlanAgreed', 'TrajectoryClosed']]);
  });

  it('may be replaced by another clock', () => {
    expect(smallBook({ clocks: [clock('old', { replacedBy: 'new' }), clock('new')] }).clocks.map(({ replacedBy }) => replacedBy)).toEqual(['new', null]);
  });

  it.each<[string, unknown, string]>([
    ['as sure as the duty', { after: 'P14D' }, 'inferred'],
    ['as sure as its setting', { after: { setting: 'sure' } }, 'stated'],
    ['as sure as the least sure of its settings', { at: { nextDay: { setting: 'day' }, from: 'start.occurredAt', plus: { setting: 'sure' } } }, 'unverified'],
    ['as sure as the settings deep inside', { at: { path: 'start.lastWorkingDay', orElse: { path: 'start.occurredAt', plus: { setting: 'unsure' } } } }, 'unverified'],
  ])('has a date that is %s', (_, due, expected) => {
    const settings = [setting('sure', 'P14D'), setting('unsure', 'P7D', { confidence: 'unverified' }), setting('day', '04-01', { confidence: 'unverified' })];
    expect(read({ due, confidence: 'inferred' }, settings)).toMatchObject({ confidence: 'inferred', dateConfidence: expected });
  });

  it.each<[string, Entry, readonly string[]]>([
    ['an unknown word', { wanrBefore: 'P1D' }, ['clocks[c]: unknown key "wanrBefore"']],
    ['a name that is no text', { nl: 3 }, ['clocks[c].nl: is not a text']],
    ['a rule that is no text', { rule: [] }, ['clocks[c].rule: is not a text']],
    ['a group that is no text', { group: null }, ['clocks[c].group: is not a text']],
    ['an unknown type', { type: 'alarm' }, ['clocks[c].type: is not one of deadline, window, recurring, limit, mark']],
    ['an unknown duty', { duty: 'should' }, ['clocks[c].duty: is not one of must, may, on-request, right, none']],
    ['one source that is no list', { source: 'S1' }, ['clocks[c].source: is not a list']],
    ['data classes that are no list', { dataClasses: 'care' }, ['clocks[c].dataClasses: is not a list']],
    ['a replacement that is no text', { replacedBy: 3 }, ['clocks[c].replacedBy: is not a text', 'clocks: c is replaced by an unknown clock ""']],
    ['an end that is no date', { validUntil: '2020-13-01' }, ['clocks[c].validUntil: is not an existing date']],
    ['a begin that is no text', { validFrom: 20200101 }, ['clocks[c].validFrom: is not an existing date']],
    ['an unknown event at the start', { startsOn: [{ event: 'SchoolLeft' }, { event: 'JobLost' }] }, ['clocks[c].startsOn[0].event: unknown event type "SchoolLeft"']],
    ['another word at the start', { startsOn: { event: 'JobLost', how: 'sudden' } }, ['clocks[c].startsOn: unknown key "how"']],
    ['a field of another start', { startsOn: [{ event: 'PlanAgreed' }, { event: 'JobLost', when: { eq: ['start.reviewOn', '2020-01-01'] } }] }, ['clocks[c].startsOn[1].when.eq[0]: unknown path "start.reviewOn"']],
    ['a warning that is no period', { warnBefore: 'soon' }, ['clocks[c].warnBefore: is not a period of days, months or years']],
    ['a look back that is no period', { lookBack: 'long' }, ['clocks[c].lookBack: is not a period of days, months or years']],
    ['another earliest moment', { countsFrom: { afterStart: 'P1D', before: 'P1D' } }, ['clocks[c].countsFrom: unknown key "before"']],
    ['an earliest moment that is no period', { countsFrom: { beforeDue: 'PT1H' } }, ['clocks[c].countsFrom.beforeDue: is not a period of days, months or years']],
    ['a start that may count perhaps', { startCounts: 'perhaps' }, ['clocks[c].startCounts: is not true or false']],
    ['a number of starts', { instances: 'twice' }, ['clocks[c].instances: is not one of each, latest, once']],
    ['starts per something else', { instances: { latestPer: ['placementId'], oncePer: [] } }, ['clocks[c].instances: unknown key "oncePer"']],
    ['starts per unknown field', { instances: { latestPer: ['shoeSize'] } }, ['clocks[c].instances: no field "shoeSize" at the start']],
    ['contact every so often', { contactEvery: 'often' }, ['clocks[c].contactEvery: is not a period of days, months or years']],
    ['an event that is not known', { satisfiedBy: [{ event: 'SchoolLeft' }] }, ['clocks[c].satisfiedBy[0].event: unknown event type "SchoolLeft"']],
    ['an event that counts on any date perhaps', { satisfiedBy: [{ event: 'ContactMade', anyDate: 'perhaps' }] }, ['clocks[c].satisfiedBy[0].anyDate: is not true or false']],
    ['an extension that is no list', { extendedBy: { event: 'PlanAgreed', until: 'data.reviewOn' } }, ['clocks[c].extendedBy: is not a list']],
    ['an extension without a date', { extendedBy: [{ event: 'PlanAgreed' }] }, ['clocks[c].extendedBy[0].until: is not a text', 'clocks[c].extendedBy[0].until: is not a field of the event']],
    ['an extension to an unknown field', { extendedBy: [{ event: 'PlanAgreed', until: 'data.reviewBy' }] }, ['clocks[c].extendedBy[0].until: is not a field of the event']],
    ['an extension to a field of the start', { extendedBy: [{ event: 'PlanAgreed', until: 'start.reviewOn' }] }, ['clocks[c].extendedBy[0].until: is not a field of the event']],
    ['a moment of judging', { appliesAt: 'end' }, ['clocks[c].appliesAt: is not one of start, asOf']],
    ['a switch', { enabledByDefault: 'yes' }, ['clocks[c].enabledByDefault: is not true or false']],
    ['an owner with a name', { owner: { party: 'rmc', name: 'Jansen' } }, ['clocks[c].owner: unknown key "name"']],
    ['an owner by an unknown path', { owner: { party: 'rmc', of: 'start.shoeSize' } }, ['clocks[c].owner.of: unknown path "start.shoeSize"']],
    ['waivers that are no list', { waivers: {} }, ['clocks[c].waivers: is not a list']],
    ['a waiver with another word', { waivers: [{ code: 'w', unless: { has: 'work' } }] }, ['clocks[c].waivers[w]: unknown key "unless"']],
    ['a waiver without a code', { waivers: [{ when: { has: 'work' } }] }, ['clocks[c].waivers[0].code: is not a text']],
    ['a waiver with dates that do not exist', { waivers: [{ code: 'w', validFrom: 'once' }] }, ['clocks[c].waivers[w].validFrom: is not an existing date']],
    ['two ways to be due', { due: { after: 'P1D', birthday: 18 } }, ['clocks[c].due: unknown key "birthday"']],
    ['a date that is written out', { due: { at: '2020-01-01' } }, ['clocks[c].due.at: is not a date that is counted from the start']],
    ['a date before which, written out', { due: { before: '2020-01-01' } }, ['clocks[c].due.before: is not a date that is counted from the start']],
    ['half a birthday', { due: { birthday: 17.5 } }, ['clocks[c].due.birthday: is not a whole number']],
    ['a first day that is no period', { due: { after: 'P14D', notBefore: 'early' } }, ['clocks[c].due.notBefore: is not a period of days, months or years']],
    ['no due at all', { due: undefined }, ['clocks[c].due: needs one of after, at, before, birthday, every']],
    ['an unknown condition', { appliesTo: { shoeSize: 43 } }, ['clocks[c].appliesTo: unknown key "shoeSize"']],
    ['a condition that is no list', { appliesTo: { schoolTypes: 'mbo-2' } }, ['clocks[c].appliesTo.schoolTypes: is not a list']],
    ['an age that is no bound', { appliesTo: { age: { about: 18 } } }, ['clocks[c].appliesTo.age: unknown key "about"', 'clocks[c].appliesTo.age: needs one of lt, lte, gt, gte']],
    ['a condition that cannot be read', { appliesTo: { when: { has: 'hope' } } }, ['clocks[c].appliesTo.when.has: unknown facet "hope"']],
  ])('is refused with %s', (_, more, faults) => {
    expect(faultsWith(more)).toEqual(faults);
  });
});

describe('whom a clock is for', () => {
  const enrolled = (schoolType: string): Told => ['2019-08-01', 'EnrolmentStarted', { institution: 'urn:nld:oin:00000099000000000001', schoolType }];
  const runsFor = (appliesTo: unknown, facts: readonly Told[], more: Entry = {}): boolean => statesOf([clock('c', { appliesTo, ...more })], [...facts, lost('2020-03-02')], '2020-03-05').length === 1;
  const profile = (name: string): Told => ['2019-09-01', 'ExitProfileSet', { profile: name }];
  const track = (programme: string): Told => ['2019-09-01', 'TrackStarted', { programme, provider: 'urn:nld:oin:00000099000000000001', goal: 'work' }];

  it.each<[string, unknown, readonly Told[], readonly Told[]]>([
    ['school types', { schoolTypes: ['vso', 'pro'] }, [enrolled('pro')], [enrolled('mbo-2')]],
    ['exit profiles', { exitProfile: ['labour'] }, [profile('labour')], [profile('day-activity')]],
    ['municipalities', { municipality: ['GM0153', 'GM0014'] }, [opened('2019-01-01')], [opened('2019-01-01', '2000-01-01', 'GM0034')]],
    ['programmes', { programme: ['buddy'] }, [track('buddy')], [track('coach')]],
    ['regions', { region: ['Polder'] }, [opened('2019-01-01', '2000-01-01', 'GM0034')], [opened('2019-01-01')]],
    ['ages', { age: { lt: 20 } }, [opened('2019-01-01', '2001-01-01')], [opened('2019-01-01', '1999-01-01')]],
    ['conditions', { when: { has: 'education' } }, [enrolled('pro')], [profile('labour')]],
    ['all of them together', { schoolTypes: ['pro'], exitProfile: ['labour'], age: { lt: 20 } }, [enrolled('pro'), profile('labour'), opened('2019-01-01', '2001-01-01')], [enrolled('pro'), profile('labour'), opened('2019-01-01', '1999-01-01')]],
  ])('may be told by %s', (_, appliesTo, yes, no) => {
    expect([runsFor(appliesTo, yes), runsFor(appliesTo, no), runsFor(appliesTo, [])]).toEqual([true, false, false]);
  });

  it('is not told by place or programme when an organisation switches it on: those say where it comes from', () => {
    const own = clock('c', { enabledByDefault: false, kind: 'programme', appliesTo: { municipality: ['GM0014'], region: ['Polder'], programme: ['buddy'], age: { lt: 27 } } });
    const on = (birthDate: CivilDate): number => deadlinesAt(smallBook({ clocks: [own] }), youthWith([opened('2019-01-01', birthDate), lost('2020-03-02')], '2020-03-05'), { enabled: new Set(['c']) }).length;
    expect([on('2000-01-01'), on('1990-01-01')]).toEqual([1, 0]);
  });
});
