export { BuildAbandonedError, type BuildProgress } from './build.js';
export type { EventBatch, EventSource, YouthHistory } from './event-source.js';
export type { ViewChanged } from './lane.js';
export type { RunnerProgress, ViewProgress } from './progress.js';
export { ProjectionRunner, type RunnerParts } from './projection-runner.js';
export type { RunnerOptions } from './runner-options.js';
export { RowVerification, type RowDifference, type Verification } from './verification.js';
export type { YouthProjection } from './youth-projection.js';
