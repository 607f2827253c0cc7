import { findRole } from '@trajectboek/access';
import type { Caller } from '@trajectboek/api';
import { Chronicle, type OrganisationUrn, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import { hasLegalBasis, levelFor, speaksAt, type Youth } from '@trajectboek/situation';

/** One youth as a reader may see him at a moment. */
export interface VisibleYouth {
  readonly trajectoryId: TrajectoryId;
  /** What the reader may know to have happened. */
  readonly chronicle: Chronicle;
  /** The youth as it follows from that; what only happened, to the health of the youth or before a judge, does not speak in it. */
  readonly youth: Youth;
  /** The organisation whose eyes these are; undefined for who sees all. */
  readonly eyes: OrganisationUrn | undefined;
  /** The same youth with everything in it: what decides how far an event may be seen. */
  readonly whole: Youth;
}

/** The eyes with which a reader looks: those of an organisation, or `all`. Who has the same eyes sees the same. */
export type Eyes = OrganisationUrn | 'all';

export function eyesOf({ role, organisation }: Pick<Caller, 'role' | 'organisation'>): Eyes {
  return findRole(role)?.reach === 'all' ? 'all' : organisation as OrganisationUrn;
}

interface Seen {
  readonly trajectoryId: TrajectoryId;
  readonly whole: Youth;
  /** A part of the same youth, on the same date. */
  fold(chronicle: Chronicle): Youth;
  /** Given where the same youth is looked at on several dates. */
  readonly parts?: Parts;
}

/** What these eyes see of a youth; undefined when they may not see it at all. */
export function seenBy(eyes: Eyes, { trajectoryId, whole, fold, parts = new Parts() }: Seen): VisibleYouth | undefined {
  const { chronicle } = whole.history;
  if (eyes === 'all') return { trajectoryId, chronicle, youth: whole, eyes: undefined, whole };
  if (chronicle.known.length === 0 || !hasLegalBasis(whole, eyes)) return undefined;
  const levels = new Map(chronicle.known.map((event) => [event, levelFor(event, eyes, whole)] as const));
  const known = parts.within(chronicle, (event) => levels.get(event) !== null);
  const readable = parts.within(known, (event) => speaksAt(levels.get(event) ?? null, event));
  return { trajectoryId, chronicle: known, youth: readable === chronicle ? whole : fold(readable), eyes, whole };
}

/** Parts of the chronicle of one youth. One that was made before is given again: what was folded of it is remembered with it. */
export class Parts {
  readonly #made: Chronicle[] = [];

  /** The same chronicle when nothing falls out of it. */
  within(chronicle: Chronicle, isIn: (event: RecordedEvent) => boolean): Chronicle {
    const some = chronicle.known.filter(isIn);
    if (some.length === chronicle.known.length) return chronicle;
    const made = this.#made.find(({ known }) => known.length === some.length && known.every((event, index) => event === some[index])) ?? new Chronicle(some);
    if (!this.#made.includes(made)) this.#made.push(made);
    return made;
  }
}
