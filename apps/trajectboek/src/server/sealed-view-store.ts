import type { TrajectoryId } from '@trajectboek/events';
import { decryptWith, encryptWith, subkeyOf, type RootSecret } from '@trajectboek/privacy';
import {
  InvalidRowsError, rowFaults, type Attendance, type Checkpoint, type CountQuery, type DeadLetter, type FoundRow, type FoundRows, type Generation, type Holding, type LiveView,
  type RowCount, type RowQuery, type StoredRow, type ViewChange, type ViewDeclaration, type ViewRow, type ViewStore, type WhichYouths, type YouthRows, type YouthsQuery,
} from '@trajectboek/view-store';
import type { KeyObject } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { ClosedTags } from './closed-tags.js';

const IV_LENGTH = 12;
const NO_BYTES = new Uint8Array();

/** A row that was not sealed under this key, or was changed since: the view has to be rebuilt. Says nothing of the row. */
export class UnopenableRowError extends Error {
  override readonly name = 'UnopenableRowError';

  constructor(view: string) {
    super(`a row of view ${view} does not open: rebuild the view`);
  }
}

/** What the rows of one youth say, by the name under which each is stored; with the values of closed tags. */
type Contents = Readonly<Record<string, readonly [key: string, doc: ViewRow['doc'], tags: ViewRow['tags']]>>;


/**
 * Keeps what rows say out of sight of who reads the file. Documents and keys repeat what senders wrote (ids of their own,
 * references, pseudonyms of staff), so those of a youth are sealed together, once for all rows: rows of one youth say much
 * the same, and one seal costs as much as another. What rows are found by stays readable, but
 * for the tags that a view declares closed: they are stored as a keyed hash.
 */
export class SealedViewStore implements ViewStore {
  readonly #key: KeyObject;
  readonly #tags: ClosedTags;

  constructor(private readonly store: ViewStore, { bytes }: RootSecret, views: readonly ViewDeclaration[]) {
    this.#key = subkeyOf(bytes, NO_BYTES, 'trajectboek view rows 2');
    this.#tags = new ClosedTags(subkeyOf(bytes, NO_BYTES, 'trajectboek view tags 1'), views);
  }

  live(view: string): Promise<LiveView | undefined> {
    return this.store.live(view);
  }

  begin(view: ViewDeclaration, parts?: number): Promise<Generation> {
    return this.store.begin(view, parts);
  }

  former(view: string): Promise<LiveView | undefined> {
    return this.store.former(view);
  }

  reopen(generation: Generation): Promise<void> {
    return this.store.reopen(generation);
  }

  setAside(generation: Generation): Promise<void> {
    return this.store.setAside(generation);
  }

  discard(generation: Generation): Promise<void> {
    return this.store.discard(generation);
  }

  attend(generation: Generation, attendance: Attendance): Promise<readonly Holding[]> {
    return this.store.attend(generation, attendance);
  }

  takeOver(generation: Generation, attendance: Attendance): Promise<number> {
    return this.store.takeOver(generation, attendance);
  }

  leave(generation: Generation, projector: string): Promise<void> {
    return this.store.leave(generation, projector);
  }

  checkpointOf(generation: Generation): Promise<Checkpoint> {
    return this.store.checkpointOf(generation);
  }

  async commit(generation: Generation, change: ViewChange): Promise<'committed' | 'stale'> {
    return this.store.commit(generation, { ...change, youths: change.youths.map((youth) => this.#sealed(generation.view, youth)) });
  }

  prepare(generation: Generation): Promise<void> {
    return this.store.prepare(generation);
  }

  switchTo(generation: Generation): Promise<void> {
    return this.store.switchTo(generation);
  }

  async rowsOf(view: string, trajectoryId: TrajectoryId): Promise<readonly StoredRow[]> {
    return this.#opened(view, (await this.store.rowsOf(view, trajectoryId)).map((row) => ({ ...row, trajectoryId }))).map(({ trajectoryId: _youth, ...row }) => row);
  }

  async youths(view: string, after: TrajectoryId | undefined, limit: number): Promise<readonly YouthRows[]> {
    return this.#openedYouths(view, await this.store.youths(view, after, limit));
  }

  async youthsIn(generation: Generation, which: WhichYouths): Promise<readonly YouthRows[]> {
    return this.#openedYouths(generation.view.name, await this.store.youthsIn(generation, which));
  }

  #openedYouths(view: string, youths: readonly YouthRows[]): readonly YouthRows[] {
    return youths.map(({ trajectoryId, rows, shared }) => {
      const contents = this.#contentsOf(view, trajectoryId, shared);
      return { trajectoryId, rows: rows.map((row) => contentOf(row, contents, view)) };
    });
  }

  async find(view: string, query: RowQuery): Promise<FoundRows> {
    const { rows, next } = await this.store.find(view, this.#tags.asked(view, query));
    return { rows: query.tagsOnly === true ? rows : this.#opened(view, rows), next };
  }

  async ofYouths(view: string, trajectoryIds: readonly TrajectoryId[], query: YouthsQuery): Promise<readonly FoundRow[]> {
    const rows = await this.store.ofYouths(view, trajectoryIds, this.#tags.asked(view, query));
    return query.tagsOnly === true ? rows : this.#opened(view, rows);
  }

  async count(view: string, query: CountQuery): Promise<readonly RowCount[]> {
    const asked = this.#tags.asked(view, query);
    const counts = await this.store.count(view, asked);
    for (const [tag, hash] of this.#tags.unknownIn(view, counts)) {
      const { rows } = await this.store.find(view, { asOf: query.asOf, tags: { ...asked.tags, [tag]: hash }, limit: 1 });
      this.#tags.learn(hash, this.#opened(view, rows)[0]?.tags[tag]);
    }
    return counts.map(({ values, count }) => ({ values: this.#tags.readable(view, values), count }));
  }

  deadLetters(view: string): Promise<readonly DeadLetter[]> {
    return this.store.deadLetters(view);
  }

  close(): Promise<void> {
    return this.store.close();
  }

  /** @throws InvalidRowsError here, because the store does not see the keys. */
  #sealed(view: ViewDeclaration, { trajectoryId, rows }: YouthRows): YouthRows {
    if (rows.length === 0) return { trajectoryId, rows };
    const faults = rowFaults(view, rows);
    if (faults.length > 0) throw new InvalidRowsError(view.name, faults);
    const named = namesOf(rows);
    const contents: Contents = Object.fromEntries(named.map(([name, { key, doc, tags }]) => [name, [key, doc, this.#tags.of(view.name, tags)]]));
    const { iv, ciphertext } = encryptWith(this.#key, deflateRawSync(JSON.stringify(contents), { level: 1 }), placeBytes(view.name, trajectoryId));
    return { trajectoryId, rows: named.map(([name, row]) => ({ ...row, key: name, doc: {}, tags: this.#tags.hashed(view.name, row.tags) })), shared: Buffer.concat([iv, ciphertext]).toString('base64') };
  }

  /** Rows of one youth are opened together. */
  #opened(view: string, rows: readonly FoundRow[]): readonly FoundRow[] {
    const opened = new Map<TrajectoryId, Contents>();
    return rows.map(({ shared, ...row }) => {
      const contents = opened.get(row.trajectoryId) ?? this.#contentsOf(view, row.trajectoryId, shared);
      opened.set(row.trajectoryId, contents);
      return contentOf(row, contents, view);
    });
  }

  /** What opens under this key was written by `#sealed`: nobody else can make a tag that fits. */
  #contentsOf(view: string, trajectoryId: TrajectoryId, shared: string | undefined): Contents {
    const sealed = Buffer.from(shared ?? '', 'base64');
    const plain = decryptWith(this.#key, { iv: sealed.subarray(0, IV_LENGTH), ciphertext: sealed.subarray(IV_LENGTH) }, placeBytes(view, trajectoryId));
    if (!plain) throw new UnopenableRowError(view);
    return JSON.parse(inflateRawSync(plain).toString()) as Contents;
  }
}

/** A name that tells of a row no more than its first day does, in the order of day and key: stored instead of the key. */
function namesOf(rows: readonly ViewRow[]): readonly (readonly [name: string, row: ViewRow])[] {
  const sorted = rows.toSorted((a, b) => compare(a.from, b.from) || compare(a.key, b.key));
  const seen = new Map<string, number>();
  return sorted.map((row) => {
    const rank = (seen.get(row.from) ?? 0) + 1;
    seen.set(row.from, rank);
    return [`${row.from}~${String(rank).padStart(3, '0')}`, row] as const;
  });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}

/** @throws UnopenableRowError for a row that was moved, or put in the place of another */
function contentOf<Row extends ViewRow>(row: Row, contents: Contents, view: string): Row {
  const content = contents[row.key];
  if (!content || !row.key.startsWith(row.from)) throw new UnopenableRowError(view);
  const [key, doc, tags] = content;
  return { ...row, key, doc, tags: { ...row.tags, ...tags } };
}

/** The contents belong to a youth and a view: put elsewhere they do not open. */
function placeBytes(view: string, trajectoryId: TrajectoryId): Uint8Array {
  return Buffer.from(`${view} ${trajectoryId}`);
}
