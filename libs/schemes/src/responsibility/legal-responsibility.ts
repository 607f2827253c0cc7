import { missingFacts, type Context } from '../predicates/predicate.js';
import { isInForce } from '../rule-book/dates.js';
import type { RuleBook } from '../rule-book/rule-book.js';
import { SUBJECT_FACTS } from '../subject/subject-facts.js';
import type { YouthOnDate } from '../youth-on-date.js';
import { ROLES, type Duty, type OrganisationOf, type ResponsibilityRule, type Role } from './rule-set.js';

/** The party that a law, a policy or an agreement points at for one role. */
export interface LegalParty {
  readonly role: Role;
  /** Code of the party; `none` = nobody, which is an answer. */
  readonly party: string;
  readonly partyLabel: string;
  /** The fact that tells which organisation that is; null where the rule names none. */
  readonly organisationOf: OrganisationOf | null;
  /** The organisation where it is known: the URN of the school; null otherwise. */
  readonly organisation: string | null;
  /** The municipality where the party is one of its; null otherwise. */
  readonly municipality: string | null;
  readonly duty: Duty;
  /** Code of the rule that decided. */
  readonly rule: string;
  /** Parties that have a claim by law as well: show both. */
  readonly contestedBy: readonly string[];
  readonly consultFirst: readonly string[];
  /** False when a rule that comes first could not be decided; `missing` tells why. */
  readonly certain: boolean;
  readonly missing: readonly string[];
  readonly source: readonly string[];
}

/** Who should act for a youth by law, per role; null where no rule points at anybody. */
export interface LegalResponsibility {
  /** Code of the rule set of the date. */
  readonly set: string;
  /** Who organises the next step; the party `none` where the law points at nobody. */
  readonly lead: LegalParty;
  readonly follow: LegalParty | null;
  readonly income: LegalParty | null;
  readonly aftercare: LegalParty | null;
  /** Roles for which an earlier rule could not be decided: the answer may be another one. */
  readonly uncertain: readonly Role[];
}

/**
 * The legal party per role, by the rule set that is in force on the date.
 * @throws Error when no rule set covers the date
 */
export function legalResponsibility(ruleBook: RuleBook, youth: YouthOnDate): LegalResponsibility {
  // Every set is asked, so that the day on which the next one takes over is noted.
  const [set] = ruleBook.responsibility.filter((candidate) => isInForce(candidate, youth.history.asOf));
  if (!set) throw new Error('no rule set covers this date');
  const asked: Asked = { youth, labelOf: (code) => ruleBook.parties.labelOf(code) };
  const answers = new Map(ROLES.map((role) => [role, partyFor(set.rules.filter((rule) => rule.role === role), asked)]));
  const partyIn = (role: Role): LegalParty | null => answers.get(role)?.party ?? null;
  return {
    set: set.code, lead: partyIn('lead') ?? nobody(asked), follow: partyIn('follow'), income: partyIn('income'), aftercare: partyIn('aftercare'),
    uncertain: ROLES.filter((role) => answers.get(role)?.certain === false),
  };
}

interface Asked {
  readonly youth: YouthOnDate;
  readonly labelOf: (party: string) => string;
}

interface Answer {
  readonly party: LegalParty | null;
  readonly certain: boolean;
}

/** The first true rule decides; an unknown one before it makes the answer uncertain. */
function partyFor(rules: readonly ResponsibilityRule[], asked: Asked): Answer {
  const undecided: ResponsibilityRule[] = [];
  for (const rule of rules) {
    const answer = rule.when.test({ youth: asked.youth });
    if (answer === true) return { party: toParty(rule, undecided, asked), certain: undecided.length === 0 };
    if (answer === 'unknown') undecided.push(rule);
  }
  return { party: null, certain: undecided.length === 0 };
}

function toParty(rule: ResponsibilityRule, undecided: readonly ResponsibilityRule[], { youth, labelOf }: Asked): LegalParty {
  const { role, party, of, duty, contestedBy, consultFirst, source } = rule;
  const context: Context = { youth };
  return {
    role, party, partyLabel: labelOf(party), organisationOf: of, ...holderOf(rule, youth), duty, rule: rule.code, contestedBy, consultFirst, source,
    certain: undecided.length === 0,
    missing: [...new Set(undecided.flatMap(({ when }) => missingFacts(when, context)))],
  };
}

function nobody({ labelOf }: Asked): LegalParty {
  return {
    role: 'lead', party: 'none', partyLabel: labelOf('none'), organisationOf: null, organisation: null, municipality: null, duty: 'none',
    rule: 'none', contestedBy: [], consultFirst: [], source: [], certain: false, missing: [],
  };
}

function holderOf({ of }: ResponsibilityRule, { history }: YouthOnDate): Pick<LegalParty, 'organisation' | 'municipality'> {
  switch (of) {
    case 'subject.lastInstitution': return { organisation: SUBJECT_FACTS.lastInstitution(history) ?? null, municipality: null };
    case 'subject.municipality': return { organisation: null, municipality: SUBJECT_FACTS.municipality(history) ?? null };
    case null: return { organisation: null, municipality: null };
  }
}
