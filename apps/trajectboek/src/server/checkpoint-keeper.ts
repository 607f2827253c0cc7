import { Frontier, openCheckpoint, sameHash, signCheckpoint, type NoteSigner } from '@trajectboek/proof';
import type { CheckpointsPort } from '@trajectboek/api';
import type { LedgerStore } from '@trajectboek/ledger-store';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { messageOf } from '../cli/user-error.js';
import { findEdge, writeEdge } from './checkpoint-edge.js';
import { appendCheckpoint, findNewestCheckpoint, openCheckpointFiles, readCheckpoints, type CheckpointLine } from './checkpoint-file.js';
import { openCheckpointKey, ORIGIN } from './checkpoint-key.js';

const RHYTHM_MS = 60_000;
/** Sixteen tiles: some milliseconds in which nobody else is served. */
const LEAVES_AT_ONCE = 4_096;

type LeafSource = Pick<LedgerStore, 'leafHashes' | 'head'>;

/**
 * Signs the Merkle root over all events at a fixed rhythm, at start and at shutdown, when events came in since the last
 * time. It goes on from the edge that was signed last, so that a long ledger is not read again, and an older part of it
 * that was changed meanwhile is not signed for anew.
 */
export class CheckpointKeeper implements CheckpointsPort {
  readonly #signer: NoteSigner;
  readonly #files: readonly string[];
  readonly #timer: NodeJS.Timeout;
  #tree: Frontier | undefined;
  /** Of the tree as far as it was read. */
  #lastLeaf: Uint8Array = new Uint8Array();
  #signedSize = 0;
  #lastLine = '';
  /** From the first time that they are asked for: nobody else adds to the file. */
  #kept: CheckpointLine[] | undefined;
  #work: Promise<void> = Promise.resolve();

  /**
   * @param say takes one line for the operator when something is wrong
   * @throws UserError when the key or a file cannot be used
   */
  constructor(private readonly store: LeafSource, private readonly dataFolder: string, private readonly say: (line: string) => void = console.error) {
    this.#signer = openCheckpointKey(dataFolder);
    this.#files = openCheckpointFiles(dataFolder);
    this.#timer = setInterval(() => this.#next(), RHYTHM_MS).unref();
    this.#next();
  }

  /** What checks the signatures. */
  get verifierKey(): string {
    return this.#signer.verifier.vkey;
  }

  /** The signed checkpoints of the ledger's own file, oldest first. */
  all(): readonly CheckpointLine[] {
    this.#kept ??= this.#files.slice(0, 1).flatMap(readCheckpoints);
    return this.#kept;
  }

  /** Out of turn, for who asks for a proof of what was just recorded. */
  async signNow(): Promise<void> {
    this.#next();
    await this.#work;
  }

  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#next();
    await this.#work;
  }

  #next(): void {
    this.#work = this.#work.then(() => this.#sign()).catch((error: unknown) => {
      this.#tell(`Er kon geen ijkpunt worden getekend: ${messageOf(error)} (No checkpoint was signed; tried again every minute.)`);
    });
  }

  async #sign(): Promise<void> {
    const { size } = await this.store.head();
    this.#tree ??= await this.#resume(size);
    await this.#catchUp(this.#tree, size);
    if (size === this.#signedSize) return;
    const tree = this.#tree;
    const note = signCheckpoint({ origin: ORIGIN, size, root: tree.root() }, [this.#signer]);
    const line = { at: new Date().toISOString(), note };
    this.#files.forEach((file) => appendCheckpoint(file, line));
    this.#kept?.push(line);
    writeEdge(this.dataFolder, { note, tree, lastLeaf: this.#lastLeaf });
    this.#signedSize = size;
    this.#lastLine = '';
  }

  /** The tree as it was signed last, where the ledger still is that one; else an empty one, to be read from the start. */
  async #resume(size: number): Promise<Frontier> {
    const signed = Math.max(0, ...this.#files.map((file) => this.#signedSizeIn(file)));
    if (signed > size) this.#tell(`LET OP het boek is korter dan waarvoor getekend is: ${size} gebeurtenissen, getekend voor ${signed}. Draai verify. (The ledger is shorter than was signed for.)`);
    const edge = findEdge(this.dataFolder, this.#signer.verifier);
    if (edge === undefined || edge.tree.size > size) return Frontier.empty();
    const [leaf] = await this.store.leafHashes(edge.tree.size - 1, edge.tree.size);
    if (leaf === undefined || !sameHash(leaf, edge.lastLeaf)) {
      this.#tell(`LET OP het boek is niet dat waarvoor getekend is, op plaats ${edge.tree.size}. Draai verify. (Not the ledger that was signed for.)`);
      return Frontier.empty();
    }
    this.#signedSize = edge.tree.size;
    this.#lastLeaf = edge.lastLeaf;
    return edge.tree;
  }

  #signedSizeIn(file: string): number {
    const note = findNewestCheckpoint(file);
    const opened = note === undefined ? undefined : openCheckpoint(note, [this.#signer.verifier]);
    return opened?.status === 'verified' ? opened.checkpoint.size : 0;
  }

  /** Once, as long as it is the same thing. */
  #tell(line: string): void {
    if (line !== this.#lastLine) this.say(line);
    this.#lastLine = line;
  }

  /** Adds the leaves up to a size, in pages with a turn for others in between. */
  async #catchUp(tree: Frontier, size: number): Promise<void> {
    while (tree.size < size) {
      const to = Math.min(size, tree.size + LEAVES_AT_ONCE);
      const hashes = await this.store.leafHashes(tree.size, to);
      if (hashes.length !== to - tree.size) throw new Error(`het boek heeft gaten voor plaats ${to}; draai verify.`);
      hashes.forEach((hash) => tree.append(hash));
      this.#lastLeaf = hashes.at(-1) ?? this.#lastLeaf;
      await nextTurn();
    }
  }
}
