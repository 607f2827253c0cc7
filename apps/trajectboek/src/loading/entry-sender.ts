import type { OnProgress } from '../cli/progress.js';
import type { LedgerClient } from '../client/ledger-client.js';
import type { Entry, EventEntry, Youth } from './entry.js';
import { inParallel } from './in-parallel.js';
import { LoadTally, type EventResult, type LoadReport } from './load-report.js';

const EVENTS_PER_REQUEST = 1_000;
const YOUTHS_AT_ONCE = 16;

export interface SenderOptions {
  readonly client: LedgerClient;
  readonly importId: string | undefined;
  readonly total: number;
  readonly onProgress: OnProgress;
  /** The youths of stories by key, for the report. */
  readonly youths: ReadonlyMap<string, { readonly scenario: string; readonly alias: string }>;
}

/**
 * Gathers entries and sends them in requests of limited size, one after the other, so that their order holds. While one is on
 * its way the next is gathered and its youths are opened: ledger and loader do not wait for each other.
 */
export class EntrySender {
  readonly #tally = new LoadTally();
  readonly #trajectories = new Map<string, string>();
  #youths: Youth[] = [];
  #events: EventEntry[] = [];
  #sent = 0;
  #onItsWay: Promise<void> = Promise.resolve();

  constructor(private readonly options: SenderOptions) {}

  async take(entry: Entry): Promise<void> {
    switch (entry.kind) {
      case 'youth': this.#youths.push(entry.youth); break;
      case 'event': this.#events.push(entry); break;
      case 'unreadable': this.#tally.addUnreadable(entry); break;
    }
    if (this.#events.length >= EVENTS_PER_REQUEST) await this.#flush();
  }

  async finish(): Promise<LoadReport> {
    await this.#flush();
    await this.#onItsWay;
    return this.#tally.report();
  }

  async #flush(): Promise<void> {
    await this.#openTrajectories();
    const events = this.#events;
    this.#events = [];
    if (events.length === 0) return;
    await this.#onItsWay;
    this.#onItsWay = this.#settle(events);
    // Whoever waits for it hears of a failure; until then it is not a failure that nobody hears of.
    this.#onItsWay.catch(() => undefined);
  }

  async #settle(events: readonly EventEntry[]): Promise<void> {
    const results = await this.#send(events);
    events.forEach((event, index) => this.#tally.add(event, results[index] ?? missing(index)));
    this.#sent += events.length;
    this.options.onProgress(this.#sent, this.options.total);
  }

  async #openTrajectories(): Promise<void> {
    const youths = this.#youths.filter(({ key }) => !this.#trajectories.has(key));
    this.#youths = [];
    await inParallel(youths, YOUTHS_AT_ONCE, async ({ key, identity, municipality }) => {
      const { trajectoryId } = await this.options.client.sendJson<{ readonly trajectoryId: string }>('POST', '/v1/trajectories', { identity, municipality });
      this.#trajectories.set(key, trajectoryId);
    });
    for (const { key } of youths) {
      const story = this.options.youths.get(key);
      if (story) this.#tally.addSubject(story.scenario, story.alias, this.#trajectories.get(key) ?? '');
    }
  }

  async #send(events: readonly EventEntry[]): Promise<readonly EventResult[]> {
    const { client, importId } = this.options;
    const response = await client.send({
      method: 'POST', path: '/v1/events', body: events.map(({ event }) => `${JSON.stringify(this.#addressed(event))}\n`).join(''),
      headers: { 'content-type': 'application/x-ndjson', ...(importId !== undefined && { 'trajectboek-import': importId }) },
    });
    const lines = (await response.text()).split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as EventResult);
  }

  #addressed(event: EventEntry['event']): EventEntry['event'] {
    const { subject } = event;
    return { ...event, subject: typeof subject === 'string' ? this.#trajectories.get(subject) ?? subject : subject };
  }
}

function missing(index: number): never {
  throw new Error(`Het boek gaf geen antwoord op gebeurtenis ${index} van een verzoek.`);
}
