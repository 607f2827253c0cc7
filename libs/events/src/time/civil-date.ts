import { Temporal } from 'temporal-polyfill';

/** A calendar date `YYYY-MM-DD` in Europe/Amsterdam; compares correctly as text. */
export type CivilDate = string;
/** An instant in UTC with milliseconds, `YYYY-MM-DDTHH:mm:ss.sssZ`; compares correctly as text. */
export type Instant = string;
/** ISO 8601 duration of days, weeks, months and years only, such as `P28D` or `P6M`. */
export type Period = string;

const ZONE = 'Europe/Amsterdam';
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const DATE_LENGTH = 10;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/;
const MOST_CACHED = 50_000;
const MOST_PER_PERIOD = 20_000;
const MOST_PERIODS = 500;

function cached<T>(compute: (key: string) => T, most = MOST_CACHED): (key: string) => T {
  const results = new Map<string, T>();
  return (key) => {
    const known = results.get(key);
    if (known !== undefined) return known;
    if (results.size >= most) results.clear();
    const result = compute(key);
    results.set(key, result);
    return result;
  };
}

const plainDate = cached((date) => Temporal.PlainDate.from(date, { overflow: 'reject' }));

const isExistingDate = cached((text) => {
  if (!DATE.test(text) || text < '1900-01-01' || text > '2199-12-31') return false;
  try {
    return plainDate(text) !== undefined;
  } catch {
    return false;
  }
});

/** True for an existing calendar date between 1900 and 2199; 2021-02-30 is not one. */
export function isCivilDate(value: unknown): value is CivilDate {
  return typeof value === 'string' && value.length === DATE_LENGTH && isExistingDate(value);
}

/** True for an existing date, or an existing instant with a zone. */
export function isMoment(value: unknown): value is CivilDate | Instant {
  if (isCivilDate(value)) return true;
  return typeof value === 'string' && INSTANT.test(value) && isCivilDate(value.slice(0, 10)) && isInstant(value);
}

/** `Date.parse` alone takes 24:00 and offsets of days, which no calendar does. */
function isInstant(value: string): boolean {
  try {
    return isCivilDate(dateOfInstant(value)) && !Number.isNaN(Date.parse(value));
  } catch {
    return false;
  }
}

const dateOfInstant = cached((instant) =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(ZONE).toPlainDate().toString());
const startOfDay = cached((date) => toInstant(plainDate(date).toZonedDateTime(ZONE).epochMilliseconds));
const lastMoment = cached((date) => toInstant(plainDate(date).add({ days: 1 }).toZonedDateTime(ZONE).epochMilliseconds - 1));

function toInstant(epochMilliseconds: number): Instant {
  return new Date(epochMilliseconds).toISOString();
}

/** The calendar date in Amsterdam of a date or an instant. */
export function civilDateOf(moment: CivilDate | Instant): CivilDate {
  return moment.length === 10 ? moment : dateOfInstant(moment);
}

/** The instant of a moment; a date means the first moment of that day in Amsterdam. */
export function instantOf(moment: CivilDate | Instant): Instant {
  return moment.length === 10 ? startOfDay(moment) : toInstant(Date.parse(moment));
}

/** The instant up to which something is known; a date means the end of that day in Amsterdam. */
export function knownUntil(moment: CivilDate | Instant): Instant {
  return moment.length === 10 ? lastMoment(moment) : toInstant(Date.parse(moment));
}

/** Per period, so that no key has to be put together: rules ask this for every day of every life. */
const forward = cached((period) => cached((date) => plainDate(date).add(period).toString(), MOST_PER_PERIOD), MOST_PERIODS);
const back = cached((period) => cached((date) => plainDate(date).subtract(period).toString(), MOST_PER_PERIOD), MOST_PERIODS);

/** Months and years keep the day of the month, or take the last day when it does not exist. */
export function plus(date: CivilDate, period: Period): CivilDate {
  return forward(period)(date);
}

export function minus(date: CivilDate, period: Period): CivilDate {
  return back(period)(date);
}

export function dayAfter(date: CivilDate): CivilDate {
  return plus(date, 'P1D');
}

export function laterOf(a: CivilDate, b: CivilDate): CivilDate {
  return a > b ? a : b;
}

export function earlierOf(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}

/** Whole days from the first date to the second; negative when the second lies before the first. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

const YEARS = Array.from({ length: 150 }, (_, age): Period => `P${age}Y`);

/** The day on which somebody reaches an age; a birthday of 29 February falls on 28 February in other years. */
export function birthdayAt(birthDate: CivilDate, age: number): CivilDate {
  return plus(birthDate, YEARS[age] ?? `P${age}Y`);
}

/** Whole years on the date; in agreement with `birthdayAt`. */
export function ageOn(birthDate: CivilDate, date: CivilDate): number {
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return birthdayAt(birthDate, Math.max(years, 0)) <= date ? years : years - 1;
}
