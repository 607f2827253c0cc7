import { isCivilDate, type TrajectoryId } from '@trajectboek/events';
import { decryptWith, encryptWith, subkeyOf, type RootSecret } from '@trajectboek/privacy';
import type { Checkpoint, CountQuery, DeadLetter, FoundRow, FoundRows, Generation, LiveView, RowCount, RowQuery, ViewChange, ViewDeclaration, ViewRow, ViewStore, YouthRows } from '@trajectboek/view-store';
import { createHmac, type KeyObject } from 'node:crypto';

const IV_LENGTH = 12;
const NO_BYTES = new Uint8Array();

/** A row that was not sealed under this key, or was changed since: the view has to be rebuilt. Says nothing of the row. */
export class UnopenableRowError extends Error {
  override readonly name = 'UnopenableRowError';

  constructor(view: string) {
    super(`a row of view ${view} does not open: rebuild the view`);
  }
}

type Place = Pick<FoundRow, 'trajectoryId' | 'key' | 'from'>;

/**
 * Keeps what rows say out of sight of who reads the file. A document repeats what senders wrote (ids of their own, references,
 * pseudonyms of staff), so it is sealed together with the key of its row; what rows are found by stays readable. Rows of one
 * youth that begin on one day come in the order of their sealed keys.
 */
export class SealedViewStore implements ViewStore {
  readonly #content: KeyObject;
  readonly #names: KeyObject;

  constructor(private readonly store: ViewStore, { bytes }: RootSecret) {
    this.#content = subkeyOf(bytes, NO_BYTES, 'trajectboek view rows 1');
    this.#names = subkeyOf(bytes, NO_BYTES, 'trajectboek view row names 1');
  }

  live(view: string): Promise<LiveView | undefined> {
    return this.store.live(view);
  }

  begin(view: ViewDeclaration): Promise<Generation> {
    return this.store.begin(view);
  }

  checkpointOf(generation: Generation): Promise<Checkpoint> {
    return this.store.checkpointOf(generation);
  }

  commit(generation: Generation, change: ViewChange): Promise<'committed' | 'stale'> {
    const youths = change.youths.map(({ trajectoryId, rows }) => ({ trajectoryId, rows: rows.map((row) => this.#sealed(trajectoryId, row)) }));
    return this.store.commit(generation, { ...change, youths });
  }

  prepare(generation: Generation): Promise<void> {
    return this.store.prepare(generation);
  }

  switchTo(generation: Generation): Promise<void> {
    return this.store.switchTo(generation);
  }

  async rowsOf(view: string, trajectoryId: TrajectoryId): Promise<readonly ViewRow[]> {
    return (await this.store.rowsOf(view, trajectoryId)).map((row) => this.#opened(view, { ...row, trajectoryId }));
  }

  async youths(view: string, after: TrajectoryId | undefined, limit: number): Promise<readonly YouthRows[]> {
    const youths = await this.store.youths(view, after, limit);
    return youths.map(({ trajectoryId, rows }) => ({ trajectoryId, rows: rows.map((row) => this.#opened(view, { ...row, trajectoryId })) }));
  }

  async find(view: string, query: RowQuery): Promise<FoundRows> {
    const { rows, next } = await this.store.find(view, query);
    return { rows: rows.map((row) => ({ ...this.#opened(view, row), trajectoryId: row.trajectoryId })), next };
  }

  count(view: string, query: CountQuery): Promise<readonly RowCount[]> {
    return this.store.count(view, query);
  }

  deadLetters(view: string): Promise<readonly DeadLetter[]> {
    return this.store.deadLetters(view);
  }

  close(): Promise<void> {
    return this.store.close();
  }

  #sealed(trajectoryId: TrajectoryId, row: ViewRow): ViewRow {
    const key = this.#nameOf(trajectoryId, row.key);
    const { iv, ciphertext } = encryptWith(this.#content, Buffer.from(JSON.stringify([row.key, row.doc])), placeBytes({ trajectoryId, key, from: row.from }));
    return { ...row, key, doc: { sealed: Buffer.concat([iv, ciphertext]).toString('base64') } };
  }

  /** A date says nothing that the period of its row does not; any other key may be a sender's own word. */
  #nameOf(trajectoryId: TrajectoryId, key: string): string {
    return isCivilDate(key) || key === '' ? key : createHmac('sha256', this.#names).update(`${trajectoryId} ${key}`).digest('base64url');
  }

  #opened(view: string, row: FoundRow): ViewRow {
    const sealed = Buffer.from(String(row.doc['sealed']), 'base64');
    const plain = decryptWith(this.#content, { iv: sealed.subarray(0, IV_LENGTH), ciphertext: sealed.subarray(IV_LENGTH) }, placeBytes(row));
    if (!plain) throw new UnopenableRowError(view);
    // What opens under this key was written by `#sealed`: nobody else can make a tag that fits.
    const [key, doc] = JSON.parse(Buffer.from(plain).toString()) as [string, ViewRow['doc']];
    return { key, from: row.from, until: row.until, tags: row.tags, doc };
  }
}

/** A document belongs to its row: one that was put elsewhere does not open. */
function placeBytes({ trajectoryId, key, from }: Place): Uint8Array {
  return Buffer.from(`${trajectoryId} ${from} ${key}`);
}
