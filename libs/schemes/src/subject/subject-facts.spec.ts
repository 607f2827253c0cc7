import { describe, expect, it } from '@jest/globals';
import type { CivilDate } from '@trajectboek/events';
import { youthWith, type Told } from '../testing/youths.js';
import { isSubjectFact, SUBJECT_FACTS, type SubjectFact } from './subject-facts.js';

const [SCHOOL, OTHER_SCHOOL] = ['urn:nld:oin:00000099000000000001', 'urn:nld:oin:00000099000000000005'];
const on = (date: CivilDate, fact: SubjectFact, facts: readonly Told[]): unknown => SUBJECT_FACTS[fact](youthWith(facts, date).history);
const opened = (date: CivilDate, municipality: string, birthDate = '2002-03-01'): Told => [date, 'TrajectoryOpened', { reason: 'mbo', birthDate, municipality }];

describe('a subject fact', () => {
  it('is one of those of the rules, whatever else an object has', () => {
    expect(['municipality', 'openProgrammes', 'shoeSize', 'toString'].map(isSubjectFact)).toEqual([true, true, false, false]);
  });

  it('is not known of a youth of whom nothing was told, and a list is empty then', () => {
    const known = Object.fromEntries(Object.keys(SUBJECT_FACTS).filter(isSubjectFact).map((fact) => [fact, on('2020-06-01', fact, [])]));
    expect(known).toEqual({ credentials: [], targetGroups: [], openPlacementKinds: [], openProgrammes: [] });
  });
});

describe('the municipality', () => {
  const moved = (date: CivilDate, municipality: string, from: CivilDate): Told => [date, 'ResidenceChanged', { municipality, from }];

  it('is that of the opening, until a move takes effect', () => {
    const facts = [opened('2020-01-01', 'GM0153'), moved('2020-02-01', 'GM0014', '2020-03-01')];
    expect(['2019-12-31', '2020-01-01', '2020-02-29', '2020-03-01'].map((date) => on(date, 'municipality', facts))).toEqual([undefined, 'GM0153', 'GM0153', 'GM0014']);
  });

  it('is that of a later opening after a move, and tells on which day an announced move changes it', () => {
    expect(on('2020-06-01', 'municipality', [opened('2020-01-01', 'GM0153'), moved('2020-02-01', 'GM0014', '2020-02-01'), opened('2020-05-01', 'GM0200')])).toBe('GM0200');
    const { history } = youthWith([opened('2020-01-01', 'GM0153'), moved('2020-02-01', 'GM0014', '2020-03-01')], '2020-02-10');
    expect([SUBJECT_FACTS.municipality(history), SUBJECT_FACTS.municipality(history), history.asOf.nextChange]).toEqual(['GM0153', 'GM0153', '2020-03-01']);
  });
});

describe('the birth date', () => {
  it('is known on every date, also before the opening, and the newest statement counts', () => {
    const facts = [opened('2020-01-01', 'GM0153', '2002-03-01'), opened('2020-05-01', 'GM0153', '2002-03-02')];
    expect([on('2019-01-01', 'birthDate', facts), on('2020-02-01', 'birthDate', facts)]).toEqual(['2002-03-02', '2002-03-02']);
    expect([on('2020-02-01', 'birthDate', [opened('2020-01-01', 'GM0153')]), on('2020-02-01', 'birthDate', [['2020-01-01', 'ExitProfileSet', { profile: 'labour' }]])]).toEqual(['2002-03-01', undefined]);
  });

  it('is the same when it is asked twice', () => {
    const { history } = youthWith([opened('2020-01-01', 'GM0153')], '2020-02-01');
    expect([SUBJECT_FACTS.birthDate(history), SUBJECT_FACTS.birthDate(history)]).toEqual(['2002-03-01', '2002-03-01']);
  });
});

describe('what is newest', () => {
  const facts: readonly Told[] = [
    ['2019-08-01', 'EnrolmentStarted', { institution: SCHOOL, schoolType: 'vmbo', pathway: 'bol' }],
    ['2020-08-01', 'EnrolmentStarted', { institution: OTHER_SCHOOL, schoolType: 'mbo-2', pathway: 'bbl' }],
  ];

  it.each<[SubjectFact, unknown, unknown]>([['lastSchoolType', 'vmbo', 'mbo-2'], ['lastPathway', 'bol', 'bbl'], ['lastInstitution', SCHOOL, OTHER_SCHOOL]])('is the %s of the last enrolment by the date', (fact, before, after) => {
    expect([on('2020-07-31', fact, facts), on('2020-08-01', fact, facts)]).toEqual([before, after]);
  });

  it('is the exit profile and the category of the last stay', () => {
    expect(on('2020-06-01', 'exitProfile', [['2020-01-01', 'ExitProfileSet', { profile: 'labour' }], ['2020-02-01', 'ExitProfileSet', { profile: 'day-activity' }]])).toBe('day-activity');
    expect(on('2020-06-01', 'lastInstitutionCategory', [['2020-01-01', 'InstitutionStayStarted', { category: 'clinic' }], ['2020-02-01', 'InstitutionStayEnded', {}]])).toBe('clinic');
  });

  it('is not all: the credentials stay a list', () => {
    expect(on('2020-06-01', 'credentials', [['2018-07-01', 'CredentialAwarded', { type: 'vmbo', basicQualification: false }], ['2020-07-01', 'CredentialAwarded', { type: 'mbo-2', basicQualification: true }]])).toEqual(['vmbo']);
    expect(on('2020-07-01', 'credentials', [['2018-07-01', 'CredentialAwarded', { type: 'vmbo', basicQualification: false }], ['2020-07-01', 'CredentialAwarded', { type: 'mbo-2', basicQualification: true }]])).toEqual(['vmbo', 'mbo-2']);
  });
});

describe('the basic qualification', () => {
  const awarded = (basicQualification: boolean): Told => ['2020-01-10', 'CredentialAwarded', { type: 'mbo-2', basicQualification }];
  const found = (result: string, facts: readonly string[]): Told => ['2020-01-11', 'RegisterMatched', { register: 'duo', runOn: '2020-01-11', result, facts, legalBasis: 'web' }];
  const left = (withBasicQualification: boolean): Told => ['2020-01-12', 'EnrolmentEnded', { institution: SCHOOL, reason: 'other', destination: 'none', withBasicQualification }];
  const dropped = (withBasicQualification: boolean): Told => ['2020-01-13', 'DroppedOut', { institution: SCHOOL, lastSchoolDay: '2020-01-13', withBasicQualification, exitInterviewHeld: false }];

  it.each<[string, readonly Told[], boolean | undefined]>([
    ['there when one of the credentials has it', [awarded(false), awarded(true)], true],
    ['not known from a credential without it', [awarded(false)], undefined],
    ['there when one of the registers knows it', [found('found', []), found('found', ['enrolled', 'basic-qualification'])], true],
    ['missing when a register found the youth without it', [found('found', ['enrolled'])], false],
    ['not known when the register did not find the youth', [found('not-found', [])], undefined],
    ['missing when a school says so at the end', [left(false)], false],
    ['missing when a school says so at a dropout', [dropped(false)], false],
    ['not known when one school says with and another without', [left(false), dropped(true)], undefined],
    ['not known when a school says with and shows nothing', [left(true)], undefined],
    ['there when it is proven, whatever schools say', [left(false), dropped(false), awarded(true)], true],
  ])('is %s', (_, facts, expected) => {
    expect(on('2020-06-01', 'basicQualification', facts)).toBe(expected);
  });

  it('is the same when it is asked twice', () => {
    const { history } = youthWith([awarded(true)], '2020-06-01');
    expect([SUBJECT_FACTS.basicQualification(history), SUBJECT_FACTS.basicQualification(history)]).toEqual([true, true]);
  });
});

describe('the target groups', () => {
  const assigned = (date: CivilDate, group: string, definition = 'banenafspraak'): Told => [date, 'TargetGroupAssigned', { definition, group }];
  const ended = (date: CivilDate, group: string, definition = 'banenafspraak'): Told => [date, 'TargetGroupEnded', { definition, group, reason: 'moved' }];

  it.each<[string, readonly Told[], readonly string[]]>([
    ['those that were assigned', [assigned('2020-01-01', 'wajong'), assigned('2020-02-01', 'pro-vso')], ['wajong', 'pro-vso']],
    ['without the one that ended', [assigned('2020-01-01', 'wajong'), assigned('2020-02-01', 'pro-vso'), ended('2020-03-01', 'wajong')], ['pro-vso']],
    ['without one that ended on its own day', [assigned('2020-01-01', 'wajong'), ended('2020-01-01', 'wajong')], []],
    ['with one that began again after its end', [assigned('2020-01-01', 'wajong'), ended('2020-02-01', 'wajong'), assigned('2020-03-01', 'wajong')], ['wajong']],
    ['with one that ended under another definition', [assigned('2020-01-01', 'wajong'), ended('2020-02-01', 'wajong', 'praktijkroute')], ['wajong']],
    ['with one whose end has not come', [assigned('2020-01-01', 'wajong'), ended('2020-06-02', 'wajong')], ['wajong']],
    ['without one of which another end came first', [ended('2019-12-01', 'wajong'), assigned('2020-01-01', 'wajong'), ended('2020-02-01', 'wajong')], []],
  ])('are %s', (_, facts, expected) => {
    expect(on('2020-06-01', 'targetGroups', facts)).toEqual(expected);
  });
});

describe('what is open', () => {
  const started = (date: string, placementId: string, kind: string): Told => [date, 'PlacementStarted', { placementId, kind, hoursPerWeek: 32, paid: true, enrolled: false }];
  const ended = (date: string, placementId: string): Told => [date, 'PlacementEnded', { placementId, reason: 'completed' }];
  const lost = (date: string, placementId: string): Told => [date, 'JobLost', { placementId, lastWorkingDay: date.slice(0, 10), reason: 'dismissed' }];

  it.each<[string, readonly Told[], readonly string[]]>([
    ['every placement that started', [started('2020-01-01', 'p1', 'contract'), started('2020-02-01', 'p2', 'bbl')], ['contract', 'bbl']],
    ['not one that ended, but another', [started('2020-01-01', 'p1', 'contract'), started('2020-02-01', 'p2', 'bbl'), ended('2020-03-01', 'p1')], ['bbl']],
    ['not one that was lost', [started('2020-01-01', 'p1', 'contract'), lost('2020-03-01', 'p1')], []],
    ['one that began after an end of the same name', [ended('2020-01-01', 'p1'), started('2020-02-01', 'p1', 'contract')], ['contract']],
    ['the new one, when the older one ends on the day on which it begins', [started('2020-01-01', 'p1', 'trial-placement'), ended('2020-03-01', 'p1'), started('2020-03-01', 'p1', 'contract')], ['contract']],
    ['nothing, when the only one ends on the day on which it began', [started('2020-03-01', 'p1', 'contract'), ended('2020-03-01', 'p1')], []],
    ['nothing, when one was lost and the next one began and ended on one day', [started('2020-01-01', 'p1', 'trial-placement'), lost('2020-02-01', 'p1'), started('2020-03-01', 'p1', 'contract'), ended('2020-03-01', 'p1')], []],
    ['nothing, when both ends have come, in whatever order they were told', [started('2020-01-01', 'p1', 'trial-placement'), started('2020-03-01', 'p1', 'contract'), lost('2020-03-01', 'p1'), ended('2020-04-01', 'p1')], []],
    ['nothing, when the new one ends after the older one was lost on its first day', [started('2020-01-01', 'p1', 'trial-placement'), started('2020-03-01', 'p1', 'contract'), lost('2020-04-01', 'p1'), ended('2020-03-01', 'p1')], []],
  ])('is %s', (_, facts, expected) => {
    expect(on('2020-06-01', 'openPlacementKinds', facts)).toEqual(expected);
  });

  it('is every programme of which the track did not end', () => {
    const track = (date: CivilDate, type: 'TrackStarted' | 'TrackEnded', programme: string): Told =>
      [date, type, type === 'TrackStarted' ? { programme, provider: SCHOOL, goal: 'work' } : { programme, result: ['work'], completed: true }];
    const facts = [track('2020-01-01', 'TrackStarted', 'buddy'), track('2020-01-01', 'TrackStarted', 'coach'), track('2020-03-01', 'TrackEnded', 'buddy')];
    expect([on('2020-02-29', 'openProgrammes', facts), on('2020-03-01', 'openProgrammes', facts)]).toEqual([['buddy', 'coach'], ['coach']]);
  });
});
