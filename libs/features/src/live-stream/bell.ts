/** Wakes one who waits; a ring that comes before the waiting is not lost. */
export class Bell {
  #rung = false;
  #wake: (() => void) | undefined;

  ring(): void {
    this.#rung = true;
    this.#wake?.();
  }

  async heard(): Promise<void> {
    if (!this.#rung) await new Promise<void>((resolve) => { this.#wake = resolve; });
    this.#wake = undefined;
    this.#rung = false;
  }
}
