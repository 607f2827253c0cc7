import type { TrajectoryId } from '@trajectboek/events';
import type { DeadLetter, ViewChange } from '@trajectboek/view-store';
import type { Connection } from './connection.js';
import type { Build } from './schema.js';

export function noteFailures(connection: Connection, { view, generation }: Build, { youths, failed = [] }: ViewChange): void {
  // Hardly ever is there one: asking that once costs less than a deletion for each youth.
  const isAny = connection.prepare('SELECT 1 FROM dead_letters WHERE view = ? AND generation = ? LIMIT 1').get(view, generation) !== undefined;
  const answered = connection.prepare('DELETE FROM dead_letters WHERE view = ? AND generation = ? AND trajectory = ?');
  if (isAny) for (const { trajectoryId } of youths) answered.run(view, generation, trajectoryId);
  const note = connection.prepare('INSERT OR REPLACE INTO dead_letters (view, generation, trajectory, position, reason, type) VALUES (?, ?, ?, ?, ?, ?)');
  for (const { trajectoryId, position, reason, type = null } of failed) note.run(view, generation, trajectoryId, position, reason, type);
}

export function findDeadLetters(connection: Connection, { view, generation }: Build): readonly DeadLetter[] {
  const rows = connection.prepare('SELECT trajectory, position, reason, type FROM dead_letters WHERE view = ? AND generation = ? ORDER BY trajectory').all(view, generation);
  return [...rows].map(({ trajectory, position, reason, type }) =>
    ({ view, trajectoryId: String(trajectory) as TrajectoryId, position: Number(position), reason: String(reason), ...(typeof type === 'string' && { type }) }));
}
