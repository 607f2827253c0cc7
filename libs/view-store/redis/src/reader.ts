import { isCivilDate, type TrajectoryId } from '@trajectboek/events';
import {
  cursorAfter, GenerationGoneError, InvalidCursorError, placeOf, ViewNotBuiltError,
  type CountQuery, type DeadLetter, type FoundRow, type FoundRows, type Generation, type Place, type RowCount, type RowQuery, type StoredRow, type WhichYouths, type YouthRows,
} from '@trajectboek/view-store';
import { decodeRow, foundRow, sharedIn, sortable, tagValue, trajectoryOf } from './encoding.js';
import { COUNT } from './lua/count.js';
import { FIND } from './lua/find.js';
import { CHOSEN, DEAD_LETTERS, OF_YOUTHS, ROWS, YOUTHS } from './lua/youths.js';
import { afterPlace, inParts, inSteadyParts, questionOf, tagNumbers, type Build, type Question } from './query.js';
import type { Registry } from './registry.js';
import { asList, inGroups, inPairs, runScript, type RedisClient } from './scripts.js';

const SEPARATOR = '\u001f';

/** Undefined when the build was dropped meanwhile, for a newer one. */
type Answer<T> = T | undefined;

/** Answers from the live build of a view. Each answer is of one moment of one build. */
export class Reader {
  constructor(private readonly client: RedisClient, private readonly registry: Registry, private readonly mostAtOnce: number) {}

  async rowsOf(view: string, trajectoryId: TrajectoryId): Promise<readonly StoredRow[]> {
    return this.#onLive(view, async (build) => {
      const [kind, rows] = await this.#run(ROWS, build, [sortable(trajectoryId)]);
      return kind === 'gone' ? undefined : rowsFrom(build, rows).map((row) => ({ ...row, ...sharedFrom(rows) }));
    });
  }

  async youths(view: string, { after, limit }: { readonly after: TrajectoryId | undefined; readonly limit: number }): Promise<readonly YouthRows[]> {
    return this.#onLive(view, (build) => this.#youths(build, { after, limit }));
  }

  async youthsIn({ view, generation }: Generation, which: WhichYouths): Promise<readonly YouthRows[]> {
    const live = await this.registry.find(view.name, generation);
    const found = live && await this.#youths({ view: view.name, live, key: this.registry.keyOf(view.name, generation) }, which);
    if (!found) throw new GenerationGoneError(view.name, generation);
    return found;
  }

  async #youths(build: Build, which: WhichYouths): Promise<Answer<readonly YouthRows[]>> {
    const [kind, ...youths] = 'limit' in which ? await this.#run(YOUTHS, build, [sortable(which.after ?? ''), which.limit]) : await this.#run(CHOSEN, build, which.map(sortable));
    if (kind === 'gone') return undefined;
    return inPairs(youths).map(([youth, fields]) => ({ trajectoryId: trajectoryOf(youth), rows: rowsFrom(build, fields), ...sharedFrom(fields) }));
  }

  async find(view: string, query: RowQuery): Promise<FoundRows> {
    if (!Number.isInteger(query.limit) || query.limit < 1) throw new RangeError('a page has at least one row');
    const place = query.cursor === undefined ? undefined : checkedPlace(query.cursor);
    return this.#onLive(view, async (build) => {
      const question = questionOf(build, query);
      const paged = { ...question, limit: query.limit, ...(place && afterPlace(place, question)) };
      const [kind, more, ...found] = await this.#inParts(FIND, build, paged);
      if (kind === 'gone') return undefined;
      const rows = inGroups(found, 3).map(([member, value, shared]) => ({ ...foundRow(build.live.tags, String(member), String(value)), ...sharedIn(shared) }));
      const last = rows.at(-1);
      return { rows, next: more === 1 && last ? cursorAfter(last) : null };
    });
  }

  async ofYouths(view: string, trajectoryIds: readonly TrajectoryId[], query: Pick<RowQuery, 'asOf' | 'tags'>): Promise<readonly FoundRow[]> {
    return this.#onLive(view, async (build) => {
      const { asOf, filter } = questionOf(build, query);
      const youths = [...new Set(trajectoryIds)].map(sortable);
      const parts = await inSteadyParts(youths, (some) => this.#run(OF_YOUTHS, build, [JSON.stringify({ asOf, filter }), ...some]));
      return parts && inGroups(parts, 4).map(([youth, key, value, shared]) => ({
        ...decodeRow(build.live.tags, String(key), String(value)), trajectoryId: trajectoryOf(String(youth)), ...sharedIn(shared),
      }));
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
      return found.map(([youth, letter]) => ({ view, trajectoryId: trajectoryOf(youth), ...(JSON.parse(String(letter)) as Omit<DeadLetter, 'view' | 'trajectoryId'>) }));
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
      const live = await this.registry.findAs('live', view);
      if (!live) throw new ViewNotBuiltError(view);
      const answer = await work({ view, live, key: this.registry.keyOf(view, live.generation) });
      if (answer !== undefined) return answer;
    }
  }
}

/** @throws InvalidCursorError */
function checkedPlace(cursor: string): Place {
  const place = placeOf(cursor);
  if (!isCivilDate(place.since)) throw new InvalidCursorError();
  return place;
}

function sharedFrom(fields: unknown): { readonly shared?: string } {
  return sharedIn(inPairs(asList(fields)).find(([key]) => key === '')?.[1]);
}

function rowsFrom({ live }: Build, fields: unknown): readonly StoredRow[] {
  const rows = inPairs(asList(fields)).filter(([key]) => key !== '').map(([key, value]) => decodeRow(live.tags, key, String(value)));
  return rows.toSorted((a, b) => (a.from === b.from ? order(a.key, b.key) : order(a.from, b.from)));
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function valuesOf(by: readonly string[], combination: string): RowCount['values'] {
  const texts = combination.split(SEPARATOR);
  return Object.fromEntries(by.map((tag, index) => [tag, tagValue(texts[index] ?? '')]));
}
