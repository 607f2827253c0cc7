import type { TrajectoryId } from '@trajectboek/events';
import { asStored, isSameRow, ViewNotBuiltError, type LiveView, type ViewRow, type ViewStore } from '@trajectboek/view-store';
import type { EventSource, YouthHistory } from './event-source.js';
import { chronicled, project } from './project.js';
import type { YouthProjection } from './youth-projection.js';

export interface RowDifference {
  readonly trajectoryId: TrajectoryId;
  /** Null when the rows of the youth cannot be computed at all. */
  readonly key: string | null;
  readonly kind: 'missing' | 'unexpected' | 'different' | 'not-computable';
}

export interface Verification {
  readonly view: string;
  /** How far the view was at the end. */
  readonly position: number;
  readonly youths: number;
  readonly rows: number;
  readonly differences: readonly RowDifference[];
}

type Found = Omit<Verification, 'view' | 'position'>;
interface Part extends Found {
  readonly last: TrajectoryId | undefined;
}

const EVENTS_AT_ONCE = 2000;
const YOUTHS_AT_ONCE = 200;
const MOST_TRIES = 20;

/** Recomputes every row of the live view from the ledger and tells what is stored otherwise. It changes nothing. */
export class RowVerification {
  constructor(private readonly store: ViewStore, private readonly source: EventSource, private readonly projection: YouthProjection) {}

  /**
   * @param turn wraps each part, so that the caller can hold up its own commits meanwhile
   * @throws ViewNotBuiltError
   */
  async run(turn: <T>(work: () => Promise<T>) => Promise<T> = (work) => work()): Promise<Verification> {
    const view = this.projection.declaration.name;
    let found: Found = { youths: 0, rows: 0, differences: [] };
    let after: TrajectoryId | undefined;
    for (;;) {
      const part = await turn(() => this.#steady(after));
      found = { youths: found.youths + part.youths, rows: found.rows + part.rows, differences: [...found.differences, ...part.differences] };
      if (part.last === undefined) return { view, position: (await this.#live()).checkpoint.position, ...found };
      after = part.last;
    }
  }

  /** A view that another process fed in the middle is compared again. */
  async #steady(after: TrajectoryId | undefined): Promise<Part> {
    for (let attempt = 1; ; attempt += 1) {
      const before = await this.#live();
      const part = await this.#compare(after, before.checkpoint.position);
      const { generation, checkpoint } = await this.#live();
      const moved = generation !== before.generation || checkpoint.position !== before.checkpoint.position;
      if (part.differences.length === 0 || !moved || attempt >= MOST_TRIES) return part;
    }
  }

  async #compare(after: TrajectoryId | undefined, upTo: number): Promise<Part> {
    const histories = await this.source.streams(after, upTo, EVENTS_AT_ONCE);
    const last = histories.at(-1)?.trajectoryId;
    const stored = await this.#storedBetween(after, last);
    const { youths, failed } = await project(this.projection, histories.map(chronicled));
    const expected = new Map(youths.map(({ trajectoryId, rows }) => [trajectoryId, rows]));
    const failedIds = new Set(failed.map(({ trajectoryId }) => trajectoryId));
    const others = [...stored.keys()].filter((trajectoryId) => !failedIds.has(trajectoryId));
    const ids = new Set([...expected.keys(), ...others]);
    const differences = [...ids].flatMap((trajectoryId) => this.#differencesOf(trajectoryId, { expected: expected.get(trajectoryId), stored: stored.get(trajectoryId) }));
    const uncomputable = failed.map(({ trajectoryId }): RowDifference => ({ trajectoryId, key: null, kind: 'not-computable' }));
    return { last, youths: countYouths(histories), rows: youths.reduce((sum, { rows }) => sum + rows.length, 0), differences: [...differences, ...uncomputable] };
  }

  #differencesOf(trajectoryId: TrajectoryId, rows: { readonly expected: readonly ViewRow[] | undefined; readonly stored: readonly ViewRow[] | undefined }): RowDifference[] {
    const stored = new Map(rows.stored?.map((row) => [row.key, row]));
    const differences: RowDifference[] = [];
    for (const row of rows.expected ?? []) {
      const other = stored.get(row.key);
      stored.delete(row.key);
      if (!other) differences.push({ trajectoryId, key: row.key, kind: 'missing' });
      else if (!isSameRow(asStored(this.projection.declaration, row), other)) differences.push({ trajectoryId, key: row.key, kind: 'different' });
    }
    return [...differences, ...[...stored.keys()].map((key): RowDifference => ({ trajectoryId, key, kind: 'unexpected' }))];
  }

  /** What is stored of youths after one and up to another; without the other, of all that are left. */
  async #storedBetween(after: TrajectoryId | undefined, last: TrajectoryId | undefined): Promise<Map<TrajectoryId, readonly ViewRow[]>> {
    const stored = new Map<TrajectoryId, readonly ViewRow[]>();
    let from = after;
    for (;;) {
      const page = await this.store.youths(this.projection.declaration.name, from, YOUTHS_AT_ONCE);
      const inside = page.filter(({ trajectoryId }) => last === undefined || trajectoryId <= last);
      for (const { trajectoryId, rows } of inside) stored.set(trajectoryId, rows);
      if (page.length < YOUTHS_AT_ONCE || inside.length < page.length) return stored;
      from = page.at(-1)?.trajectoryId;
    }
  }

  async #live(): Promise<LiveView> {
    const { name } = this.projection.declaration;
    const live = await this.store.live(name);
    if (!live) throw new ViewNotBuiltError(name);
    return live;
  }
}

function countYouths(histories: readonly YouthHistory[]): number {
  return histories.filter(({ events }) => events.length > 0).length;
}
