import { plus, type CivilDate, type EventDataOf } from '@trajectboek/events';
import { fact, MUNICIPALITY, placed, SCHOOL, type Fact } from '../../testing/given.js';
import { partOf, rounded, type Cohort, type Group } from './cohort.js';
import { followed, schoolEnded, schoolStarted, trackEnded, trackStarted } from './facts.js';

const visited = (at: string, dayPart: 'day' | 'evening', reached: boolean): Fact =>
  fact('ContactAttempted', at, { channel: 'home-visit', dayPart, reached, purpose: 'return-to-view' });
const reported = (at: string): Fact => fact('BenefitReported', at, { municipality: 'GM0153', urgentNeed: false });
const searchPeriod = (at: string, supportFromDayOne: boolean): Fact => fact('SearchPeriodStarted', at, { endsOn: plus(at as CivilDate, 'P28D'), supportFromDayOne });
const disputed = (at: string): Fact => fact('ResponsibilityDisputed', at, { parties: [SCHOOL, MUNICIPALITY], question: 'which-law' });
const taken = (at: string): Fact => fact('ResponsibilityTaken', at, { organisation: MUNICIPALITY, role: 'lead', ground: 'agreed' });
const explained = (at: string, reason: EventDataOf<'InactivityExplained'>['reason']): Fact => fact('InactivityExplained', at, { reason, recheckOn: plus(at as CivilDate, 'P6M') });
const unpaid = (at: string, kind: EventDataOf<'PlacementStarted'>['kind']): Fact => placed(at, 'p1', { kind, paid: false });

/** A track to stability of so many months. */
function stabilised(start: string, months: number, code: string): readonly Fact[] {
  return [followed(start), trackStarted(start, code, 'stabilisation'), trackEnded(plus(start as CivilDate, `P${months}M`), code, { result: ['stabilised'], completed: true })];
}

const JP = (months: number, size: number): Group => ({ size, facts: stabilised('2013-01-01', months, 'jp-traject') });

/** Leavers of vso, pro and entree of one region, 100 of them. */
function region(figure: 'vulnerable-lowest' | 'vulnerable-highest', percentage: number): Cohort {
  const leaver = [followed('2021-08-30', '2004-05-01'), schoolStarted('2021-08-30', 'pro'), schoolEnded('2022-07-15', 'completed', 'unknown')];
  const made = partOf(100, percentage);
  return {
    figure, assumed: '100 leavers; that one half of the transitions is to school, the other to work; that the others have no next start on 1 October.',
    groups: {
      school: { size: Math.floor(made / 2), facts: [...leaver, fact('EnrolmentStarted', '2022-08-29', { institution: MUNICIPALITY, schoolType: 'entree' })] },
      work: { size: Math.ceil(made / 2), facts: [...leaver, placed('2022-08-01', 'p1')] },
      nothing: { size: partOf(100, 100 - percentage), facts: leaver },
      later: { size: 3, beside: true, facts: [followed('2021-08-30', '2004-05-01'), schoolStarted('2021-08-30', 'pro'), schoolEnded('2022-09-09', 'other', 'unknown')] },
    },
    checks: [{
      by: 'C1', window: ['2022-07-01', '2022-07-31', '2022-10-01'], counts: { n: made, censored: 100 - made, min: 17, max: 45 },
      printed: [{ part: ['n'], of: ['n', 'censored'], percent: rounded(String(percentage)) }],
    }],
  };
}

export const WORK: readonly Cohort[] = [
  {
    figure: 'achterhoek-placements', assumed: 'How the 92 divide; that a learn-work place is paid.',
    groups: {
      contract: { size: 60, facts: [followed('2015-03-02'), placed('2016-02-01', 'p1')] },
      learnWork: { size: 32, facts: [followed('2015-03-02'), placed('2015-09-07', 'p1', { kind: 'work-learning' })] },
      trial: { size: 5, beside: true, facts: [followed('2015-03-02'), unpaid('2016-02-01', 'trial-placement')] },
      later: { size: 5, beside: true, facts: [followed('2015-03-02'), placed('2017-01-02', 'p1')] },
    },
    checks: [{ by: 'C10', window: ['2015-01-01', '2016-12-31', '2017-06-01'], counts: { spells: 92 } }],
  },
  {
    figure: 'learn-work-market', assumed: 'That a match is a paid learn-work job, in the bbl (20) or outside it (10).',
    groups: {
      bbl: { size: 20, facts: [followed('2015-03-02'), placed('2015-09-01', 'p1', { kind: 'bbl' })] },
      learnWork: { size: 10, facts: [followed('2015-03-02'), placed('2015-05-04', 'p1', { kind: 'work-learning' })] },
      volunteers: { size: 4, beside: true, facts: [followed('2015-03-02'), unpaid('2015-05-04', 'volunteer')] },
    },
    checks: [{ by: 'C10', window: ['2015-01-01', '2015-12-31', '2015-12-31'], counts: { spells: 30 } }],
  },
  {
    figure: 'jp-length', assumed: 'Ten JP tracks that last 18 months on average, as 45 less 27, from six months to three years; five of the regular route.',
    groups: {
      shortest: JP(6, 1), short: JP(12, 1), middle: JP(18, 6), long: JP(24, 1), longest: JP(36, 1),
      regular: { size: 5, facts: stabilised('2010-01-01', 45, 'schuldregeling') },
      work: { size: 3, beside: true, facts: [followed('2013-01-01'), trackStarted('2013-01-01', 'werktraject', 'work')] },
    },
    checks: [
      { by: 'C25', window: ['2010-01-01', '2010-12-31', '2017-01-01'], counts: { n: 5, censored: 0, median: 1369, over12Months: { numerator: 5, denominator: 5 } } },
      { by: 'C25', window: ['2013-01-01', '2013-12-31', '2017-01-01'], counts: { n: 10, censored: 0, min: 181, median: 546, max: 1095, over12Months: { numerator: 8, denominator: 10 } } },
    ],
  },
  region('vulnerable-lowest', 67),
  region('vulnerable-highest', 88),
];

export const SIGHT: readonly Cohort[] = [
  {
    figure: 'almere-home-visits', assumed: '20 youths visited in the evening (95% reached, the middle of the range), 20 by day; one visit each. Only home visits, because C20 has no channel by part of the day.',
    groups: {
      eveningReached: { size: partOf(20, 95), facts: [followed('2014-09-01'), visited('2015-02-10', 'evening', true)] },
      eveningMissed: { size: partOf(20, 5), facts: [followed('2014-09-01'), visited('2015-02-10', 'evening', false)] },
      dayReached: { size: partOf(20, 30), facts: [followed('2014-09-01'), visited('2015-02-10', 'day', true)] },
      dayMissed: { size: partOf(20, 70), facts: [followed('2014-09-01'), visited('2015-02-10', 'day', false)] },
      earlier: { size: 4, beside: true, facts: [followed('2014-09-01'), visited('2014-10-10', 'evening', false)] },
    },
    checks: [{
      by: 'C20', window: ['2015-01-01', '2015-06-30', '2015-12-31'],
      counts: { attempted: 40, reached: 25, byDayPart: { evening: { attempted: 20, reached: 19 }, day: { attempted: 20, reached: 6 } }, attemptsUntilFirstContact: { n: 25, censored: 15 } },
      printed: [
        { part: ['byDayPart/evening/reached'], of: ['byDayPart/evening/attempted'], percent: [90, 100] },
        { part: ['byDayPart/day/reached'], of: ['byDayPart/day/attempted'], percent: rounded('30') },
      ],
    }],
  },
  {
    figure: 'unclear-cases', assumed: 'All 42 open on one day; asked about that day, a youth-day in dispute is a case.',
    groups: {
      disputed: { size: 42, facts: [followed('2016-01-04'), disputed('2016-03-01')] },
      solved: { size: 8, beside: true, facts: [followed('2016-01-04'), disputed('2016-03-01'), taken('2016-04-04')] },
      gap: { size: 8, beside: true, facts: [followed('2015-08-31'), schoolStarted('2015-08-31', 'mbo-2'), schoolEnded('2016-02-05', 'unmotivated', 'none')] },
    },
    checks: [{ by: 'C23', window: ['2016-06-01', '2016-06-01', '2016-06-01'], counts: { disputed: 42 } }],
  },
  {
    figure: 'support-in-search-period', assumed: '40 youths, exactly half; that support within the period is support from the first day.',
    groups: {
      supported: { size: 20, facts: [followed('2016-09-05'), reported('2016-09-05'), searchPeriod('2016-09-05', true)] },
      alone: { size: 20, facts: [followed('2016-09-05'), reported('2016-09-05'), searchPeriod('2016-09-05', false)] },
      earlier: { size: 4, beside: true, facts: [followed('2016-01-04'), reported('2016-01-04'), searchPeriod('2016-01-04', true)] },
    },
    checks: [{
      by: 'C15', window: ['2016-09-01', '2016-12-31', '2017-01-31'], counts: { reported: 40, supportedFromDayOne: 20, shares: { supportedFromDayOne: { numerator: 20, denominator: 40, value: 0.5 } } },
      printed: [{ part: ['supportedFromDayOne'], of: ['reported'], percent: [45, 55] }],
    }],
  },
  {
    figure: 'inactive', assumed: '500 youths born in 1994; that registration as a job seeker, which no event says, does not matter; how the 94.6% divide.',
    groups: {
      school: { size: 250, facts: [followed('2015-01-05', '1994-05-01'), schoolStarted('2015-01-05', 'mbo-4')] },
      work: { size: partOf(500, 94.6) - 250, facts: [followed('2015-01-05', '1994-05-01'), placed('2015-01-05', 'p1')] },
      inactive: { size: partOf(500, 5.4), facts: [followed('2015-01-05', '1994-05-01')] },
    },
    checks: [{
      by: 'status', window: ['2015-01-01', '2015-06-01', '2015-06-01'], counts: { education: 250, work: 223, 'out-of-view': 27 },
      printed: [{ part: ['out-of-view'], of: 'youths', percent: rounded('5.4') }],
    }],
  },
  {
    figure: 'inactive-unexplained', assumed: '134 youths, one for every thousand; which of the three reasons each has.',
    groups: {
      family: { size: 30, facts: [followed('2015-01-05', '1994-05-01'), explained('2015-01-05', 'caring-for-family')] },
      finished: { size: 20, facts: [followed('2015-01-05', '1994-05-01'), explained('2015-01-05', 'recently-finished')] },
      institution: { size: 16, facts: [followed('2015-01-05', '1994-05-01'), explained('2015-01-05', 'institution')] },
      unknown: { size: 134 - 66, facts: [followed('2015-01-05', '1994-05-01')] },
    },
    checks: [
      { by: 'status', window: ['2015-01-01', '2015-06-01', '2015-06-01'], counts: { explained: 66, 'out-of-view': 68 }, printed: [{ part: ['out-of-view'], of: 'youths', percent: [49, 51] }] },
      { by: 'C9', window: ['2015-01-01', '2015-06-01', '2015-06-01'], counts: { youths: 134, episodes: 68, returned: { numerator: 0, denominator: 68 }, daysPerEpisode: { n: 0, censored: 68 } } },
    ],
  },
];
