import { BehaviorSubject, filter, firstValueFrom, map, race, timer, type Observable, type Subscription } from 'rxjs';

/** Counts what comes, so that nothing is missed between looking and waiting. */
export class Signals {
  readonly #counted = new BehaviorSubject(0);
  readonly #subscription: Subscription;

  constructor(source$: Observable<unknown>) {
    this.#subscription = source$.subscribe({
      next: () => this.#counted.next(this.#counted.value + 1),
      complete: () => this.#counted.complete(),
    });
  }

  get count(): number {
    return this.#counted.value;
  }

  /** Waits until more have come than were seen, the source ends, or the time in milliseconds is up. */
  after(seen: number, timeoutMs: number): Promise<'changed' | 'ended' | 'silent'> {
    const changed = this.#counted.pipe(filter((count) => count > seen), map(() => 'changed' as const));
    const silent = timer(timeoutMs).pipe(map(() => 'silent' as const));
    return firstValueFrom(race(changed, silent), { defaultValue: 'ended' });
  }

  stop(): void {
    this.#subscription.unsubscribe();
    this.#counted.complete();
  }
}
