/** Wakes one who waits for news of views or of the ledger; a ring that comes before the waiting is not lost. */
export class Bell {
  #rung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  /** Until the next ring, or until this time in milliseconds has passed, if any is given. */
  async heard(timeoutMs?: number): Promise<void> {
    if (!this.#rung) await this.#nextRing(timeoutMs);
    this.#wake = undefined;
    this.#rung = false;
  }

  #nextRing(timeoutMs: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      const timer = timeoutMs === undefined ? undefined : setTimeout(resolve, timeoutMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
