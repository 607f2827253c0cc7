import { loadRuleBook } from '@trajectboek/catalogue';
import { parseRuleBook } from '@trajectboek/schemes';
import { metricRules, type MetricRules } from '../rules.js';

const RULE_BOOK = parseRuleBook(loadRuleBook());

/** The real rules, with some clocks switched on for everybody. */
export function rulesWith(enabled: readonly string[] = []): MetricRules {
  const clocks = new Set(enabled);
  return metricRules(RULE_BOOK, () => clocks);
}
