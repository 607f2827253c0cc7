// C2 to C6: handovers.
import { ask, column, field, shareOfLines, startsIn, type Asked, type Second } from './ask.js';
import { share, spread } from './figures.js';
import type { World } from './world.js';

const id = field('handoverId');
const answered = (type: string, column: string): string => `(SELECT min(a.${column}) FROM fact a WHERE a.youth = f.youth AND a.type = '${type}' AND ${field('handoverId', 'a.data')} = ${id})`;

/** One line per handover: the day of each step, and of the answer that was asked for. */
const HANDOVERS = `SELECT f.youth, f.day AS offered, ${field('answerBy')} AS answerBy, ${field('warm')} AS warm,
  ${answered('HandoverAccepted', 'day')} AS accepted, ${answered('HandoverReturned', 'day')} AS returned, ${answered('HandoverRevoked', 'day')} AS revoked,
  ${answered('HandoverCompleted', 'day')} AS completed FROM fact f WHERE f.type = 'HandoverOffered'`;
const OFFERED = `h.offered BETWEEN :from AND :to`;
const ACCEPTED = `h.accepted BETWEEN :from AND :to`;
const WAITING = 'h.accepted IS NULL AND h.returned IS NULL AND h.revoked IS NULL';

export const c2: Second = (world, asked) => {
  const [row] = ask(world, `SELECT count(*) AS offered, count(accepted) AS accepted, count(returned) AS returned,
    count(iif(${WAITING} AND answerBy < :asOf, 1, NULL)) AS unanswered FROM (${HANDOVERS}) h WHERE ${OFFERED}`, asked);
  const [offered, accepted, returned, unanswered] = (['offered', 'accepted', 'returned', 'unanswered'] as const).map((name) => Number(row?.[name])) as [number, number, number, number];
  return { offered, accepted, returned, unanswered, shares: { accepted: share(accepted, offered), returned: share(returned, offered), unanswered: share(unanswered, offered) } };
};

function waits(world: World, asked: Asked, [first, next, condition]: readonly [string, string, string]) {
  return spread(column(world, `SELECT julianday(h.${next}) - julianday(h.${first}) FROM (${HANDOVERS}) h WHERE ${condition}`, asked));
}

export const c3: Second = (world, asked) => ({
  offeredToAccepted: waits(world, asked, ['offered', 'accepted', `${OFFERED} AND (h.accepted IS NOT NULL OR (${WAITING}))`]),
  acceptedToCompleted: waits(world, asked, ['accepted', 'completed', ACCEPTED]),
});

export const c4: Second = (world, asked) => shareOfLines(world, `SELECT h.completed IS NOT NULL FROM (${HANDOVERS}) h WHERE ${ACCEPTED}`, asked);

export const c5: Second = (world, asked) => shareOfLines(world, `SELECT EXISTS (SELECT 1 FROM fact a WHERE a.youth = f.youth AND a.type = 'HandoverAccepted'
  AND a.day BETWEEN date(f.day, '-12 months', 'floor') AND f.day) FROM fact f
  WHERE ${startsIn('EnrolmentEnded')} AND ${field('destination')} IN ('labour', 'none', 'unknown')`, asked);

export const c6: Second = (world, asked) => shareOfLines(world, `SELECT h.warm FROM (${HANDOVERS}) h WHERE ${OFFERED}`, asked);
