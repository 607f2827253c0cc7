import { fact, OTHER_SCHOOL, placed, SCHOOL as OWN_SCHOOL, type Fact } from '../../testing/given.js';
import { partOf, rounded, type Cohort } from './cohort.js';
import { awarded, droppedOut, followed, schoolEnded, schoolStarted } from './facts.js';

const elsewhere = (at: string): Fact => fact('EnrolmentStarted', at, { institution: OTHER_SCHOOL, schoolType: 'mbo-2', pathway: 'bol' });
const refused = (at: string, decision: 'refused' | 'admitted' | 'alternative-offered'): Fact =>
  fact('AdmissionDecided', at, { institution: OWN_SCHOOL, decision, ground: decision === 'refused' ? 'capacity' : 'none' });
const applied = (at: string): Fact => fact('ApplicationSubmitted', at, { institution: OTHER_SCHOOL, submittedOn: at });
const searching = (at: string): Fact => fact('InternshipSearchStarted', at, { helper: 'self' });
const found = (at: string): Fact => fact('InternshipSearchEnded', at, { found: true, ground: 'none', agreedOn: at });

/** One year of mbo-1: who did not complete it left without a diploma, and is no longer at school. */
function mbo1(pathway: 'bol' | 'bbl', whole: number, unfinished: number): Cohort {
  const year: readonly Fact[] = [followed('2011-08-29', '1995-01-15'), schoolStarted('2011-09-01', 'entree', pathway)];
  const [left, stayed] = [partOf(whole, unfinished), partOf(whole, 100 - unfinished)];
  return {
    figure: `mbo-1-${pathway}`, assumed: `${whole} students; that who did not complete it is an early leaver; of the others one half goes to mbo-2, the other to work.`,
    groups: {
      unfinished: { size: left, facts: [...year, schoolEnded('2012-03-09', 'unmotivated', 'none'), droppedOut('2012-03-09')] },
      toMbo2: { size: Math.floor(stayed / 2), facts: [...year, awarded('2012-07-06', 'entree'), schoolEnded('2012-07-06', 'completed', 'education'), elsewhere('2012-09-01')] },
      toWork: { size: Math.ceil(stayed / 2), facts: [...year, awarded('2012-07-06', 'entree'), schoolEnded('2012-07-06', 'completed', 'labour'), placed('2012-08-01', 'p1')] },
      switched: { size: 3, beside: true, facts: [...year, schoolEnded('2011-11-01', 'switched', 'education'), elsewhere('2011-11-01')] },
      earlier: { size: 3, beside: true, facts: [followed('2010-09-01', '1995-01-15'), schoolStarted('2010-09-01', 'entree'), schoolEnded('2011-03-01', 'unmotivated', 'none'), droppedOut('2011-03-01')] },
    },
    checks: [{
      by: 'C24', window: ['2011-10-01', '2012-09-30', '2012-10-01'], counts: { 'vsv-national': left, leavers: whole, 'entree-without-work': 0 },
      printed: [{ part: ['vsv-national'], of: ['leavers'], percent: rounded(String(unfinished)) }],
    }],
  };
}

const entree = [followed('2012-08-27'), schoolStarted('2012-09-03', 'entree', 'bol')];
const vmbo = [followed('2013-09-02', '1999-06-01'), schoolStarted('2013-09-02', 'vmbo')];
const vso = [followed('2013-09-02'), schoolStarted('2013-09-02', 'vso')];
const mbo = [followed('2015-08-31'), schoolStarted('2015-08-31', 'mbo-2', 'bol')];

export const SCHOOL: readonly Cohort[] = [
  mbo1('bol', 50, 34),
  mbo1('bbl', 20, 45),
  {
    figure: 'entree-in-two-years', assumed: '50 students; that the 8% are still enrolled after two years, and that who leaves without a diploma before that is not among them.',
    groups: {
      inTime: { size: partOf(50, 92), facts: [...entree, awarded('2013-07-05', 'entree'), schoolEnded('2013-07-12', 'completed', 'labour')] },
      unfinished: { size: partOf(50, 8), facts: entree },
      gone: { size: 3, beside: true, facts: [...entree, schoolEnded('2013-01-11', 'personal', 'none')] },
    },
    checks: [{
      by: 'C22', window: ['2012-09-01', '2012-10-31', '2014-09-04'], counts: { 'entree-two-years': { metOnTime: 46, metLate: 0, missed: 4, running: 0 } },
      printed: [{ part: ['entree-two-years/missed'], of: 'youths', percent: rounded('8') }],
    }],
  },
  {
    figure: 'refused-by-mbo', assumed: 'That each report is one refusal; that 90 of them were followed by another application within 28 days.',
    groups: {
      followedUp: { size: 90, facts: [followed('2014-04-01'), refused('2014-06-02', 'refused'), applied('2014-06-20')] },
      alone: { size: 40, facts: [followed('2014-04-01'), refused('2014-06-02', 'refused')] },
      otherwise: { size: 5, beside: true, facts: [followed('2014-04-01'), refused('2014-06-02', 'alternative-offered')] },
      admitted: { size: 5, beside: true, facts: [followed('2014-04-01'), refused('2014-06-02', 'admitted')] },
    },
    checks: [{ by: 'C16', window: ['2014-04-01', '2014-09-30', '2014-12-01'], counts: { numerator: 90, denominator: 130, censored: 0 } }],
  },
  {
    figure: 'own-internship', assumed: '20 pupils; 75%, the middle of the range; that the others are still searching when the internships begin.',
    groups: {
      found: { size: partOf(20, 75), facts: [followed('2014-09-01'), searching('2015-02-23'), found('2015-03-30')] },
      searching: { size: partOf(20, 25), facts: [followed('2014-09-01'), searching('2015-02-23')] },
      earlier: { size: 4, beside: true, facts: [followed('2013-09-01'), searching('2014-02-24'), found('2014-03-31')] },
    },
    checks: [{
      by: 'C17', window: ['2015-02-01', '2015-03-31', '2015-04-20'], counts: { daysSearching: { n: 15, censored: 5, median: 35 } },
      printed: [{ part: ['daysSearching/n'], of: ['daysSearching/n', 'daysSearching/censored'], percent: [70, 80] }],
    }],
  },
  {
    figure: 'vo-to-mbo', assumed: '150 leavers of the vmbo, one for every thousand; that who falls between two stools has no next start by the end of the year.',
    groups: {
      started: { size: 150 - 8, facts: [...vmbo, schoolEnded('2015-07-10', 'completed', 'education'), elsewhere('2015-08-31')] },
      between: { size: 8, facts: [...vmbo, schoolEnded('2015-07-10', 'completed', 'education')] },
      later: { size: 4, beside: true, facts: [...vmbo, schoolEnded('2015-11-02', 'personal', 'none')] },
    },
    checks: [{
      by: 'C1', window: ['2015-07-01', '2015-07-31', '2015-12-31'], counts: { n: 142, censored: 8, median: 52, max: 52 },
      printed: [{ part: ['censored'], of: ['n', 'censored'], percent: rounded('5.3') }],
    }],
  },
  {
    figure: 'vso-to-education', assumed: '100 leavers; 48, a little less than half; of the others 30 to work, 22 nowhere that is known.',
    groups: {
      education: { size: 48, facts: [...vso, schoolEnded('2015-07-10', 'completed', 'education'), elsewhere('2015-08-31')] },
      work: { size: 30, facts: [...vso, schoolEnded('2015-07-10', 'completed', 'labour'), placed('2015-08-03', 'p1')] },
      unknown: { size: 22, facts: [...vso, schoolEnded('2015-07-10', 'other', 'unknown')] },
    },
    checks: [{
      by: 'status', window: ['2015-07-01', '2015-07-31', '2015-10-01'], counts: { education: 48, work: 30, 'out-of-view': 22 },
      printed: [{ part: ['education'], of: 'youths', percent: [45, 49.9] }],
    }],
  },
  {
    figure: 'vsv-2016-2017', assumed: '85 students, of whom 4 are early leavers (4.706%, printed 4.71); 15 leave with a diploma at mbo-2, six for another school.',
    groups: {
      stays: { size: 60, facts: mbo },
      diploma: { size: 15, facts: [...mbo, awarded('2017-07-07', 'mbo-2', true), fact('EnrolmentEnded', '2017-07-07', { institution: OWN_SCHOOL, reason: 'completed', destination: 'labour', withBasicQualification: true })] },
      switched: { size: 6, facts: [...mbo, schoolEnded('2017-02-03', 'switched', 'education'), elsewhere('2017-02-06')] },
      early: { size: 4, facts: [...mbo, schoolEnded('2017-01-13', 'unmotivated', 'none'), droppedOut('2017-01-13')] },
      earlier: { size: 3, beside: true, facts: [followed('2015-08-31'), schoolStarted('2015-08-31', 'mbo-2'), schoolEnded('2016-06-03', 'personal', 'none'), droppedOut('2016-06-03')] },
    },
    checks: [
      { by: 'status', window: ['2016-10-01', '2016-10-01', '2016-10-01'], counts: { education: 85 } },
      { by: 'C24', window: ['2016-10-01', '2017-09-30', '2017-10-01'], counts: { 'vsv-national': 4, leavers: 19 }, printed: [{ part: ['vsv-national'], of: 'youths', percent: rounded('4.71') }] },
    ],
  },
];
