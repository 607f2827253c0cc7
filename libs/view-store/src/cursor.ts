import type { CivilDate, TrajectoryId } from '@trajectboek/events';
import { InvalidCursorError } from './errors.js';

/** Where a row stands in a list: newest `since` first, then trajectory and key. */
export interface Place {
  readonly since: CivilDate;
  readonly trajectoryId: TrajectoryId;
  readonly key: string;
}

export function inListOrder(a: Place, b: Place): number {
  return compare(b.since, a.since) || compare(a.trajectoryId, b.trajectoryId) || compare(a.key, b.key);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The cursor of what follows this row. */
export function cursorAfter({ since, trajectoryId, key }: Place): string {
  return Buffer.from(JSON.stringify([since, trajectoryId, key])).toString('base64url');
}

/** @throws InvalidCursorError */
export function placeOf(cursor: string): Place {
  const parts = parse(cursor);
  if (!Array.isArray(parts) || parts.length !== 3) throw new InvalidCursorError();
  const [since, trajectoryId, key] = parts.map((part: unknown) => (typeof part === 'string' ? part : undefined));
  if (since === undefined || trajectoryId === undefined || key === undefined) throw new InvalidCursorError();
  return { since, trajectoryId: trajectoryId as TrajectoryId, key };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw new InvalidCursorError();
  }
}
