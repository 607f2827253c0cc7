export { decide } from './decide.js';
export type { Decision, Proposed, ProposedEvent } from './decision.js';
export { REFUSALS, type Refusal, type RefusalText } from './refusals.js';
export { evolve, initialState, type Standing, type TrajectoryState } from './trajectory-state.js';
