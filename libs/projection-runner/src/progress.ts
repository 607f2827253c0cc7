import type { Instant } from '@trajectboek/events';
import type { LedgerHead } from '@trajectboek/ledger-store';
import type { DeadLetter } from '@trajectboek/view-store';
import type { BuildProgress } from './build.js';
import type { Lane } from './lane.js';

export interface ViewProgress {
  readonly view: string;
  readonly version: number;
  readonly generation: number;
  readonly position: number;
  readonly recordedAt: Instant | null;
  /** Whether every event of the ledger is in. */
  readonly complete: boolean;
  /** Milliseconds in the time of the ledger between the last event that is in and the last event; 0 when complete. */
  readonly lagMs: number;
  readonly deadLetters: number;
}

export interface RunnerProgress {
  readonly head: LedgerHead;
  readonly views: readonly ViewProgress[];
  readonly building: BuildProgress | null;
  /** The kind of the last error while it lasts. */
  readonly fault: string | null;
}

interface State extends Omit<RunnerProgress, 'views'> {
  readonly lanes: readonly Lane[];
  readonly deadLetters: readonly DeadLetter[];
}

export function progressOf({ head, lanes, deadLetters, building, fault }: State): RunnerProgress {
  return { head, building, fault, views: firstParts(lanes).map((lane) => progressOfView(lane, { head, lanes, deadLetters })) };
}

function firstParts(lanes: readonly Lane[]): readonly Lane[] {
  return lanes.filter(({ generation }) => generation.part === 0);
}

function progressOfView({ generation: { view, generation } }: Lane, { head, lanes, deadLetters }: Pick<State, 'head' | 'lanes' | 'deadLetters'>): ViewProgress {
  const parts = lanes.filter((lane) => lane.generation.view.name === view.name).map(({ checkpoint }) => checkpoint);
  const checkpoint = parts.reduce((lowest, one) => (one.position < lowest.position ? one : lowest));
  const complete = checkpoint.position >= head.position;
  return {
    view: view.name, version: view.version, generation, ...checkpoint, complete,
    lagMs: complete ? 0 : millisecondsBetween(checkpoint.recordedAt, head.recordedAt),
    deadLetters: deadLetters.filter((letter) => letter.view === view.name).length,
  };
}

function millisecondsBetween(from: Instant | null, to: Instant | null): number {
  return from === null || to === null ? 0 : Date.parse(to) - Date.parse(from);
}
