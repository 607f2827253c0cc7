import { randomUUID } from 'node:crypto';
import { InvalidRowsError, rowFaults, ViewStoreUnavailableError, type Generation, type ViewChange, type ViewDeclaration, type YouthRows } from '@trajectboek/view-store';
import { encodeRow, sortable } from './encoding.js';
import { COMMIT } from './lua/commit.js';
import { suffixOf, type Registry } from './registry.js';
import { runScript, type RedisClient } from './scripts.js';

type Argument = string | number;

/** Commits to builds. */
export class Writer {
  constructor(private readonly client: RedisClient, private readonly registry: Registry) {}

  /** @throws ViewStoreUnavailableError (LOST) when the build is being filled and the server is another than the one on which it began, or was started again: rows may be missing */
  async commit(generation: Generation, change: ViewChange): Promise<'committed' | 'stale'> {
    const { expected, to, youths, failed = [], fence = 0 } = change;
    if (to.position < expected) throw new RangeError('a checkpoint does not move back');
    checkRows(generation.view, youths);
    const key = this.registry.keyOf(generation.view.name, generation.generation);
    const letters = failed.flatMap(({ trajectoryId, ...letter }) => [sortable(trajectoryId), JSON.stringify(letter)]);
    // The id is for a connection that broke after the commit: the client sends it again, and is told that it was done.
    const id = randomUUID();
    const head = [expected, to.position, to.recordedAt ?? '', fence, id, suffixOf(generation.part ?? 0)];
    const outcome = await runScript(this.client, COMMIT, [key, ...head, ...youthArguments(generation.view, youths), failed.length, ...letters]);
    const isLost = outcome === 'lost' || (outcome === 'gone' && fence === 0 && await this.registry.isForgotten(generation));
    if (isLost) throw new ViewStoreUnavailableError('LOST');
    return outcome === 'committed' ? 'committed' : 'stale';
  }
}

function youthArguments({ tags }: ViewDeclaration, youths: readonly YouthRows[]): readonly Argument[] {
  // A youth that is named twice gets the rows that were named last.
  const last = new Map(youths.map((youth) => [youth.trajectoryId, youth]));
  const listed = [...last.values()].flatMap(({ trajectoryId, rows, shared }) => {
    const values = rows.flatMap((row) => [sortable(row.key), encodeRow(tags, row)]);
    // No row has the empty key: there is what they share.
    if (shared !== undefined && rows.length > 0) values.push('', shared);
    return [sortable(trajectoryId), values.length / 2, ...values];
  });
  return [last.size, ...listed];
}

/** @throws InvalidRowsError */
function checkRows(view: ViewDeclaration, youths: readonly YouthRows[]): void {
  const faults = new Set(youths.flatMap(({ rows }) => rowFaults(view, rows)));
  if (faults.size > 0) throw new InvalidRowsError(view.name, [...faults]);
}
