import { minus, plus, type CivilDate, type Period } from '@trajectboek/events';
import { isDayOfYear, isPeriod } from '../rule-book/dates.js';
import type { SettingValue } from '../rule-book/settings.js';
import type { Tree } from '../rule-book/tree.js';
import { SUBJECT_FACTS } from '../subject/subject-facts.js';
import { firstDayOnOrAfter } from './calendar.js';
import { compilePath, type Source } from './paths.js';
import type { Context } from './predicate.js';
import type { Scope } from './scope.js';

/** A value that a rule compares with or counts from. */
export interface Value extends Source {
  /** Set for a value that moves with the evaluation date: `{path: asOf, minus: P14D}`. */
  readonly moving?: Shift | undefined;
}

/** Moves a date by a period, forward or back. */
export interface Shift {
  readonly by: (context: Context) => Period | undefined;
  readonly back: boolean;
}

const FORMS = ['setting', 'path', 'latest', 'nextDay', 'from', 'plus', 'minus', 'orElse'];

/** The setting on the evaluation date; the date on which it gets another value is noted. */
export function compileSetting(tree: Tree, { settings }: Scope): Source {
  const code = tree.text();
  if (!settings.has(code)) tree.fault(`unknown setting ${JSON.stringify(tree.value)}`);
  const read = ({ youth: { history } }: Context): SettingValue => {
    const { asOf } = history;
    const municipality = SUBJECT_FACTS.municipality(history);
    const change = settings.nextChange(code, asOf.date, municipality);
    if (change !== undefined) asOf.reached(change);
    return settings.valueOf(code, asOf.date, municipality);
  };
  return { path: `setting ${code}`, read };
}

/** A literal or a setting; other forms are a fault. */
export function compileAmount(tree: Tree, scope: Scope): Source {
  if (tree.isMapping()) {
    tree.allowOnly(['setting']);
    return compileSetting(tree.at('setting'), scope);
  }
  if (typeof tree.value !== 'string' && typeof tree.value !== 'number') tree.fault('is not a literal or a setting');
  return { path: '', read: () => tree.value };
}

/** A period such as `P28D`, or the setting that holds one. */
export function compilePeriod(tree: Tree, scope: Scope): (context: Context) => Period | undefined {
  const amount = compileAmount(tree, scope);
  if (!tree.isMapping() && !isPeriod(tree.value)) tree.fault('is not a period of days, months or years');
  return (context) => {
    const value = amount.read(context);
    return isPeriod(value) ? value : undefined;
  };
}

/** A day of the year such as `10-01`, or the setting that holds one. */
export function compileDayOfYear(tree: Tree, scope: Scope): Source {
  if (!tree.isMapping() && !isDayOfYear(tree.value)) tree.fault('is not a day of the year');
  return compileAmount(tree, scope);
}

/** The right-hand side of a comparison, or a date in `due`. A text is a literal here. */
export function compileValue(tree: Tree, scope: Scope): Value {
  if (!tree.isMapping()) return { path: '', read: () => tree.value };
  tree.allowOnly(FORMS);
  const shift = compileShift(tree, scope);
  if (tree.at('path').value === 'asOf') return { path: 'asOf', moving: shift, read: ({ youth }) => youth.history.asOf.date };
  const base = compileBase(tree, scope);
  const shifted: Source = { path: base.path, read: (context) => move(base.read(context), shift, context) };
  return tree.has('orElse') ? either(shifted, compileValue(tree.at('orElse'), scope)) : shifted;
}

function either(first: Source, second: Source): Source {
  return { path: first.path, read: (context) => first.read(context) ?? second.read(context) };
}

function compileBase(tree: Tree, scope: Scope): Source {
  if (tree.has('setting')) return compileSetting(tree.at('setting'), scope);
  if (tree.has('path')) return compilePath(tree.at('path'), scope);
  if (tree.has('latest')) return latestOf(tree.at('latest').items().map((item) => compilePath(item, scope)));
  if (tree.has('nextDay')) return compileNextDay(tree, scope);
  tree.fault('is not a value');
  return { path: '', read: () => undefined };
}

/** The latest of those that are filled. */
function latestOf(sources: readonly Source[]): Source {
  return {
    path: sources.map(({ path }) => path).join(', '),
    read: (context) => sources.map((source) => source.read(context)).filter((value) => typeof value === 'string').sort().at(-1),
  };
}

function compileNextDay(tree: Tree, scope: Scope): Source {
  const day = compileDayOfYear(tree.at('nextDay'), scope);
  const from = compilePath(tree.at('from'), scope);
  return {
    path: from.path,
    read: (context) => {
      const [start, dayOfYear] = [from.read(context), day.read(context)];
      return typeof start === 'string' && isDayOfYear(dayOfYear) ? firstDayOnOrAfter(dayOfYear, start) : undefined;
    },
  };
}

function compileShift(tree: Tree, scope: Scope): Shift {
  if (tree.has('plus')) return { by: compilePeriod(tree.at('plus'), scope), back: false };
  if (tree.has('minus')) return { by: compilePeriod(tree.at('minus'), scope), back: true };
  return { by: () => 'P0D', back: false };
}

function move(value: unknown, { by, back }: Shift, context: Context): CivilDate | unknown {
  const period = by(context);
  if (period === 'P0D') return value;
  if (typeof value !== 'string' || period === undefined) return undefined;
  return back ? minus(value, period) : plus(value, period);
}
