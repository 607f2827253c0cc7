import { CONFIDENCES } from '../definitions/definition.js';
import { compilePredicate } from '../predicates/compile.js';
import type { Scope } from '../predicates/scope.js';
import { readValidity } from '../rule-book/dates.js';
import type { Parties } from '../rule-book/parties.js';
import type { Tree } from '../rule-book/tree.js';
import { DUTIES, HOLDERS, ROLES, type ResponsibilityRule, type RuleSet } from './rule-set.js';

const SET_KEYS = ['set', 'nl', 'validFrom', 'validUntil', 'source', 'note', 'rules'];
const RULE_KEYS = ['code', 'role', 'party', 'duty', 'of', 'when', 'contestedBy', 'consultFirst', 'source', 'confidence', 'note'];

export function readRuleSets(tree: Tree, scope: Scope, parties: Parties): readonly RuleSet[] {
  return tree.items().map((item) => {
    item.allowOnly(SET_KEYS);
    return {
      code: item.at('set').text(), label: item.at('nl').text(), ...readValidity(item),
      rules: item.at('rules').items().map((rule) => readRule(rule, scope, parties)),
    };
  });
}

function readRule(tree: Tree, scope: Scope, parties: Parties): ResponsibilityRule {
  tree.allowOnly(RULE_KEYS);
  return {
    code: tree.at('code').text(),
    role: tree.at('role').oneOf(ROLES),
    party: parties.read(tree.at('party')),
    duty: tree.at('duty').oneOf(DUTIES),
    of: tree.has('of') ? tree.at('of').oneOf(HOLDERS) : null,
    when: compilePredicate(tree.at('when'), scope),
    contestedBy: tree.has('contestedBy') ? tree.at('contestedBy').items().map((party) => parties.read(party)) : [],
    consultFirst: tree.has('consultFirst') ? tree.at('consultFirst').items().map((party) => parties.read(party)) : [],
    source: tree.at('source').texts(),
    confidence: tree.at('confidence').oneOf(CONFIDENCES),
  };
}
