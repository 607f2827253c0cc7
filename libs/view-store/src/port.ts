import type { CivilDate, Instant, TrajectoryId } from '@trajectboek/events';
import type { GenerationStore, ViewPart } from './generations.js';

/** One thing that holds for one youth during a period in the world, as the ledger knows it now. */
export interface ViewRow {
  /** Unique within the youth and the view; a code or an id. */
  readonly key: string;
  readonly from: CivilDate;
  /** First day on which it no longer holds; null when it holds on. A row that ends on or before `from` never holds. */
  readonly until: CivilDate | null;
  /** Since when, as lists put it in order: `from` when left out, never after it. A row that follows another of the same situation keeps its day. */
  readonly since?: CivilDate;
  /** What rows can be found and counted by: only the tags that the view declares, no personal data. Left out is null. */
  readonly tags: Readonly<Record<string, string | null>>;
  /** JSON values only; pseudonymous. */
  readonly doc: Readonly<Record<string, unknown>>;
}

export interface YouthRows {
  readonly trajectoryId: TrajectoryId;
  readonly rows: readonly ViewRow[];
  /** What these rows have in common, kept once and given back with each of them; the store does not look into it. */
  readonly shared?: string;
}

/** A row as it comes back. */
export interface StoredRow extends ViewRow {
  readonly since: CivilDate;
  /** Only where the rows of the youth were given with it. */
  readonly shared?: string;
}

/** How far a view has come: complete up to and including this position. */
export interface Checkpoint {
  readonly position: number;
  readonly recordedAt: Instant | null;
}

export interface ViewDeclaration {
  /** kebab-case, unique. */
  readonly name: string;
  /** Counts up when the rows change their meaning; another version means a rebuild. */
  readonly version: number;
  readonly tags: readonly string[];
  /** Tags in which a sender's own words can stand: not for who reads the file of a store. */
  readonly closedTags?: readonly string[];
  /**
   * Combinations of tags by which rows are found and counted without looking through other rows; each costs an index and
   * a tally per day. Left out: all rows together, and each tag by itself.
   */
  readonly selections?: readonly (readonly string[])[];
}

/** A build of a view: readers see the live one, a rebuild fills the next one beside it. */
export interface Generation {
  readonly view: ViewDeclaration;
  readonly generation: number;
  /** A share of its youths (`partOf`), where it was begun in several: for commits and checkpoints. */
  readonly part?: number;
}

export interface RowQuery {
  readonly asOf: CivilDate;
  /** Tags that must have this value, or one of these. */
  readonly tags?: Readonly<Record<string, string | readonly string[]>>;
  readonly limit: number;
  readonly cursor?: string;
  /** Only whose rows they are and their open tags are asked: a store may leave keys, documents and closed tags as it keeps them. */
  readonly tagsOnly?: boolean;
}

/** The same of some youths. */
export type YouthsQuery = Pick<RowQuery, 'asOf' | 'tags' | 'tagsOnly'>;

export interface FoundRow extends StoredRow {
  readonly trajectoryId: TrajectoryId;
}

/** A youth whose rows could not be computed; its old rows stay until they can. */
export interface Failure {
  readonly trajectoryId: TrajectoryId;
  /** What kind of fault; never data of the youth. */
  readonly reason: string;
  /** The event with which it began to fail. */
  readonly position: number;
  /** Its type; left out where that says something of the youth. */
  readonly type?: string;
}

export interface DeadLetter extends Failure {
  readonly view: string;
}

export interface ViewChange {
  /** Position from which the caller came. */
  readonly expected: number;
  /** Not before `expected`; the same when rows are computed anew without new events. */
  readonly to: Checkpoint;
  readonly youths: readonly YouthRows[];
  /** A youth may be in both lists: then its old rows are carried over to a new generation. */
  readonly failed?: readonly Failure[];
  /** Of who holds the part; 0 while nobody ever did, as while it is built. */
  readonly fence?: number;
}

export interface LiveView {
  readonly generation: number;
  readonly version: number;
  readonly tags: readonly string[];
  /** The lowest of its parts. */
  readonly checkpoint: Checkpoint;
  readonly parts: readonly ViewPart[];
}

export interface FoundRows {
  readonly rows: readonly FoundRow[];
  /** Cursor of the next page; null when this was the last. */
  readonly next: string | null;
}

export interface RowCount {
  readonly values: Readonly<Record<string, string | null>>;
  readonly count: number;
}

export type CountQuery = Omit<RowQuery, 'limit' | 'cursor'> & { readonly by: readonly string[] };

/**
 * Where views are kept.
 *
 * An implementation MUST replace the rows of the named youths and move the checkpoint in one atomic step that outlives
 * the process; MUST refuse (`stale`) a commit whose `expected` position is not the stored one or whose generation is gone,
 * so that a second projector or a late retry changes nothing; MUST refuse rows that have faults (`rowFaults`), again with
 * nothing changed; MUST switch generations atomically, so that no reader meets an empty or mixed view; MUST NOT use the
 * number of a generation twice; MUST page by the place of a row and not by its number, so that rows which come or go
 * meanwhile neither hide nor repeat another row; MUST keep a dead letter until rows of that
 * youth are committed without a new failure.
 *
 * A caller MUST give all rows of a youth each time: what is not given is gone. A caller who tells how complete an answer
 * is MUST ask for the checkpoint before the rows, not after.
 */
export interface ViewStore extends GenerationStore {
  /** The generation that readers see; undefined for a view that was never built. */
  live(view: string): Promise<LiveView | undefined>;
  /**
   * Makes an empty generation beside the live one, in so many parts (1); a half-built earlier one, and the former one, is dropped.
   * @throws RangeError for a name or a tag that is not a plain identifier
   */
  begin(view: ViewDeclaration, parts?: number): Promise<Generation>;
  /** @throws GenerationGoneError */
  checkpointOf(generation: Generation): Promise<Checkpoint>;
  /** @throws InvalidRowsError; RangeError when the checkpoint would move back */
  commit(generation: Generation, change: ViewChange): Promise<'committed' | 'stale'>;
  /**
   * Does the slow part of a switch beforehand, such as making indexes. Commits to this and other views go on meanwhile.
   * @throws GenerationGoneError
   */
  prepare(generation: Generation): Promise<void>;
  /**
   * Makes the generation the live one; the one that was live is kept as the former. Quick after `prepare`, which it does itself when needed.
   * @throws GenerationGoneError
   */
  switchTo(generation: Generation): Promise<void>;
  /**
   * Oldest `from` first, then key.
   * @throws ViewNotBuiltError
   */
  rowsOf(view: string, trajectoryId: TrajectoryId): Promise<readonly StoredRow[]>;
  /**
   * Youths that have rows, in order of id after `after`: for whoever compares a view with the ledger.
   * @throws ViewNotBuiltError
   */
  youths(view: string, after: TrajectoryId | undefined, limit: number): Promise<readonly YouthRows[]>;
  /**
   * Rows that hold on the date, newest `since` first, then trajectory and key.
   * @throws ViewNotBuiltError, UnknownTagError, InvalidCursorError
   */
  find(view: string, query: RowQuery): Promise<FoundRows>;
  /**
   * Of these youths the rows that hold on the date and have the tags, in no order: for a reader who may see some youths only.
   * @throws ViewNotBuiltError, UnknownTagError
   */
  ofYouths(view: string, trajectoryIds: readonly TrajectoryId[], query: YouthsQuery): Promise<readonly FoundRow[]>;
  /**
   * Number of rows that hold on the date, per combination of the tags in `by` that occurs.
   * @throws ViewNotBuiltError, UnknownTagError
   */
  count(view: string, query: CountQuery): Promise<readonly RowCount[]>;
  /** Of the live generation, in order of trajectory; empty for a view that was never built. */
  deadLetters(view: string): Promise<readonly DeadLetter[]>;
  close(): Promise<void>;
}
