import { lineOf } from './history.js';
import { sendLines, type LineAnswer } from './line-sender.js';

type Receipt = Omit<LineAnswer, 'index' | 'result'>;

/**
 * Sends a history until every line was acknowledged, however often the server dies: each time it goes on somewhat before
 * the last acknowledged line, as a sender does who does not know what arrived. It keeps the first receipt of each line.
 */
export class StubbornSender {
  readonly receipts: Receipt[] = [];
  /** Answers that were not as promised. */
  readonly broken: string[] = [];
  duplicates = 0;

  constructor(private readonly subjects: readonly string[], private readonly events: number) {}

  get acknowledged(): number {
    return this.receipts.length;
  }

  get isDone(): boolean {
    return this.acknowledged === this.events;
  }

  /** Goes on until the end or until the connection breaks. */
  async goOn({ url, token }: { readonly url: string; readonly token: string }, overlap: number): Promise<void> {
    const from = Math.max(0, this.acknowledged - overlap);
    await sendLines({ url, token, lines: this.#lines(from), onAnswer: (answer) => this.#take(from + answer.index, answer) });
  }

  /** Sends some acknowledged lines again: each has to be there, with its first receipt. */
  async askAgain(server: { readonly url: string; readonly token: string }, numbers: readonly number[]): Promise<number> {
    let answers = 0;
    const lines = numbers.map((n) => lineOf(n, this.subjects));
    await sendLines({ ...server, lines, onAnswer: (answer) => {
      answers += 1;
      this.#take(numbers[answer.index] ?? -1, answer);
    } });
    return answers;
  }

  *#lines(from: number): Generator<string> {
    for (let n = from; n < this.events; n += 1) yield lineOf(n, this.subjects);
  }

  #take(n: number, { index: _index, result, ...answer }: LineAnswer): void {
    const receipt = { trajectoryId: answer.trajectoryId, eventId: answer.eventId, revision: answer.revision, position: answer.position, recordedAt: answer.recordedAt };
    const known = this.receipts[n];
    if (result === 'duplicate') this.duplicates += 1;
    if (result === 'refused') this.broken.push(`line ${n}: refused ${JSON.stringify(answer)}`);
    else if (known === undefined && n === this.acknowledged) this.receipts.push(receipt);
    else if (known === undefined) this.broken.push(`line ${n}: answered out of turn`);
    else if (result !== 'duplicate' || JSON.stringify(known) !== JSON.stringify(receipt)) {
      this.broken.push(`line ${n}: first ${JSON.stringify(known)}, then ${result} ${JSON.stringify(receipt)}`);
    }
  }
}
