import type { CivilDate, EventDataOf } from '@trajectboek/events';
import { followed, trackEnded, trackStarted } from './facts.js';
import { partOf, rounded, type Check, type Cohort, type Group } from './cohort.js';

interface Ending {
  readonly result: EventDataOf<'TrackEnded'>['result'];
  readonly completed: boolean;
}

const SCHOOL: Ending = { result: ['school'], completed: true };
const WORK: Ending = { result: ['work'], completed: true };
const BUSINESS: Ending = { result: ['own-business'], completed: true };
const BOTH: Ending = { result: ['work', 'school'], completed: true };
const OBSTACLE: Ending = { result: ['obstacle-removed'], completed: true };
const NOTHING: Ending = { result: ['no-result'], completed: false };
const COMPLETED_WITHOUT_RESULT: Ending = { result: ['no-result'], completed: true };
const SENT_BACK: Ending = { result: ['returned-to-sender'], completed: false };
const RUNNING = 'running';

/** A programme of which one start counts. */
interface Programme {
  readonly code: string;
  readonly started: CivilDate;
  readonly ended: CivilDate;
}

function groupOf({ code, started, ended }: Programme, [size, ending]: readonly [number, Ending | typeof RUNNING]): Group {
  const begun = [followed(started), trackStarted(started, code)];
  return { size, facts: ending === RUNNING ? begun : [...begun, trackEnded(ended, code, ending)] };
}

/** Youths of an earlier year with every result, whom no figure of the year is about. */
function earlier({ code, started }: Programme): Group {
  const [first, last] = [`${Number(started.slice(0, 4)) - 2}-03-01`, `${Number(started.slice(0, 4)) - 2}-09-01`] as const;
  const all: Ending = { result: ['school', 'work', 'own-business', 'obstacle-removed', 'no-result', 'returned-to-sender'], completed: true };
  return { size: 3, beside: true, facts: [followed(first), trackStarted(first, code), trackEnded(last, code, all)] };
}

/** The groups of a programme by how many ended how, beside youths of an earlier year. */
export function groupsOf(programme: Programme, endings: Readonly<Record<string, readonly [number, Ending | typeof RUNNING]>>): Cohort['groups'] {
  const groups = Object.entries(endings).map(([name, ending]) => [name, groupOf(programme, ending)] as const);
  return { ...Object.fromEntries(groups), earlier: earlier(programme) };
}

function yearOf({ started }: Programme, asOf: CivilDate): Check['window'] {
  const year = started.slice(0, 4);
  return [`${year}-01-01`, `${year}-12-31`, asOf] as const;
}

const BUDDY: Programme = { code: 'buddy-project', started: '2014-09-01', ended: '2015-06-01' };
const TOM: Programme = { code: 'traject-op-maat', started: '2016-02-01', ended: '2016-11-01' };
const ROUTE: Programme = { code: 'transitieroute', started: '2021-09-01', ended: '2022-07-01' };
const BORIS: Programme = { code: 'boris', started: '2014-09-01', ended: '2015-07-01' };
const PROGRESSION: Programme = { code: 'doorstroomprogramma', started: '2019-02-04', ended: '2019-08-05' };
const TWO_GET_THERE: Programme = { code: '2getthere', started: '2014-02-03', ended: '2014-11-03' };
const NEW_PERSPECTIVE: Programme = { code: 'een-nieuw-perspectief', started: '2015-01-05', ended: '2015-09-01' };
const ON_THE_MOVE: Programme = { code: 'jongeren-aan-zet', started: '2019-10-01', ended: '2021-06-01' };
const JA: Programme = { code: 'project-ja', started: '2018-01-08', ended: '2018-10-01' };
const TOPS: Programme = { code: 'tops4jobs', started: '2015-03-02', ended: '2015-06-22' };
const ZOWHAT: Programme = { code: 'zowhat', started: '2017-03-01', ended: '2017-12-01' };

export const TRACKS: readonly Cohort[] = [
  {
    figure: 'buddy-project', assumed: 'How the 13 divide over work (8) and education (5); dates; that the other six left without a result.',
    groups: groupsOf(BUDDY, { work: [8, WORK], school: [5, SCHOOL], others: [6, NOTHING] }),
    checks: [{ by: 'C18', window: yearOf(BUDDY, '2016-01-01'), counts: { started: 19, ended: 19, completed: 13, byResult: { work: 8, school: 5, 'no-result': 6 } } }],
  },
  {
    figure: 'tom-den-bosch', assumed: 'One year; how the 100 divide over the three goals; that 20 are still in the track.',
    groups: groupsOf(TOM, { school: [40, SCHOOL], work: [40, WORK], running: [20, RUNNING] }),
    checks: [{ by: 'C18', window: yearOf(TOM, '2016-12-31'), counts: { started: 100, ended: 80 } }],
  },
  {
    figure: 'transition-route', assumed: 'One year; that 50 ended with work and ten still run.',
    groups: groupsOf(ROUTE, { work: [50, WORK], running: [10, RUNNING] }),
    checks: [{ by: 'C18', window: yearOf(ROUTE, '2022-12-31'), counts: { started: 60 } }],
  },
  {
    figure: 'boris', assumed: 'That all began on one day; no result is known, so all still run.',
    groups: groupsOf(BORIS, { pupils: [651, RUNNING] }),
    checks: [{ by: 'C18', window: ['2013-01-01', '2015-12-31', '2016-02-29'], counts: { started: 651, ended: 0 } }],
  },
  {
    figure: 'progression-programme', assumed: 'How the 32 divide over education (20) and work (12); that the other 18 left without a result.',
    groups: groupsOf(PROGRESSION, { school: [20, SCHOOL], work: [12, WORK], others: [50 - 32, NOTHING] }),
    checks: [{
      by: 'C18', window: yearOf(PROGRESSION, '2020-01-01'), counts: { started: 50, completed: 32, byResult: { school: 20, work: 12, 'no-result': 18 } },
      printed: [{ part: ['byResult/school', 'byResult/work'], of: ['started'], percent: rounded('64') }],
    }],
  },
  {
    figure: 'two-get-there', assumed: '30 youths, of whom four have both work and an education: the results add up to more than the youths.',
    groups: groupsOf(TWO_GET_THERE, { both: [4, BOTH], work: [10, WORK], school: [6, SCHOOL], nothing: [30 / 3, NOTHING] }),
    checks: [{
      by: 'C18', window: yearOf(TWO_GET_THERE, '2015-01-01'), counts: { started: 30, completed: 20, ended: 30, byResult: { work: 14, school: 10, 'no-result': 10 } },
      printed: [{ part: ['ended'], less: ['byResult/no-result'], of: ['started'], percent: [66.6, 66.7] }],
    }],
  },
  {
    figure: 'new-perspective', assumed: '50 youths, each with one result; how the 86% divides over the three.',
    groups: groupsOf(NEW_PERSPECTIVE, { school: [20, SCHOOL], work: [17, WORK], business: [partOf(50, 86) - 37, BUSINESS], nothing: [partOf(50, 14), NOTHING] }),
    checks: [{
      by: 'C18', window: yearOf(NEW_PERSPECTIVE, '2016-01-01'), counts: { started: 50, byResult: { school: 20, work: 17, 'own-business': 6, 'no-result': 7 } },
      printed: [{ part: ['byResult/school', 'byResult/work', 'byResult/own-business'], of: ['ended'], percent: rounded('86') }],
    }],
  },
  {
    figure: 'youths-on-the-move', assumed: 'That 85% of 27 is 23 (85.2%); how they divide over the three results.',
    groups: groupsOf(ON_THE_MOVE, { work: [8, WORK], school: [7, SCHOOL], obstacle: [8, OBSTACLE], nothing: [27 - 23, NOTHING] }),
    checks: [{
      by: 'C18', window: yearOf(ON_THE_MOVE, '2021-12-31'), counts: { started: 27, completed: 23, byResult: { work: 8, school: 7, 'obstacle-removed': 8, 'no-result': 4 } },
      printed: [{ part: ['completed'], of: ['started'], percent: rounded('85') }],
    }],
  },
  {
    figure: 'project-ja', assumed: 'What became of the other half: 29 to education, 40 still in the project.',
    groups: groupsOf(JA, { work: [69, WORK], school: [29, SCHOOL], running: [40, RUNNING] }),
    checks: [{
      by: 'C18', window: yearOf(JA, '2018-12-31'), counts: { started: 138, ended: 98, byResult: { work: 69, school: 29 } },
      printed: [{ part: ['byResult/work'], of: ['started'], percent: rounded('50') }],
    }],
  },
  {
    figure: 'tops4jobs', assumed: 'Dates only.',
    groups: groupsOf(TOPS, { school: [3, SCHOOL], nothing: [8 - 3, COMPLETED_WITHOUT_RESULT] }),
    checks: [{ by: 'C18', window: yearOf(TOPS, '2015-12-31'), counts: { started: 8, completed: 8, byResult: { school: 3, 'no-result': 5 } } }],
  },
  {
    figure: 'zowhat', assumed: '25 tracks; that of the 60% placed ten went to work and five to education.',
    groups: groupsOf(ZOWHAT, { work: [10, WORK], school: [partOf(25, 60) - 10, SCHOOL], running: [partOf(25, 32), RUNNING], back: [partOf(25, 8), SENT_BACK] }),
    checks: [{
      by: 'C18', window: yearOf(ZOWHAT, '2017-12-31'), counts: { started: 25, ended: 17, byResult: { work: 10, school: 5, 'returned-to-sender': 2 } },
      printed: [
        { part: ['byResult/work', 'byResult/school'], of: ['started'], percent: rounded('60') },
        { part: ['started'], less: ['ended'], of: ['started'], percent: rounded('32') },
        { part: ['byResult/returned-to-sender'], of: ['started'], percent: rounded('8') },
      ],
    }],
  },
];
