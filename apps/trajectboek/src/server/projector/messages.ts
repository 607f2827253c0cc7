import type { ViewChange, ViewProgress } from '@trajectboek/features';
import type { RuleBookDocument } from '@trajectboek/catalogue';

/** What the projector thread begins with. */
export interface ProjectorTask {
  readonly dataFolder: string;
  readonly rules: RuleBookDocument;
}

/** From the process to its projector thread. */
export type ToProjector = { readonly kind: 'appended' } | { readonly kind: 'progress'; readonly question: number } | { readonly kind: 'stop' };

/** From the projector thread to the process. */
export type FromProjector =
  /** Every view is there and has come as far as the ledger was at the start. */
  | { readonly kind: 'ready'; readonly reached: number }
  | { readonly kind: 'changed'; readonly change: ViewChange; readonly reached: number }
  | { readonly kind: 'progress'; readonly question: number; readonly views: readonly ViewProgress[] }
  | { readonly kind: 'stopped' };
