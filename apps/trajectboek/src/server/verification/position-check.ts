import type { LedgerStore, StoredEvent } from '@trajectboek/ledger-store';
import { sameHash, TILE_WIDTH } from '@trajectboek/proof';
import type { VerificationFault } from '../../maintenance.js';
import { range } from './ledger-faults.js';

/** A whole number of tiles, so that a page is compared with what the tree keeps and not with itself. */
const PAGE = 8 * TILE_WIDTH;

/** Positions after one and up to another. */
interface Page {
  readonly after: number;
  readonly last: number;
}

/**
 * Reads the ledger in order and sees what the chains and the tree cannot tell by themselves: which position is empty, and
 * which event is another than the one whose hash the tree keeps.
 */
export class PositionCheck {
  readonly faults: VerificationFault[] = [];

  constructor(private readonly store: Pick<LedgerStore, 'readAll' | 'leafHashes' | 'head'>) {}

  /** @param onPage told the last position of each page, and that of the ledger as it was at the beginning */
  async *read(onPage: (done: number, total: number) => void): AsyncGenerator<StoredEvent> {
    const { position: total } = await this.store.head();
    for (let after = 0; ; after += PAGE) {
      // Asked before the page is read: up to there nothing can be on its way.
      const { position: end } = await this.store.head();
      const page = { after, last: Math.min(end, after + PAGE) };
      const events = (await this.store.readAll(after, PAGE)).filter(({ position }) => position <= page.last);
      this.#findGaps(events, page);
      await this.#compareWithTree(events, page);
      yield* events;
      onPage(page.last, Math.max(total, page.last));
      if (end <= after + PAGE) return;
    }
  }

  #findGaps(events: readonly StoredEvent[], { after, last }: Page): void {
    let expected = after + 1;
    for (const { position } of events) {
      if (position > expected) this.#addGap(expected, position - 1);
      expected = position + 1;
    }
    if (expected <= last) this.#addGap(expected, last);
  }

  async #compareWithTree(events: readonly StoredEvent[], { after, last }: Page): Promise<void> {
    const to = last - (last % TILE_WIDTH);
    if (to <= after) return;
    const kept = await this.store.leafHashes(after, to);
    const other = events.filter(({ position, leafHash }) => {
      const hash = kept[position - after - 1];
      return position <= to && (hash === undefined || !sameHash(hash, leafHash));
    });
    const [first] = other;
    if (!first) return;
    const places = range(first.position, other.at(-1)?.position ?? first.position);
    this.faults.push({ place: `het boek, plaats ${places}`, detail: 'de gebeurtenis is een andere dan die waarvan de boom de hash bewaart' });
  }

  #addGap(from: number, to: number): void {
    this.faults.push({ place: `het boek, plaats ${range(from, to)}`, detail: 'er ontbreken gebeurtenissen' });
  }
}
