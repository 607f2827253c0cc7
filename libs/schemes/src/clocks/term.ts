import { birthdayAt, minus, plus, type CivilDate } from '@trajectboek/events';
import { times } from '../predicates/calendar.js';
import type { Context } from '../predicates/predicate.js';
import { SUBJECT_FACTS } from '../subject/subject-facts.js';
import type { Clock } from './clock.js';

/** The dates of a run as they stand on the day of the start. */
export interface Term {
  readonly dueOn: CivilDate;
  readonly notBefore: CivilDate | null;
}

/** Undefined when a date or a period that it is counted from is missing: then there is no clock. */
export function termOf({ due }: Clock, context: Context): Term | undefined {
  const startedOn = context.youth.history.asOf.date;
  switch (due.kind) {
    case 'after': {
      const [after, notBefore] = [due.after(context), due.notBefore?.(context)];
      return after === undefined ? undefined : { dueOn: plus(startedOn, after), notBefore: notBefore === undefined ? null : plus(startedOn, notBefore) };
    }
    case 'at': {
      const at = due.at.read(context);
      // A date before the start means due at once.
      return typeof at === 'string' ? { dueOn: at < startedOn ? startedOn : at, notBefore: null } : undefined;
    }
    case 'before': {
      const before = due.before.read(context);
      return typeof before === 'string' ? { dueOn: before, notBefore: null } : undefined;
    }
    case 'birthday': {
      const [birthDate, more] = [SUBJECT_FACTS.birthDate(context.youth.history), due.plus(context)];
      return birthDate === undefined || more === undefined ? undefined : { dueOn: plus(birthdayAt(birthDate, due.age), more), notBefore: null };
    }
    case 'every': {
      const every = due.every(context);
      return every === undefined ? undefined : { dueOn: plus(startedOn, every), notBefore: null };
    }
  }
}

/** The due date of a period of a recurring clock (1 = the first); undefined after the last. */
export function dueOfPeriod({ due }: Clock, period: number, context: Context): CivilDate | undefined {
  if (due.kind !== 'every') return undefined;
  const startedOn = context.youth.history.asOf.date;
  const [every, until] = [due.every(context), due.until?.(context)];
  if (every === undefined) return undefined;
  const dueOn = plus(startedOn, times(every, period));
  return until === undefined || dueOn <= plus(startedOn, until) ? dueOn : undefined;
}

/** The earliest day whose events count: from the start on, or as far back as the clock looks. */
export function looksBackTo({ lookBack }: Clock, context: Context): CivilDate {
  const startedOn = context.youth.history.asOf.date;
  const period = lookBack?.(context);
  return period === undefined ? startedOn : minus(startedOn, period);
}

/** The earliest day on which an act satisfies; undefined when the clock sets none. */
export function countsFromDay({ countsFrom }: Clock, dueOn: CivilDate, context: Context): CivilDate | undefined {
  const by = countsFrom?.by(context);
  if (!countsFrom || by === undefined) return undefined;
  return countsFrom.kind === 'afterStart' ? plus(context.youth.history.asOf.date, by) : minus(dueOn, by);
}
