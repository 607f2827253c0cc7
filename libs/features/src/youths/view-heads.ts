import { Injectable } from '@nestjs/common';
import { EventReader } from '@trajectboek/ledger';
import { head, type Moment } from './moment.js';
import { Projections } from './projections.js';

/** How long an answer waits for the position that the reader wants to see; then it says how far it has come. */
const LONGEST_WAIT_MS = 5_000;

type Head = ReturnType<typeof head>;

/** The head of every answer: which dates were asked, and up to where the answer is complete. */
@Injectable()
export class ViewHeads {
  constructor(
    private readonly projections: Projections,
    private readonly reader: EventReader,
  ) {}

  /** For an answer that is folded from the ledger itself, and so complete up to its head. */
  async at(moment: Moment, minPosition: number | undefined): Promise<Head> {
    await this.waitFor(minPosition);
    return head(moment, await this.reader.head());
  }

  /** Waits until the stored views have come as far as the reader wants, or the time is up. */
  async waitFor(minPosition: number | undefined): Promise<void> {
    if (minPosition !== undefined) await this.projections.waitFor(minPosition, LONGEST_WAIT_MS);
  }
}
