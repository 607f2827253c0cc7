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
}

/** One view as `rebuildData(dataFolder, onProgress)` made it anew. */
export interface RebuiltView {
  readonly name: string;
  readonly events: number;
  readonly milliseconds: number;
}

export type VerifyData = (dataFolder: string, onProgress: OnProgress) => Promise<Verification>;
export type RebuildData = (dataFolder: string, onProgress: OnProgress) => Promise<readonly RebuiltView[]>;
