import { getEventType, type EventName } from '@trajectboek/events';
import { UserError } from '../cli/user-error.js';
import { SIGHT } from './calibration/sight.js';
import { SCHOOL } from './calibration/school.js';
import { dateOf } from './day.js';
import { beginningOf } from './entry.js';
import { Life, type Fact, type Window } from './life.js';
import { nameOf } from './names.js';
import { Random } from './random.js';
import { leavingNorms, nationalLeaving, readPlaces, type Place } from './reference-data.js';
import { tellLife } from './tell-life.js';

export interface RegionOptions extends Window {
  readonly youths: number;
  /** From 0 up to 2^32 - 1. */
  readonly seed: number;
  /** Number of an RMC region; without it the whole country. */
  readonly rmcRegion?: string | undefined;
}

const LINES_PER_PIECE = 2_000;
/** An invented region: lives one after the other, each of them the same however many there are. */
export class Region {
  readonly #places: readonly Place[];
  readonly #ends: readonly number[];
  readonly #leaving = leavingOf();
  readonly #prefix: string;

  /** @throws UserError when there is no such RMC region */
  constructor(private readonly options: RegionOptions) {
    const { rmcRegion, seed } = options;
    this.#places = readPlaces().filter((place) => rmcRegion === undefined || place.rmcRegion === rmcRegion);
    if (this.#places.length === 0) throw new UserError('Die RMC-regio bestaat niet; kies een nummer van 1 tot en met 40.');
    let end = 0;
    this.#ends = this.#places.map(({ inhabitants }) => (end += inhabitants));
    this.#prefix = `r${seed.toString(16)}`;
  }

  /** NDJSON that `load` takes, in pieces: per youth a line that opens the trajectory and a line per event. */
  *pieces(): Generator<string> {
    let lines: string[] = [];
    for (let number = 0; number < this.options.youths; number += 1) {
      lines.push(...this.linesOf(number));
      if (lines.length < LINES_PER_PIECE) continue;
      yield `${lines.join('\n')}\n`;
      lines = [];
    }
    if (lines.length > 0) yield `${lines.join('\n')}\n`;
  }

  lifeOf(number: number): Life {
    const random = new Random(this.options.seed, number);
    const place = this.#placeAt(random.next());
    const elsewhere = this.#placeAt(random.next());
    const entry = random.choose(SIGHT.entry);
    const { opensOn, birthDay } = beginningOf(entry, random, this.options);
    const subject = `${this.#prefix}-${number}`;
    const life = new Life({ subject, birthDay, place, elsewhere }, random, { from: opensOn, to: this.options.to });
    tellLife(life, entry, this.#leaving);
    return life;
  }

  linesOf(number: number): string[] {
    const { birth, facts } = this.lifeOf(number);
    const { subject, birthDay, place } = birth;
    const youth = JSON.stringify({ subject, identity: { name: nameOf(number), birthDate: dateOf(birthDay) }, municipality: place.municipality });
    return [youth, ...facts.map((fact) => lineOf(fact, subject))];
  }

  #placeAt(share: number): Place {
    const wanted = share * (this.#ends.at(-1) ?? 0);
    let [low, high] = [0, this.#ends.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#ends[middle] ?? 0) > wanted) high = middle;
      else low = middle + 1;
    }
    return this.#places[low] ?? noPlace();
  }
}

function lineOf({ type, by, id, day, data }: Fact, subject: string): string {
  const occurredAt = dateOf(day);
  return JSON.stringify({ specversion: '1.0', type: wireTypeOf(type), source: by, id, subject, time: `${occurredAt}T12:00:00Z`, data: { occurredAt, ...data } });
}

const wireTypes = new Map<EventName, string>();

function wireTypeOf(type: EventName): string {
  const known = wireTypes.get(type);
  if (known !== undefined) return known;
  const { wireType } = getEventType(type);
  wireTypes.set(type, wireType);
  return wireType;
}

/** The norms say how the levels differ, the national percentage how many leave, the region the rest. */
function leavingOf(): { chanceOf(life: Life, level: number): number } {
  const norms = leavingNorms();
  const normOf = (level: number): number => norms.get(level) ?? 0;
  const total = SCHOOL.level.options.reduce((sum, [, weight]) => sum + weight, 0);
  const mean = SCHOOL.level.options.reduce((sum, [type, weight]) => sum + weight * normOf(Number(type.slice(-1))), 0) / total;
  const scale = nationalLeaving() / mean / 100;
  return { chanceOf: (life, level) => Math.min(1, normOf(level) * scale * life.birth.place.leaving) };
}

function noPlace(): never {
  throw new RangeError('no place to live');
}
