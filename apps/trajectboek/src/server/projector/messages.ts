import type { ViewChange, ViewProgress } from '@trajectboek/features';
import type { RuleBookDocument } from '@trajectboek/catalogue';
import type { FilledPart, IdRange } from '@trajectboek/projection-runner';
import type { Generation } from '@trajectboek/view-store';

/** What the projector thread begins with. */
export interface ProjectorTask {
  readonly dataFolder: string;
  readonly rules: RuleBookDocument;
}

/** From the process to its projector thread. */
export type ToProjector = { readonly kind: 'appended' } | { readonly kind: 'settings-changed' } | { readonly kind: 'progress'; readonly question: number } | { readonly kind: 'stop' };

/** From the projector thread to the process. */
export type FromProjector =
  /** Every view is there and has come as far as the ledger was at the start. */
  | { readonly kind: 'ready'; readonly reached: number }
  | { readonly kind: 'changed'; readonly change: ViewChange; readonly reached: number }
  | { readonly kind: 'progress'; readonly question: number; readonly views: readonly ViewProgress[] }
  | { readonly kind: 'stopped' };

/** What a thread that fills new generations begins with. */
export interface FillWork extends ProjectorTask {
  readonly generations: readonly Generation[];
  readonly upTo: number;
}

export type FillOrder = { readonly kind: 'range'; readonly range: IdRange } | { readonly kind: 'end' };

export type FillTold = { readonly kind: 'idle' } | { readonly kind: 'part'; readonly part: FilledPart } | { readonly kind: 'failed'; readonly name: string; readonly message: string };
