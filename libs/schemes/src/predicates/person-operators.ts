import { ageOn, dayAfter, type CivilDate } from '@trajectboek/events';
import { isDayOfYear, isInForce } from '../rule-book/dates.js';
import type { Tree } from '../rule-book/tree.js';
import { SUBJECT_FACTS } from '../subject/subject-facts.js';
import { FACETS, type Facet } from '../youth-on-date.js';
import { firstDayOnOrAfter, lastDayOnOrBefore } from './calendar.js';
import { compilePredicate } from './compile.js';
import { ORDERS, type Order } from './comparisons.js';
import { fieldOf } from './paths.js';
import type { Context, Predicate } from './predicate.js';
import { deeper, hasField, type Scope } from './scope.js';
import { sayAge, sayDay, sayDefinition, sayFacet, sayUnknown } from './sentences.js';
import type { Truth } from './truth.js';
import { compileAmount, compileDayOfYear, type Value } from './values.js';

/** `{age: {gte: 18, lt: 27}}`: whole years on the evaluation date. */
export function compileAge(tree: Tree, scope: Scope): Predicate {
  tree.allowOnly(ORDERS);
  const bounds = ORDERS.filter((order) => tree.has(order)).map((order) => ({ order, age: compileAmount(tree.at(order), scope) }));
  if (bounds.length === 0) tree.fault(`needs one of ${ORDERS.join(', ')}`);
  const test = (context: Context): Truth => {
    const birthDate = SUBJECT_FACTS.birthDate(context.youth.history);
    if (birthDate === undefined) return 'unknown';
    return bounds.every(({ order, age }) => hasAge(birthDate, { order, years: Number(age.read(context)) }, context));
  };
  return { test, say: (context) => sayAge(findAge(context)), missing: () => ['subject.birthDate'] };
}

function hasAge(birthDate: CivilDate, { order, years }: { readonly order: Order; readonly years: number }, { youth }: Context): boolean {
  const { asOf } = youth.history;
  switch (order) {
    case 'lt': return !asOf.hasAge(birthDate, years);
    case 'lte': return !asOf.hasAge(birthDate, years + 1);
    case 'gt': return asOf.hasAge(birthDate, years + 1);
    case 'gte': return asOf.hasAge(birthDate, years);
  }
}

function findAge({ youth }: Context): number | undefined {
  const { asOf } = youth.history;
  const birthDate = SUBJECT_FACTS.birthDate(youth.history);
  if (birthDate === undefined) return undefined;
  const age = ageOn(birthDate, asOf.date);
  asOf.hasAge(birthDate, Math.max(age, 0) + 1);
  return age;
}

/** `{has: education}`: the facet is open on the evaluation date; never unknown. */
export function compileHas(tree: Tree): Predicate {
  const facet = FACETS.find((name) => name === tree.value);
  if (!facet) tree.fault(`unknown facet ${JSON.stringify(tree.value)}`);
  const known: Facet = facet ?? 'education';
  return { test: ({ youth }) => youth.hasFacet(known), say: ({ youth }) => sayFacet(known, youth.hasFacet(known)), missing: () => [] };
}

/** `{is: leerplichtig}`: another definition holds; unknown outside its dates. */
export function compileIs(tree: Tree, { definitions, definitionCodes }: Scope): Predicate {
  const code = tree.text();
  if (!definitionCodes.has(code)) tree.fault(`unknown definition ${JSON.stringify(tree.value)}`);
  const test = (context: Context): Truth => {
    const definition = definitions.get(code);
    return definition && isInForce(definition, context.youth.history.asOf) ? definition.when.test(context) : 'unknown';
  };
  return {
    test,
    say: (context) => sayDefinition(definitions.get(code)?.label ?? code, test(context)),
    missing: (context) => definitions.get(code)?.when.missing(context) ?? [],
  };
}

/** `{at: {day: "10-01", yearsBack: 1, test: p}}`: p on the most recent such day, with the facts as they were on that day. */
export function compileAt(tree: Tree, scope: Scope): Predicate {
  tree.allowOnly(['day', 'yearsBack', 'test']);
  const day = compileDayOfYear(tree.at('day'), scope);
  const yearsBack = tree.at('yearsBack').wholeNumber();
  const part = compilePredicate(tree.at('test'), deeper(scope));
  const then = (context: Context): Context => {
    const date = dayMeant({ read: day.read, path: day.path }, yearsBack, context);
    return { ...context, youth: context.youth.on(date) };
  };
  return {
    test: (context) => part.test(then(context)),
    say: (context) => sayDay(then(context).youth.history.asOf.date, part.say(then(context))),
    missing: (context) => part.missing(then(context)),
  };
}

function dayMeant(day: Value, yearsBack: number, context: Context): CivilDate {
  const { asOf } = context.youth.history;
  const dayOfYear = day.read(context);
  if (!isDayOfYear(dayOfYear)) throw new Error(`${day.path} is not a day of the year`);
  asOf.reached(firstDayOnOrAfter(dayOfYear, dayAfter(asOf.date)));
  return lastDayOnOrBefore(dayOfYear, asOf.date, yearsBack);
}

/** `{same: [handoverId]}`: the fields equal those of the event that started the clock; two absent fields are the same. */
export function compileSame(tree: Tree, { tested, started }: Scope): Predicate {
  const fields = tree.texts();
  for (const field of fields) if (!hasField(tested, field) || !hasField(started, field)) tree.fault(`no field "${field}" to compare`);
  const test = ({ event, start }: Context): Truth =>
    event !== undefined && start !== undefined && fields.every((field) => fieldOf(event.data, field) === fieldOf(start.data, field));
  return { test, say: () => [], missing: () => [] };
}

/** `{unknown: fact}`: the source needs a fact that the event language does not have. */
export function compileUnknown(tree: Tree): Predicate {
  const fact = tree.text();
  return { test: () => 'unknown', say: () => sayUnknown(fact), missing: () => [fact] };
}
