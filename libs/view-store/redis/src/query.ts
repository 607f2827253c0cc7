import { UnknownTagError, type CountQuery, type LiveView, type Place } from '@trajectboek/view-store';
import { placeText, tagText } from './encoding.js';
import { dayNumber, dayText, monthNumber, newestFirst } from './periods.js';

const WITHOUT_END = 0;

/** A build that readers can ask, as the scripts want to know it. */
export interface Build {
  readonly view: string;
  readonly key: string;
  readonly live: LiveView;
}

/** What the scripts `FIND` and `COUNT` are asked; tags by their number in the declaration, from 1. */
export interface Question {
  readonly asOf: number;
  /** Year, month and the days of the month up to the date, as indexes and tallies are named by them. */
  readonly year: number;
  readonly month: number;
  readonly days: readonly string[];
  readonly newest: string;
  readonly filter: readonly { readonly tag: number; readonly values: readonly string[] }[];
  readonly after?: string;
  readonly limit?: number;
  readonly by?: readonly number[];
}

/** @throws UnknownTagError */
export function questionOf(build: Build, { asOf, tags = {} }: Pick<CountQuery, 'asOf' | 'tags'>): Question {
  const day = dayNumber(asOf);
  checkTags(build, Object.keys(tags));
  const filter = build.live.tags.flatMap((tag, index) => {
    const wanted = tags[tag];
    return wanted === undefined ? [] : [{ tag: index + 1, values: [...new Set([wanted].flat().map(tagText))] }];
  });
  const dayOfMonth = Number(asOf.slice(8, 10)) || 1;
  const days = Array.from({ length: dayOfMonth }, (_, nth) => dayText(day - nth));
  return { asOf: day, year: Number(asOf.slice(0, 4)), month: monthNumber(asOf), days, newest: newestFirst(day), filter };
}

/** @throws UnknownTagError */
export function tagNumbers(build: Build, tags: readonly string[]): readonly number[] {
  checkTags(build, tags);
  return tags.map((tag) => build.live.tags.indexOf(tag) + 1);
}

function checkTags({ view, live }: Build, tags: readonly string[]): void {
  const unknown = tags.find((tag) => !live.tags.includes(tag));
  if (unknown !== undefined) throw new UnknownTagError(view, unknown);
}

/** A place that lies before the list of this date is no place to go on from: the list starts at its beginning. */
export function afterPlace(place: Place, question: Question): { readonly after?: string } {
  return dayNumber(place.since) > question.asOf ? {} : { after: placeText(place) };
}

export interface Asking {
  /** Calls a script with a question and where to go on. */
  readonly ask: (question: string, state: string) => Promise<readonly unknown[]>;
  /** Entries of an index that one call looks at before it lets others go first. */
  readonly mostAtOnce: number;
}

const TRIES = 3;

/**
 * An answer over many rows is gathered in parts, so that nobody waits long for the server. When a commit comes in between,
 * the parts would not belong to one moment: then it starts again, and the last time it is one part.
 */
export async function inParts(question: Question, { ask, mostAtOnce }: Asking): Promise<readonly unknown[]> {
  for (let attempt = 1; attempt <= TRIES; attempt += 1) {
    const text = JSON.stringify({ ...question, budget: attempt === TRIES ? WITHOUT_END : mostAtOnce });
    let reply = await ask(text, '');
    while (reply[0] === 'on') reply = await ask(text, String(reply[1]));
    if (reply[0] !== 'changed') return reply;
  }
  throw new Error('a script did not give its answer in one part');
}

/** Youths whose rows one call reads. */
const YOUTHS_AT_ONCE = 500;

/**
 * Reads the rows of youths part by part, and all at once when commits keep coming in between.
 * @param ask gives `rows`, the count of commits, and what it found; anything else when the build is gone
 */
export async function inSteadyParts(youths: readonly string[], ask: (some: readonly string[]) => Promise<readonly unknown[]>): Promise<readonly unknown[] | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const size = attempt === TRIES ? Math.max(youths.length, 1) : YOUTHS_AT_ONCE;
    const found: unknown[] = [];
    const moments = new Set<unknown>();
    for (let first = 0; first === 0 || first < youths.length; first += size) {
      const [kind, moment, ...rows] = await ask(youths.slice(first, first + size));
      if (kind !== 'rows') return undefined;
      moments.add(moment);
      for (const row of rows) found.push(row);
    }
    if (moments.size === 1) return found;
  }
}
