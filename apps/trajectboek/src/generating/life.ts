import type { EventDataOf, EventName } from '@trajectboek/events';
import type { Share, Span } from './calibration/parameter.js';
import { surroundingsOf, type Surroundings } from './organisations.js';
import { dateOf, type Day } from './day.js';
import type { Random, Weighted } from './random.js';
import type { Place } from './reference-data.js';

export type DataWithoutDate<Name extends EventName> = Omit<EventDataOf<Name>, 'occurredAt'>;

/** Something that happened to a youth, as one organisation states it. */
export interface Fact<Name extends EventName = EventName> {
  readonly type: Name;
  readonly by: string;
  /** That the organisation gives it; no other fact of the region has it. */
  readonly id: string;
  readonly day: Day;
  readonly data: object;
}

export interface Told<Name extends EventName> {
  readonly by: string;
  /** When it happened; without it where the life has come. */
  readonly day?: Day;
  readonly data: DataWithoutDate<Name>;
}

export interface Birth {
  /** How the file names the youth. */
  readonly subject: string;
  readonly birthDay: Day;
  readonly place: Place;
  /** Where the youth goes when he moves. */
  readonly elsewhere: Place;
}

/** The days between which a life is told. */
export interface Window {
  readonly from: Day;
  readonly to: Day;
}

/** Youths are followed up to 27 (S002 L1139-1141; WEB 9.2.1 in the text of 2026). */
const AGE_LIMIT = 27;
const DAYS_PER_YEAR = 365.25;

/** One life while it is being put together: where it has come, and what happened so far. */
export class Life {
  readonly facts: Fact[] = [];
  readonly around: Surroundings;
  /** The day up to which the life is told. */
  day: Day;
  /** Highest mbo level of which there is a diploma. */
  level = 0;
  fromSpecialSchool = false;
  /** Pro, vso and entree prepare for work: who goes on does so soon. */
  isPrepared = false;
  readonly window: Window;
  /** The life ends here because of the youth's age, and not because the telling does. */
  readonly isAtAgeLimit: boolean;
  #ids = 0;

  constructor(readonly birth: Birth, readonly random: Random, { from, to }: Window) {
    this.around = surroundingsOf(birth.place);
    const atLimit = birth.birthDay + Math.ceil(AGE_LIMIT * DAYS_PER_YEAR) + 1;
    this.isAtAgeLimit = atLimit < to;
    this.window = { from, to: Math.min(to, atLimit) };
    this.day = from;
  }

  get isTold(): boolean {
    return this.day > this.window.to;
  }

  get hasBasicQualification(): boolean {
    return this.level >= 2;
  }

  age(day: Day = this.day): number {
    return (day - this.birth.birthDay) / DAYS_PER_YEAR;
  }

  tell<Name extends EventName>(type: Name, { by, day = this.day, data }: Told<Name>): void {
    if (day <= this.window.to) this.facts.push({ type, by, id: `${this.birth.subject}-${this.facts.length}`, day, data });
  }

  happens({ chance }: Share): boolean {
    return this.random.happens(chance);
  }

  choose<Option>(table: Weighted<Option>): Option {
    return this.random.choose(table);
  }

  days({ least, most }: Span): number {
    return this.random.between(least, most);
  }

  wait(span: Span): void {
    this.day += this.days(span);
  }

  date(day: Day = this.day): string {
    return dateOf(day);
  }

  /** An id that nothing else in this life has. */
  newId(prefix: string): string {
    this.#ids += 1;
    return `${prefix}${this.#ids}`;
  }

  person(organisation: string): string {
    return `person:m${organisation.slice(-7)}-${this.random.between(1, 40)}`;
  }
}
