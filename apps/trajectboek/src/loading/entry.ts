import type { Instant } from '@trajectboek/events';

/** A youth as the ledger opens or finds the trajectory of. */
export interface Youth {
  /** How the file names him; events have it as subject. */
  readonly key: string;
  readonly identity: Readonly<Record<string, unknown>>;
  readonly municipality: unknown;
}

/** A CloudEvent whose subject is still the key of a youth, or is a trajectory id already. */
export interface DraftEvent {
  readonly specversion: string;
  readonly type: unknown;
  readonly source: unknown;
  readonly id: unknown;
  readonly subject: unknown;
  readonly time?: unknown;
  readonly data?: unknown;
}

/** What a story says about an event besides what is sent. */
export interface StoryPlace {
  readonly scenario: string;
  readonly youth: string;
  readonly event: string;
  /** The code with which the ledger must refuse it; null when it must not. */
  readonly announced: string | null;
}

export type Entry =
  | { readonly kind: 'youth'; readonly youth: Youth }
  | { readonly kind: 'event'; readonly event: DraftEvent; readonly recordedAt: Instant; readonly line: string; readonly story: StoryPlace | null }
  | { readonly kind: 'unreadable'; readonly line: string; readonly detail: string };

export type EventEntry = Extract<Entry, { readonly kind: 'event' }>;
export type UnreadableEntry = Extract<Entry, { readonly kind: 'unreadable' }>;

/** The entries of one file, in the order in which the ledger is to learn of them. */
export interface EntrySource {
  readonly file: string;
  /** Number of events. */
  readonly count: number;
  entries(): AsyncIterable<Entry>;
}
