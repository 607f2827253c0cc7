import type { RecordedEvent } from '@trajectboek/events';

/** Something that runs from an event on: an enrolment, a placement, a track; without `end` it is open. */
export interface Spell<Start extends RecordedEvent, End extends RecordedEvent> {
  readonly start: Start;
  readonly end: End | undefined;
}

export interface Bounds<Start extends RecordedEvent, End extends RecordedEvent> {
  /** In the order of the world. */
  readonly starts: readonly Start[];
  /** In the order of the world. */
  readonly ends: readonly End[];
  readonly isOfKey: (start: Start, end: End) => boolean;
}

/**
 * Pairs starts with ends. An end closes every open start of its key dated before it, and a start of the same day only
 * when there is none dated before it (views.md, section 1, readings).
 */
export function spellsOf<Start extends RecordedEvent, End extends RecordedEvent>({ starts, ends, isOfKey }: Bounds<Start, End>): readonly Spell<Start, End>[] {
  const endOf = new Map<Start, End>();
  for (const end of ends) {
    const open = starts.filter((start) => start.occurredOn <= end.occurredOn && !endOf.has(start) && isOfKey(start, end));
    const earlier = open.filter((start) => start.occurredOn < end.occurredOn);
    for (const start of earlier.length > 0 ? earlier : open) endOf.set(start, end);
  }
  return starts.map((start) => ({ start, end: endOf.get(start) }));
}

export function isOpen(spell: { readonly end: RecordedEvent | undefined }): boolean {
  return spell.end === undefined;
}
