import { Injectable } from '@nestjs/common';
import { Clock, LedgerStorePort, problem } from '@trajectboek/api';
import { randomUUID } from 'node:crypto';

/** A client that died never closes its import; after so long without an event it counts as closed, and others may write again. */
const LONGEST_SILENCE_MS = 60_000;

interface Open {
  readonly importId: string;
  usedAtMs: number;
}

/**
 * A history that is brought in with the moments at which its sources logged it. Possible once, into an empty ledger: from
 * then on only the ledger's own clock says when something was recorded.
 */
@Injectable()
export class ImportSession {
  #open: Open | undefined;
  readonly #running = new Set<Promise<unknown>>();

  constructor(
    private readonly store: LedgerStorePort,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError not-empty, import-running */
  async open(): Promise<string> {
    if (this.#current() !== undefined) throw problem('import-running', 'Er loopt al een import; wacht tot die klaar is.');
    const session: Open = { importId: randomUUID(), usedAtMs: this.#nowMs() };
    // From here on nothing else is taken in; what was let in before may still be on its way to the ledger.
    this.#open = session;
    try {
      await Promise.allSettled(this.#running);
      if ((await this.store.head()).size > 0) throw problem('not-empty', 'Een import met eigen tijdstippen kan alleen in een leeg boek.');
      return session.importId;
    } catch (error) {
      this.#open = undefined;
      throw error;
    }
  }

  /** Takes events in; while an import runs, only its own. @throws ProblemError import-running, not-found */
  async during<Result>(importId: string | undefined, work: () => Promise<Result>): Promise<Result> {
    this.#check(importId);
    const running = work();
    this.#running.add(running);
    try {
      return await running;
    } finally {
      this.#running.delete(running);
      if (this.#open && this.#open.importId === importId) this.#open.usedAtMs = this.#nowMs();
    }
  }

  /** @throws ProblemError not-found */
  close(importId: string): void {
    this.#check(importId);
    this.#open = undefined;
  }

  #check(importId: string | undefined): void {
    const current = this.#current();
    if (importId !== current?.importId) {
      if (importId === undefined) throw problem('import-running', 'Er loopt een import; probeer het zo weer.');
      throw problem('not-found', 'Deze import is er niet (meer).');
    }
    if (current) current.usedAtMs = this.#nowMs();
  }

  /** What is still being recorded is no silence, however long it takes. */
  #current(): Open | undefined {
    const isSilent = this.#running.size === 0 && this.#open !== undefined && this.#nowMs() - this.#open.usedAtMs > LONGEST_SILENCE_MS;
    if (isSilent) this.#open = undefined;
    return this.#open;
  }

  #nowMs(): number {
    return Date.parse(this.clock.now());
  }
}
