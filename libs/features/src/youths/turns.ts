import { problem, type RequestAccess, type Work } from '@trajectboek/api';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** Youths that are folded for an answer while the reader waits: about ten seconds. More is a job. */
export const MOST_AT_ONCE = 20_000;
/** A request that comes meanwhile waits no longer than this for each of its steps. */
const LONGEST_TURN_MS = 5;

/** Lets others have a turn after each 5 ms of folding: there is one thread for all that answer. */
export class Turns {
  #began = performance.now();

  step(): Promise<void> | undefined {
    return performance.now() - this.#began < LONGEST_TURN_MS ? undefined : this.#letOthersGo();
  }

  async #letOthersGo(): Promise<void> {
    await nextTurn();
    this.#began = performance.now();
  }
}

/** An answer that the reader waits for. */
class DirectAnswer extends Turns implements Work {
  async expect(youths: number): Promise<void> {
    if (youths > MOST_AT_ONCE) throw problem('too-much-at-once', 'Deze vraag gaat over zoveel jongeren dat het antwoord lang duurt. Stel de vraag opnieuw met de kop Prefer: respond-async.');
  }
}

/** The work of a request: followed where it is a job, within bounds where the reader waits for it. */
export function workOf({ work }: RequestAccess): Work {
  return work ?? new DirectAnswer();
}
