/** The views of which changes are told. `timeline`: what the reader may know to have happened. */
export const STREAMED_VIEWS = ['timeline', 'situations', 'handovers', 'worklists'] as const;

export type StreamedView = (typeof STREAMED_VIEWS)[number];

/** The part of the changes that a listener wants. */
export interface Subscription {
  readonly views: ReadonlySet<StreamedView>;
  /** Undefined: all of them. */
  readonly lists: ReadonlySet<string> | undefined;
  /** Only youths who live there; who moves away is gone from the lists of that place. */
  readonly places: Readonly<Partial<Places>>;
}

/** Codes of where a youth lives on the date of the stream. */
export interface Places {
  readonly municipality: string | null;
  readonly rmcRegion: string | null;
  readonly labourMarketRegion: string | null;
}

/** Listeners with the same key want the same. */
export function keyOf({ views, lists, places }: Subscription): string {
  return JSON.stringify([[...views].sort(), lists && [...lists].sort(), places.municipality, places.rmcRegion, places.labourMarketRegion]);
}

export function isWithin(places: Places, asked: Subscription['places']): boolean {
  return (Object.keys(asked) as (keyof Places)[]).every((name) => places[name] === asked[name]);
}
