import type { TrajectoryId } from '@trajectboek/events';
import type { Checkpoint, Generation, LiveView, YouthRows } from './port.js';

/** A share of the youths of a generation, with a checkpoint of its own. */
export interface ViewPart {
  readonly checkpoint: Checkpoint;
  /** Who may feed it now; null when nobody does. */
  readonly projector: string | null;
}

/** Somebody who feeds a view, and says so again before this time is over. */
export interface Attendance {
  /** Unique among those who live: one that comes back after it died has its parts at once. */
  readonly projector: string;
  readonly forMs: number;
}

/** A part that a projector may feed. */
export interface Holding {
  readonly part: number;
  /** Goes with each commit (`ViewChange.fence`); counts up with each new holder. */
  readonly fence: number;
  readonly checkpoint: Checkpoint;
}

export type WhichYouths = readonly TrajectoryId[] | { readonly after: TrajectoryId | undefined; readonly limit: number };

/**
 * Builds of views beside the live one, and who feeds which part of a build.
 *
 * An implementation MUST keep the generation that was live until another build of the view begins, closed for commits
 * (`stale`); MUST divide the parts of a generation over the projectors that attend it, in the order in which they came,
 * and give a part only when nobody holds it any more; MUST refuse (`stale`) a commit whose fence is not that of the last
 * holder; MUST NOT give a fence twice.
 */
export interface GenerationStore {
  /** The generation that was live before, or was set aside; undefined when there is none any more. */
  former(view: string): Promise<LiveView | undefined>;
  /** Takes commits to a former generation again, so that it can catch up before it is switched to. @throws GenerationGoneError */
  reopen(generation: Generation): Promise<void>;
  /** Keeps a build that is not to be live as the former one, closed for commits. @throws GenerationGoneError */
  setAside(generation: Generation): Promise<void>;
  /** Drops a build that is not live. */
  discard(generation: Generation): Promise<void>;
  /** As `youths`, of any generation; or of these youths, those that have rows. @throws GenerationGoneError */
  youthsIn(generation: Generation, which: WhichYouths): Promise<readonly YouthRows[]>;
  /** Says that a projector feeds a generation, and gives the parts that are its to feed; none of a generation that is gone or closed. */
  attend(generation: Generation, attendance: Attendance): Promise<readonly Holding[]>;
  /** Takes a part from whoever has it, for who must commit now. @returns its fence @throws GenerationGoneError */
  takeOver(generation: Generation, attendance: Attendance): Promise<number>;
  /** Gives up all parts at once, so that another need not wait until the time is over. */
  leave(generation: Generation, projector: string): Promise<void>;
}

const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;

/** Which of so many parts has a youth; the same everywhere and always. */
export function partOf(trajectoryId: TrajectoryId, parts: number): number {
  if (parts === 1) return 0;
  let hash = FNV_START;
  for (let at = 0; at < trajectoryId.length; at += 1) hash = Math.imul(hash ^ trajectoryId.charCodeAt(at), FNV_PRIME);
  return (hash >>> 0) % parts;
}
