import { randomUUID } from 'node:crypto';
import { InvalidRowsError, rowFaults, type Generation, type ViewChange, type ViewDeclaration, type YouthRows } from '@trajectboek/view-store';
import { encodeRow, sortable } from './encoding.js';
import { COMMIT } from './lua/commit.js';
import type { Registry } from './registry.js';
import { runScript, type RedisClient } from './scripts.js';

type Argument = string | number;

/** Commits to builds, with the fencing token of this process where it took one. */
export class Writer {
  readonly #tokens = new Map<string, number>();

  constructor(private readonly client: RedisClient, private readonly registry: Registry) {}

  /** From now on only commits of this writer, until another takes over. */
  async takeOver(generation: Generation): Promise<void> {
    const token = await this.registry.fence(generation);
    this.#tokens.set(this.#keyOf(generation), token);
  }

  async commit(generation: Generation, change: ViewChange): Promise<'committed' | 'stale'> {
    const { expected, to, youths, failed = [] } = change;
    if (to.position < expected) throw new RangeError('a checkpoint does not move back');
    checkRows(generation.view, youths);
    const key = this.#keyOf(generation);
    const letters = failed.flatMap(({ trajectoryId, reason, position }) => [sortable(trajectoryId), JSON.stringify({ reason, position })]);
    // The id is for a connection that broke after the commit: the client sends it again, and is told that it was done.
    const head = [expected, to.position, to.recordedAt ?? '', this.#tokens.get(key) ?? 0, randomUUID()];
    const reply = await runScript(this.client, COMMIT, [key, ...head, ...youthArguments(generation.view, youths), failed.length, ...letters]);
    return reply === 'committed' ? 'committed' : 'stale';
  }

  #keyOf({ view, generation }: Generation): string {
    return this.registry.keyOf(view.name, generation);
  }
}

function youthArguments({ tags }: ViewDeclaration, youths: readonly YouthRows[]): readonly Argument[] {
  // A youth that is named twice gets the rows that were named last.
  const last = new Map(youths.map(({ trajectoryId, rows }) => [trajectoryId, rows]));
  const listed = [...last].flatMap(([trajectoryId, rows]) => [sortable(trajectoryId), rows.length, ...rows.flatMap((row) => [sortable(row.key), encodeRow(tags, row)])]);
  return [last.size, ...listed];
}

/** @throws InvalidRowsError */
function checkRows(view: ViewDeclaration, youths: readonly YouthRows[]): void {
  const faults = new Set(youths.flatMap(({ rows }) => rowFaults(view, rows)));
  if (faults.size > 0) throw new InvalidRowsError(view.name, [...faults]);
}
