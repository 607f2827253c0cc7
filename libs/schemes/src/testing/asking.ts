import type { CivilDate, EventName } from '@trajectboek/events';
import { compilePredicate } from '../predicates/compile.js';
import { evaluate, missingFacts, type Context, type Predicate } from '../predicates/predicate.js';
import type { Scope } from '../predicates/scope.js';
import type { Truth } from '../predicates/truth.js';
import { Tree } from '../rule-book/tree.js';
import { RULE_BOOK, toRecorded, youthWith, type Told } from './youths.js';

/** Where a rule is asked. */
export interface Place {
  readonly facts?: readonly Told[];
  readonly on?: CivilDate;
  /** The event under test, and the one that started the clock. */
  readonly event?: Told;
  readonly start?: Told;
}

/** A rule with the faults that were found in it, in a place that has such events. */
export function read(rule: unknown, { event, start }: Place = {}): { readonly predicate: Predicate; readonly faults: readonly string[] } {
  const faults: string[] = [];
  const name = (told: Told | undefined): EventName[] => (told ? [told[1] as EventName] : []);
  const { settings, definitions, eventSets } = RULE_BOOK;
  const scope: Scope = { settings, definitions, definitionCodes: new Set(definitions.keys()), eventSets, tested: name(event), started: name(start), depth: 1 };
  return { predicate: compilePredicate(new Tree(rule, 'rule', faults), scope), faults };
}

/** The rule, which must be without faults. */
export function compile(rule: unknown, place: Place = {}): Predicate {
  const { predicate, faults } = read(rule, place);
  if (faults.length > 0) throw new Error(faults.join('; '));
  return predicate;
}

export function contextOf({ facts = [], on = '2020-06-01', event, start }: Place): Context {
  const [tested, started] = [event, start].map((told) => (told ? toRecorded([told])[0] : undefined));
  return { youth: youthWith(facts, on), event: tested, start: started };
}

export function ask(rule: unknown, place: Place = {}): Truth {
  return evaluate(compile(rule, place), contextOf(place));
}

/** The facts that keep the answer unknown. */
export function missing(rule: unknown, place: Place = {}): readonly string[] {
  return missingFacts(compile(rule, place), contextOf(place));
}

/** The Dutch sentences of what decided the answer. */
export function say(rule: unknown, place: Place = {}): readonly string[] {
  return compile(rule, place).say(contextOf(place));
}

/** The date on which the answer, or the sentences, may change. */
export function nextChange(rule: unknown, place: Place = {}, part: 'test' | 'say' = 'test'): CivilDate | undefined {
  const context = contextOf({ ...place });
  compile(rule, place)[part](context);
  return context.youth.history.asOf.nextChange;
}
