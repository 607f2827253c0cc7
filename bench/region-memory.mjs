// How much memory the server takes while it does each thing.
import { memoryOf } from './bulk.mjs';
import { report } from './lib.mjs';

const EVERY_MS = 250;

export class Memory {
  #peaks = new Map();

  constructor(pid) {
    this.pid = pid;
  }

  async during(what, work) {
    let peak = memoryOf(this.pid);
    const timer = setInterval(() => { peak = Math.max(peak, memoryOf(this.pid)); }, EVERY_MS);
    try {
      return await work();
    } finally {
      clearInterval(timer);
      this.#peaks.set(what, peak);
    }
  }

  report() {
    for (const [what, peak] of this.#peaks) report({ what: `highest resident memory of the server, ${what}`, rate: `${Math.round(peak)} MiB` });
  }
}
