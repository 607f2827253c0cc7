// C1, C10, C11, C17, C18 and C25: school, work and the steps in between.
import { ask, column, count, countBy, field, REAL_CONTACT, shareOfLines, startsIn, type Asked, type Second } from './ask.js';
import { share, spread, survivalAt, type Followed } from './figures.js';
import { eachDay, shift, type Spell, type World } from './world.js';

/** Open on the day of the exit: education, work, activity or care. An internship is activity when there is no enrolment. */
const OPEN = `s.startDay <= f.day AND (s.endDay IS NULL OR s.endDay > f.day)`;
const NEXT = `(SELECT min(s.startDay) FROM spell s WHERE s.youth = f.youth AND s.kind IN ('enrolment', 'placement', 'track', 'internship') AND s.startDay >= f.day AND s.endSeq IS NOT f.seq)`;

export const c1: Second = (world, asked) => spread(column(world, `SELECT iif(EXISTS (SELECT 1 FROM spell s WHERE s.youth = f.youth
  AND s.kind IN ('enrolment', 'placement', 'track', 'internship') AND ${OPEN}), 0, julianday(${NEXT}) - julianday(f.day))
  FROM fact f WHERE f.type IN ('EnrolmentEnded', 'PlacementEnded', 'JobLost') AND f.day BETWEEN :from AND :to`, asked));

const isPaidWork = ({ kind, start }: Spell): boolean => kind === 'placement' && start.data['paid'] === true && start.data['kind'] !== 'day-activity';

/** Days are worked or not; at most 28 days off lie within a spell. */
function workSpells(spells: readonly Spell[], asOf: string): readonly (readonly [string, string | undefined])[] {
  const jobs = spells.filter(isPaidWork);
  const found: [string, string | undefined][] = [];
  const first = jobs.map(({ start }) => start.day).sort()[0];
  let off = Infinity;
  for (const day of first === undefined ? [] : eachDay(first, asOf)) {
    const works = jobs.some(({ start, end }) => start.day <= day && (!end || day < end.day || (end.day === start.day && day === start.day)));
    const stays = jobs.some(({ start, end }) => start.day <= day && (!end || day < end.day));
    const last = found.at(-1);
    if (works && (!last || off > 28)) found.push([day, stays ? undefined : day]);
    else if (works && last) last[1] = stays ? undefined : day;
    else if (last && last[1] === undefined) last[1] = day;
    off = stays ? 0 : works ? 1 : off + 1;
  }
  return found;
}

/** Whole months are counted one by one; what is left is a part of the month that follows. */
function monthsFrom(world: World, from: string, to: string): number {
  const rows = world.rows(`WITH RECURSIVE m(n) AS (SELECT 0 UNION ALL SELECT n + 1 FROM m WHERE date(:start, (n + 1) || ' months', 'floor') <= :until)
    SELECT n, julianday(:until) - julianday(date(:start, n || ' months', 'floor')) AS rest,
    julianday(date(:start, (n + 1) || ' months', 'floor')) - julianday(date(:start, n || ' months', 'floor')) AS whole FROM m ORDER BY n DESC LIMIT 1`, { start: from, until: to });
  const [{ n, rest, whole } = {}] = rows;
  return Number(n) + Number(rest) / Number(whole);
}

export const c10: Second = (world, { from, to, asOf }) => {
  const followed: Followed[] = world.spells.flatMap((spells) => workSpells(spells, asOf)).filter(([start]) => from <= start && start <= to)
    .map(([start, end]) => ({ time: monthsFrom(world, start, end ?? asOf), ended: end !== undefined }));
  return { spells: followed.length, at: Object.fromEntries([3, 6, 12, 24, 36].map((moment) => [moment, survivalAt(followed, moment)])) };
};

/** Days of paid work within the window, every placement by itself. */
function paidDays({ spells }: World, { from, to, asOf }: Asked): number {
  const last = to < asOf ? to : asOf;
  return spells.flat().filter(isPaidWork).reduce((sum, { start, end }) => sum + eachDay(start.day > from ? start.day : from, end && shift(end.day, -1) < last ? shift(end.day, -1) : last).length, 0);
}

const STARTED = `(SELECT s.startDay FROM spell s WHERE s.kind = 'placement' AND s.endSeq = f.seq ORDER BY s.startSeq LIMIT 1)`;
const FOLLOWS = `n.youth = f.youth AND n.day >= f.day AND (n.type = 'EnrolmentStarted' OR ${REAL_CONTACT('n')}
  OR (n.type = 'PlacementStarted' AND (n.day > f.day OR ${field('placementId', 'n.data')} <> ${field('placementId')})))`;

export const c11: Second = (world, asked) => {
  const lost = `FROM fact f WHERE ${startsIn('JobLost')}`;
  const days = paidDays(world, asked);
  const birthdays = world.birthDates.map((date, youth) => `SELECT ${youth} AS youth, ${date === undefined ? 'NULL' : `date('${date}', '+21 years', 'floor')`} AS day`).join(' UNION ALL ');
  const early = count(world, `SELECT 1 ${lost} AND f.day >= date(${STARTED}, '+1 year', 'floor') AND f.day < date(${STARTED}, '+2 years', 'floor')`, asked);
  return {
    per100Years: days === 0 ? null : (100 * count(world, `SELECT 1 ${lost}`, asked)) / (days / 365.25),
    betweenOneAndTwoYears: early,
    shareBetweenOneAndTwoYears: share(early, count(world, `SELECT 1 ${lost}`, asked)),
    within90DaysOf21: shareOfLines(world, `SELECT ifnull(julianday(f.day) - julianday(b.day) BETWEEN 0 AND 90, 0) FROM fact f JOIN (${birthdays}) b ON b.youth = f.youth WHERE ${startsIn('JobLost')}`, asked),
    daysUntilNext: spread(column(world, `SELECT (SELECT min(julianday(n.day)) FROM fact n WHERE ${FOLLOWS}) - julianday(f.day) ${lost}`, asked)),
  };
};

export const c17: Second = (world, asked) => {
  const ended = (reason: string) => shareOfLines(world, `SELECT ${field('reason')} = '${reason}' FROM fact f WHERE ${startsIn('InternshipEnded')}`, asked);
  return {
    converted: ended('converted-to-contract'), sentAway: ended('sent-away'),
    daysSearching: spread(column(world, `SELECT julianday(endDay) - julianday(startDay) FROM spell WHERE kind = 'search' AND startDay BETWEEN :from AND :to`, asked)),
  };
};

export const c18: Second = (world, asked) => {
  const tracks = `FROM spell s WHERE s.kind = 'track' AND s.startDay BETWEEN :from AND :to`;
  return {
    started: count(world, `SELECT 1 ${tracks}`, asked),
    completed: count(world, `SELECT 1 ${tracks} AND ${field('completed', 's.end')}`, asked),
    ended: count(world, `SELECT 1 ${tracks} AND s.endDay IS NOT NULL`, asked),
    byResult: countBy(world, `SELECT DISTINCT r.value, s.startSeq FROM spell s, json_each(s.end, '$.result') r WHERE s.kind = 'track' AND s.startDay BETWEEN :from AND :to`, asked),
  };
};

export const c25: Second = (world, asked) => {
  const steps = `FROM spell s WHERE s.startDay BETWEEN :from AND :to AND ((s.kind = 'placement' AND ${field('kind', 's.start')} IN ('trial-placement', 'day-activity'))
    OR (s.kind = 'track' AND ${field('goal', 's.start')} IN ('orientation', 'stabilisation', 'care')))`;
  return {
    ...spread(column(world, `SELECT julianday(s.endDay) - julianday(s.startDay) ${steps}`, asked)),
    over12Months: shareOfLines(world, `SELECT ifnull(s.endDay, :asOf) > date(s.startDay, '+12 months', 'floor') ${steps}`, asked),
  };
};

/** C20: attempts from the first in the window until one reaches the youth. */
export const c20: Second = (world, asked) => {
  const attempts = `FROM fact f WHERE ${startsIn('ContactAttempted')}`;
  const by = (name: string) => Object.fromEntries(ask(world, `SELECT ${field(name)} AS name, count(*) AS attempted, sum(${field('reached')}) AS reached ${attempts} GROUP BY 1`, asked)
    .map(({ name: value, attempted, reached }) => [String(value), { attempted: Number(attempted), reached: Number(reached) }]));
  const first = `SELECT youth, min(seq) AS seq ${attempts} GROUP BY youth`;
  const hit = `(SELECT min(a.seq) FROM fact a WHERE a.youth = w.youth AND a.seq >= w.seq AND a.type = 'ContactAttempted' AND ${field('reached', 'a.data')})`;
  return {
    attempted: count(world, `SELECT 1 ${attempts}`, asked), reached: count(world, `SELECT 1 ${attempts} AND ${field('reached')}`, asked),
    byChannel: by('channel'), byDayPart: by('dayPart'),
    attemptsUntilFirstContact: spread(column(world, `SELECT iif(${hit} IS NULL, NULL, (SELECT count(*) FROM fact a WHERE a.youth = w.youth AND a.type = 'ContactAttempted' AND a.seq BETWEEN w.seq AND ${hit})) FROM (${first}) w`, asked)),
  };
};
