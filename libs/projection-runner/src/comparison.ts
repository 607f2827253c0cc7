import { setTimeout as sleep } from 'node:timers/promises';
import type { TrajectoryId } from '@trajectboek/events';
import { isSameRow, type Generation, type LiveView, type ViewRow, type ViewStore, type YouthRows } from '@trajectboek/view-store';
import type { RowDifference } from './verification.js';

/** How a new generation differs from the one that readers see, without what rows say. */
export interface Comparison {
  readonly view: string;
  /** How far the new one was. */
  readonly position: number;
  /** `first-build`: there is nothing to compare with. `other-version`: rows mean something else, so only numbers are told. */
  readonly kind: 'compared' | 'first-build' | 'other-version';
  readonly youths: number;
  readonly rows: number;
  /** Of the live generation. */
  readonly liveRows: number;
  readonly differences: number;
  /** The first of them. */
  readonly first: readonly RowDifference[];
}

/** What is to be done with new generations: all of them take their place, or none. */
export type Decision = 'switch' | 'discard' | 'set-aside';
export type Decide = (comparisons: readonly Comparison[]) => Decision;

/** Takes both generations as far as the ledger is, and says how far the new one is. */
export type Settle = () => Promise<number>;

type Turn = <T>(work: () => Promise<T>) => Promise<T>;

const YOUTHS_AT_ONCE = 200;
const MOST_FIRST = 1000;
const MOST_TRIES = 50;
const BETWEEN_TRIES_MS = 20;

interface Page {
  readonly live: ReadonlyMap<TrajectoryId, readonly ViewRow[]>;
  readonly next: ReadonlyMap<TrajectoryId, readonly ViewRow[]>;
  /** Undefined after the last youth. */
  readonly last: TrajectoryId | undefined;
}

/** Compares a new generation with the live one, row by row per youth. */
export class GenerationComparison {
  readonly #first: RowDifference[] = [];
  #found: Omit<Comparison, 'view' | 'position' | 'kind' | 'first'> = { youths: 0, rows: 0, liveRows: 0, differences: 0 };

  constructor(private readonly store: ViewStore, private readonly next: Generation, private readonly settle: Settle) {}

  /** @param turn wraps each part, in which neither generation moves in this process */
  async run(turn: Turn): Promise<Comparison> {
    const { name } = this.next.view;
    const live = await this.store.live(name);
    const kind = live === undefined ? 'first-build' : live.version === this.next.view.version ? 'compared' : 'other-version';
    const position = await turn(this.settle);
    for (let after: TrajectoryId | undefined; ;) {
      const page = await turn(() => this.#page(live, after));
      const suspects = this.#count(page, kind === 'compared');
      if (suspects.length > 0) await this.#examine(suspects, turn);
      if (page.last === undefined) return { view: name, position, kind, ...this.#found, first: this.#first };
      after = page.last;
    }
  }

  async #page(live: LiveView | undefined, after: TrajectoryId | undefined): Promise<Page> {
    const which = { after, limit: YOUTHS_AT_ONCE };
    const next = await this.store.youthsIn(this.next, which);
    const stored = live ? await this.store.youths(this.next.view.name, after, YOUTHS_AT_ONCE) : [];
    const ends = [next, stored].filter(({ length }) => length === YOUTHS_AT_ONCE).map((page) => page.at(-1)?.trajectoryId ?? '');
    const last = ends.toSorted()[0] as TrajectoryId | undefined;
    return { next: byYouth(next, last), live: byYouth(stored, last), last };
  }

  /** Youths whose rows are not the same, or not yet: an event may be in one generation only. */
  #count({ next, live }: Page, compares: boolean): readonly TrajectoryId[] {
    const { youths, rows, liveRows } = this.#found;
    this.#found = { ...this.#found, youths: youths + next.size, rows: rows + rowsIn(next), liveRows: liveRows + rowsIn(live) };
    if (!compares) return [];
    return [...new Set([...next.keys(), ...live.keys()])].filter((youth) => differencesOf(youth, live.get(youth), next.get(youth)).length > 0).toSorted();
  }

  async #examine(suspects: readonly TrajectoryId[], turn: Turn): Promise<void> {
    let differences: readonly RowDifference[] = [];
    for (let attempt = 1; ; attempt += 1) {
      const { found, isSteady } = await turn(() => this.#differencesNow(suspects));
      differences = found;
      if (differences.length === 0 || isSteady || attempt >= MOST_TRIES) break;
      await sleep(BETWEEN_TRIES_MS);
    }
    this.#found = { ...this.#found, differences: this.#found.differences + differences.length };
    this.#first.push(...differences.slice(0, MOST_FIRST - this.#first.length));
  }

  async #differencesNow(suspects: readonly TrajectoryId[]): Promise<{ readonly found: readonly RowDifference[]; readonly isSteady: boolean }> {
    const position = await this.settle();
    const before = await this.store.live(this.next.view.name);
    const next = byYouth(await this.store.youthsIn(this.next, suspects), undefined);
    const live = byYouth(before ? await this.store.youthsIn({ ...this.next, generation: before.generation }, suspects) : [], undefined);
    const after = await this.store.live(this.next.view.name);
    const found = suspects.flatMap((youth) => differencesOf(youth, live.get(youth), next.get(youth)));
    return { found, isSteady: isAt(before, position) && isAt(after, position) && before?.generation === after?.generation };
  }
}

function isAt(live: LiveView | undefined, position: number): boolean {
  return live !== undefined && live.parts.every(({ checkpoint }) => checkpoint.position === position);
}

function byYouth(youths: readonly YouthRows[], last: TrajectoryId | undefined): ReadonlyMap<TrajectoryId, readonly ViewRow[]> {
  return new Map(youths.filter(({ trajectoryId }) => last === undefined || trajectoryId <= last).map(({ trajectoryId, rows }) => [trajectoryId, rows]));
}

function rowsIn(page: ReadonlyMap<TrajectoryId, readonly ViewRow[]>): number {
  return [...page.values()].reduce((sum, { length }) => sum + length, 0);
}

/** As seen from the live generation: `missing` is what the new one lacks. */
function differencesOf(trajectoryId: TrajectoryId, live: readonly ViewRow[] = [], next: readonly ViewRow[] = []): RowDifference[] {
  const left = new Map(live.map((row) => [row.key, row]));
  const differences: RowDifference[] = [];
  for (const row of next) {
    const other = left.get(row.key);
    left.delete(row.key);
    if (!other) differences.push({ trajectoryId, key: row.key, kind: 'unexpected' });
    else if (!isSameRow(row, other)) differences.push({ trajectoryId, key: row.key, kind: 'different' });
  }
  return [...differences, ...[...left.keys()].map((key): RowDifference => ({ trajectoryId, key, kind: 'missing' }))];
}
