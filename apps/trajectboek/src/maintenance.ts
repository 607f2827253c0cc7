import type { OnProgress } from './cli/progress.js';

/** One thing that does not agree with what was proven earlier. */
export interface VerificationFault {
  /** Where: a stream, position, checkpoint or view. */
  readonly place: string;
  /** Dutch, without personal data. */
  readonly detail: string;
}

/** What `verifyData(dataFolder, onProgress)` finds. */
export interface Verification {
  readonly events: number;
  readonly streams: number;
  readonly checkpoints: number;
  /** Empty when everything agrees. */
  readonly faults: readonly VerificationFault[];
  /** No faults of the ledger: an update mends them. */
  readonly deadLetters: readonly DeadLetterFound[];
}

/** A youth whose rows in a view cannot be computed, and keeps the old ones; never with data of the youth. */
export interface DeadLetterFound {
  readonly view: string;
  readonly trajectoryId: string;
  /** Kind of fault. */
  readonly reason: string;
  /** Of the event with which it began to fail. */
  readonly position: number;
  readonly type?: string;
}

/** What is another row in the new build than in the one that readers see. */
export interface Difference {
  readonly trajectoryId: string;
  readonly key: string | null;
  readonly kind: 'missing' | 'unexpected' | 'different' | 'not-computable';
  /** Dutch. */
  readonly detail: string;
}

/** One view as `rebuildData` made it anew. */
export interface RebuiltView {
  readonly name: string;
  readonly events: number;
  /** Until it had caught up, together with the other views of this rebuild. */
  readonly milliseconds: number;
  /** Of the comparison with the live build, together with the other views. */
  readonly comparedInMs: number;
  readonly outcome: 'switched' | 'refused' | 'kept-aside';
  /** False where there was nothing that means the same: then only numbers are known. */
  readonly compared: boolean;
  readonly youths: number;
  readonly rows: number;
  readonly liveRows: number;
  readonly differences: number;
  /** The first of them, without contents. */
  readonly first: readonly Difference[];
}

export interface RebuildRequest {
  /** Left out: all views. */
  readonly view?: string;
  /** Whether the new build takes its place also where its rows are others. */
  readonly acceptDifferences?: boolean;
  /** Whether a refused build is kept beside the live one, to be put in its place later. */
  readonly keep?: boolean;
}

export type VerifyData = (dataFolder: string, onProgress: OnProgress) => Promise<Verification>;
export type RebuildData = (dataFolder: string, onProgress: OnProgress, request?: RebuildRequest) => Promise<readonly RebuiltView[]>;
export type RollBackData = (dataFolder: string, view: string) => Promise<void>;
