/** Where a listener is: which parts of the change at a position it has heard, and by which reading of the lists. */
export interface StreamPlace {
  readonly position: number;
  /** Number of the last part of that position that was heard. */
  readonly part: number;
  /** The date and the rules by which lists were made: with others all lists are others. Undefined when the listener does not say. */
  readonly edition: string | undefined;
}

/** The messages about one position, in the order in which they are told. */
export const PARTS = ['trajectory', 'situation', 'worklist'] as const;
export type Part = (typeof PARTS)[number];
export const LAST_PART = PARTS.length - 1;

/** As in `id` and `Last-Event-ID`: position, part, and the edition after an @. A position alone means all of it. */
const PLACE = /^(\d{1,15})(?:\.([0-2])@(\d{4}-\d{2}-\d{2}\/\d{1,15}))?$/;

export function idOf({ position, part, edition }: StreamPlace): string {
  return edition === undefined ? String(position) : `${position}.${part}@${edition}`;
}

/** Undefined for what this stream never gave as an id. */
export function placeOf(id: unknown): StreamPlace | undefined {
  const match = typeof id === 'string' ? PLACE.exec(id) : null;
  if (!match) return undefined;
  return { position: Number(match[1]), part: match[2] === undefined ? LAST_PART : Number(match[2]), edition: match[3] };
}
