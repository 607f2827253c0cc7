import { missingFacts, type Context } from '../predicates/predicate.js';
import type { Truth } from '../predicates/truth.js';
import { isInForce } from '../rule-book/dates.js';
import type { RuleBook } from '../rule-book/rule-book.js';
import type { YouthOnDate } from '../youth-on-date.js';
import type { AboutWhat, Confidence, Definition } from './definition.js';

/** Not applicable: asked outside its dates. The municipality of a definition tells where it comes from, and limits nothing. */
export type Outcome = Truth | 'not-applicable';

/** What one definition says of one youth on one date. */
export interface DefinitionAnswer {
  readonly definition: string;
  /** Dutch name. */
  readonly label: string;
  readonly about: AboutWhat;
  readonly outcome: Outcome;
  /** Dutch sentences: the conditions that decided the outcome. */
  readonly why: readonly string[];
  /** Facts that are not known, when that is why the outcome is unknown. */
  readonly missing: readonly string[];
  readonly source: readonly string[];
  readonly confidence: Confidence;
}

/**
 * What every definition says of a youth, or only the one with the code.
 * @returns an empty list for a code that the rule book does not have
 */
export function definitionsFor(ruleBook: RuleBook, youth: YouthOnDate, code?: string): readonly DefinitionAnswer[] {
  const asked = code === undefined ? [...ruleBook.definitions.values()] : [ruleBook.definitions.get(code)];
  return asked.filter((definition) => definition !== undefined).map((definition) => answerOf(definition, youth));
}

/**
 * The outcome of one definition, without the reasons: for lists and counts.
 * @throws Error for a code that the rule book does not have
 */
export function outcomeOf(ruleBook: RuleBook, youth: YouthOnDate, code: string): Outcome {
  const definition = ruleBook.definitions.get(code);
  if (!definition) throw new Error(`the rule book has no definition ${code}`);
  return outcome(definition, youth);
}

function answerOf(definition: Definition, youth: YouthOnDate): DefinitionAnswer {
  const { code, label, about, when, source, confidence } = definition;
  const context: Context = { youth };
  const answer = outcome(definition, youth);
  const applies = answer !== 'not-applicable';
  return {
    definition: code, label, about, outcome: answer, source, confidence,
    why: applies ? [...new Set(when.say(context))] : [],
    missing: answer === 'unknown' ? missingFacts(when, context) : [],
  };
}

function outcome(definition: Definition, youth: YouthOnDate): Outcome {
  const { history } = youth;
  if (!isInForce(definition, history.asOf)) return 'not-applicable';
  return definition.when.test({ youth });
}
