import { isCivilDate, type TrajectoryId } from '@trajectboek/events';
import {
  cursorAfter, InvalidCursorError, placeOf, ViewNotBuiltError,
  type CountQuery, type DeadLetter, type FoundRows, type Place, type RowCount, type RowQuery, type ViewRow, type YouthRows,
} from '@trajectboek/view-store';
import { decodeRow, foundRow, sortable, tagValue, trajectoryOf } from './encoding.js';
import { COUNT, FIND } from './lua/lists.js';
import { DEAD_LETTERS, ROWS, YOUTHS } from './lua/youths.js';
import { afterPlace, inParts, questionOf, tagNumbers, type Build, type Question } from './query.js';
import type { Registry } from './registry.js';
import { asList, inPairs, runScript, type RedisClient } from './scripts.js';

const SEPARATOR = '\u001f';

/** Undefined when the build was dropped meanwhile, for a newer one. */
type Answer<T> = T | undefined;

/** Answers from the live build of a view. Each answer is of one moment of one build. */
export class Reader {
  constructor(private readonly client: RedisClient, private readonly registry: Registry, private readonly mostAtOnce: number) {}

  async rowsOf(view: string, trajectoryId: TrajectoryId): Promise<readonly ViewRow[]> {
    return this.#onLive(view, async (build) => {
      const [kind, rows] = await this.#run(ROWS, build, [sortable(trajectoryId)]);
      return kind === 'gone' ? undefined : rowsFrom(build, rows);
    });
  }

  async youths(view: string, { after, limit }: { readonly after: TrajectoryId | undefined; readonly limit: number }): Promise<readonly YouthRows[]> {
    return this.#onLive(view, async (build) => {
      const [kind, ...youths] = await this.#run(YOUTHS, build, [sortable(after ?? ''), limit]);
      if (kind === 'gone') return undefined;
      return inPairs(youths).map(([youth, rows]) => ({ trajectoryId: trajectoryOf(youth), rows: rowsFrom(build, rows) }));
    });
  }

  async find(view: string, query: RowQuery): Promise<FoundRows> {
    if (!Number.isInteger(query.limit) || query.limit < 1) throw new RangeError('a page has at least one row');
    const place = query.cursor === undefined ? undefined : checkedPlace(query.cursor);
    return this.#onLive(view, async (build) => {
      const question = questionOf(build, query);
      const paged = { ...question, limit: query.limit, ...(place && afterPlace(place, question)) };
      const [kind, more, ...found] = await this.#inParts(FIND, build, paged);
      if (kind === 'gone') return undefined;
      const rows = inPairs(found).map(([member, value]) => foundRow(build.live.tags, member, String(value)));
      const last = rows.at(-1);
      return { rows, next: more === 1 && last ? cursorAfter(last) : null };
    });
  }

  async count(view: string, query: CountQuery): Promise<readonly RowCount[]> {
    return this.#onLive(view, async (build) => {
      const question = { ...questionOf(build, query), by: tagNumbers(build, query.by) };
      const [kind, ...counted] = await this.#inParts(COUNT, build, question);
      if (kind === 'gone') return undefined;
      return inPairs(counted).map(([combination, count]) => ({ values: valuesOf(query.by, combination), count: Number(count) }));
    });
  }

  async deadLetters(view: string): Promise<readonly DeadLetter[]> {
    return this.#onLive(view, async (build) => {
      const [kind, letters] = await this.#run(DEAD_LETTERS, build, []);
      if (kind === 'gone') return undefined;
      const found = inPairs(asList(letters)).toSorted(([a], [b]) => (a < b ? -1 : 1));
      return found.map(([youth, letter]) => ({ view, trajectoryId: trajectoryOf(youth), ...(JSON.parse(String(letter)) as Pick<DeadLetter, 'reason' | 'position'>) }));
    });
  }

  #inParts(script: string, build: Build, question: Question): Promise<readonly unknown[]> {
    return inParts(question, { mostAtOnce: this.mostAtOnce, ask: (...asked) => this.#run(script, build, asked) });
  }

  async #run(script: string, { key, live }: Build, args: readonly (string | number)[]): Promise<readonly unknown[]> {
    return asList(await runScript(this.client, script, [key, JSON.stringify(live.tags), ...args]));
  }

  /** Asks again when the build was dropped between the pointer and the answer: a newer one is live by then. */
  async #onLive<T>(view: string, work: (build: Build) => Promise<Answer<T>>): Promise<T> {
    for (;;) {
      const live = await this.registry.findLive(view);
      if (!live) throw new ViewNotBuiltError(view);
      const answer = await work({ view, live, key: this.registry.keyOf(view, live.generation) });
      if (answer !== undefined) return answer;
    }
  }
}

/** @throws InvalidCursorError */
function checkedPlace(cursor: string): Place {
  const place = placeOf(cursor);
  if (!isCivilDate(place.from)) throw new InvalidCursorError();
  return place;
}

function rowsFrom({ live }: Build, fields: unknown): readonly ViewRow[] {
  const rows = inPairs(asList(fields)).map(([key, value]) => decodeRow(live.tags, key, String(value)));
  return rows.toSorted((a, b) => (a.from === b.from ? order(a.key, b.key) : order(a.from, b.from)));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function valuesOf(by: readonly string[], combination: string): RowCount['values'] {
  const texts = combination.split(SEPARATOR);
  return Object.fromEntries(by.map((tag, index) => [tag, tagValue(texts[index] ?? '')]));
}
