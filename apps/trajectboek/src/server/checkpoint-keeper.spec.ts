import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Frontier, hashLeaf, openCheckpoint, sameHash } from '@trajectboek/proof';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readCheckpoints } from './checkpoint-file.js';
import { CheckpointKeeper } from './checkpoint-keeper.js';
import { openCheckpointKey } from './checkpoint-key.js';

/** A ledger of which only the leaves matter; remembers how many were read. */
class Leaves {
  readonly hashes: Uint8Array[] = [];
  read = 0;

  constructor(count: number) {
    this.add(count);
  }

  add(count: number, text = 'event'): void {
    for (let n = 0; n < count; n += 1) this.hashes.push(hashLeaf(Buffer.from(`${text} ${this.hashes.length}`)));
  }

  async head(): Promise<{ position: number; recordedAt: null; size: number }> {
    return { position: this.hashes.length, recordedAt: null, size: this.hashes.length };
  }

  async leafHashes(from: number, to: number): Promise<readonly Uint8Array[]> {
    this.read += to - from;
    return this.hashes.slice(from, to);
  }
}

describe('the keeper of checkpoints', () => {
  let folder = '';
  let lines: string[] = [];
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'trajectboek-keeper-'));
    lines = [];
  });
  afterEach(() => {
    delete process.env['TRAJECTBOEK_WITNESS'];
    rmSync(folder, { recursive: true });
  });
  const keeperOf = (leaves: Leaves): CheckpointKeeper => new CheckpointKeeper(leaves, folder, (line) => lines.push(line));
  const runOnce = (leaves: Leaves): Promise<void> => keeperOf(leaves).stop();
  const signed = (file: string): readonly number[] => readCheckpoints(path.join(folder, file)).map(({ note }) => sizeOf(note));

  function sizeOf(note: string): number {
    const opened = openCheckpoint(note, [openCheckpointKey(folder).verifier]);
    return opened.status === 'verified' ? opened.checkpoint.size : -1;
  }

  it('signs the root of all events in both files, once for the same ledger', async () => {
    const leaves = new Leaves(1_000);
    await runOnce(leaves);
    await runOnce(leaves);
    expect([signed('checkpoints.ndjson'), signed('witness.ndjson')]).toEqual([[1_000], [1_000]]);
    const opened = openCheckpoint(readCheckpoints(path.join(folder, 'witness.ndjson'))[0]?.note ?? '', [openCheckpointKey(folder).verifier]);
    const tree = Frontier.empty();
    leaves.hashes.forEach((hash) => tree.append(hash));
    expect(opened.status === 'verified' && sameHash(opened.checkpoint.root, tree.root())).toBe(true);
    expect(lines).toEqual([]);
  });

  it('signs nothing for an empty ledger', async () => {
    await runOnce(new Leaves(0));
    expect(signed('checkpoints.ndjson')).toEqual([]);
  });

  it('goes on where it signed last, without reading the ledger again', async () => {
    const leaves = new Leaves(50_000);
    await runOnce(leaves);
    leaves.add(10);
    leaves.read = 0;
    await runOnce(leaves);
    expect(leaves.read).toBe(11);
    expect(signed('checkpoints.ndjson')).toEqual([50_000, 50_010]);
  });

  it.each(['', '{"note":"', '{"note":"x","hashes":[],"lastLeaf":""}'])('reads all leaves again where the edge is %j, and comes to the same root', async (edge) => {
    const leaves = new Leaves(700);
    await runOnce(leaves);
    writeFileSync(path.join(folder, 'checkpoint.edge'), edge);
    leaves.add(1);
    await runOnce(leaves);
    expect(signed('checkpoints.ndjson')).toEqual([700, 701]);
    expect(lines).toEqual([]);
  });

  it('lets others have a turn while it reads a long ledger', async () => {
    const keeper = keeperOf(new Leaves(200_000));
    const [turns, longest] = await turnsUntil(keeper.stop());
    expect(turns).toBeGreaterThan(40);
    expect(longest).toBeLessThan(250);
  });

  it('says that the ledger is shorter than was signed for, or another one, and signs what there is', async () => {
    await runOnce(new Leaves(1_000));
    await runOnce(new Leaves(900));
    expect(lines).toEqual([expect.stringContaining('korter dan waarvoor getekend is: 900 gebeurtenissen, getekend voor 1000')]);
    expect(signed('checkpoints.ndjson')).toEqual([1_000, 900]);
    const other = new Leaves(0);
    other.add(901, 'another event');
    lines = [];
    await runOnce(other);
    expect(lines).toEqual(expect.arrayContaining([expect.stringContaining('niet dat waarvoor getekend is, op plaats 900')]));
  });

  it('does not sign a ledger with a gap', async () => {
    const leaves = new Leaves(10);
    const store = { head: async () => ({ position: 11, recordedAt: null, size: 11 }), leafHashes: (from: number, to: number) => leaves.leafHashes(from, to) };
    await new CheckpointKeeper(store, folder, (line) => lines.push(line)).stop();
    expect(lines).toEqual([expect.stringContaining('gaten')]);
    expect(signed('checkpoints.ndjson')).toEqual([]);
  });

  it('puts the witness where it is told, and refuses to start where that cannot be written', async () => {
    process.env['TRAJECTBOEK_WITNESS'] = path.join(folder, 'elsewhere.ndjson');
    await runOnce(new Leaves(5));
    expect(signed('elsewhere.ndjson')).toEqual([5]);
    process.env['TRAJECTBOEK_WITNESS'] = path.join(folder, 'nowhere', 'witness.ndjson');
    expect(() => keeperOf(new Leaves(5))).toThrow('TRAJECTBOEK_WITNESS');
  });

  it('signs later what could not be written, and says so once', async () => {
    const witness = path.join(folder, 'place', 'witness.ndjson');
    process.env['TRAJECTBOEK_WITNESS'] = witness;
    mkdirSync(path.dirname(witness));
    const leaves = new Leaves(0);
    const keeper = keeperOf(leaves);
    rmSync(path.dirname(witness), { recursive: true });
    leaves.add(3);
    await keeper.stop();
    await keeper.stop();
    expect(lines).toEqual([expect.stringContaining('Er kon geen ijkpunt worden getekend')]);
    mkdirSync(path.dirname(witness));
    await keeper.stop();
    expect(readCheckpoints(witness).map(({ note }) => sizeOf(note))).toEqual([3]);
  });

  it('keeps its key for its owner only, and one that is no key is said in one line', async () => {
    await runOnce(new Leaves(1));
    const file = path.join(folder, 'checkpoint.key');
    expect(readFileSync(file, 'utf8')).toMatch(/^PRIVATE\+KEY\+/);
    writeFileSync(file, 'a letter');
    chmodSync(file, 0o600);
    expect(() => keeperOf(new Leaves(1))).toThrow('geen ondertekensleutel');
  });
});

/** How many turns the event loop took until the work was done, and the longest, in milliseconds. */
async function turnsUntil(work: Promise<void>): Promise<readonly [turns: number, longest: number]> {
  let [turns, longest, last, done] = [0, 0, performance.now(), false];
  const ended = work.then(() => { done = true; });
  while (!done) {
    await new Promise((resolve) => setImmediate(resolve));
    const now = performance.now();
    [turns, longest, last] = [turns + 1, Math.max(longest, now - last), now];
  }
  await ended;
  return [turns, longest];
}
