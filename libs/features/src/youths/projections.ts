import type { TrajectoryId } from '@trajectboek/events';
import type { Observable } from 'rxjs';
import type { Place } from '@trajectboek/ledger';

/** How far one stored view has come. */
export interface ViewProgress extends Place {
  readonly view: string;
  /** Youths whose rows cannot be computed, and keep the old ones; left out by who does not know. */
  readonly deadLetters?: number;
}

/** A stored view has taken in events of these youths. */
export interface ViewChange {
  readonly view: string;
  readonly position: number;
  readonly trajectoryIds: readonly TrajectoryId[];
}

/** The stored views as readers see them; the projector behind it may run in this process, in a thread, or elsewhere. */
export abstract class Projections {
  /** False until every view is there for the first time. */
  abstract readonly ready: boolean;
  abstract readonly changes$: Observable<ViewChange>;
  abstract progress(): Promise<readonly ViewProgress[]>;
  /** Waits until all views have come to the position, or the time is up; tells the position that all have reached. */
  abstract waitFor(position: number, timeoutMs: number): Promise<number>;
}
