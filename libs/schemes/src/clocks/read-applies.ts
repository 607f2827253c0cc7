import { compilePredicate } from '../predicates/compile.js';
import { and } from '../predicates/connectives.js';
import type { Predicate } from '../predicates/predicate.js';
import { SUBJECT_FACTS } from '../subject/subject-facts.js';
import type { RegionNamesOf } from '../rule-book/regions.js';
import type { Tree } from '../rule-book/tree.js';
import type { ClockSurroundings } from './read-clock.js';

const KEYS = ['age', 'schoolTypes', 'exitProfile', 'municipality', 'region', 'programme', 'when'];
/** Lists of which one must be so, each with the fact that it is about. */
const LISTS = [['schoolTypes', 'subject.lastSchoolType'], ['exitProfile', 'subject.exitProfile']] as const;
const PLACES = [['municipality', 'subject.municipality'], ['programme', 'subject.openProgrammes']] as const;

export interface AppliesOptions {
  /** False: the place and the programme only say where the source found the clock, and the organisation's switch decides. */
  readonly onlyWhere: boolean;
}

/** For whom a clock or a waiver is: all keys hold, lists are or. */
export function readApplies(tree: Tree, { scope, regionNamesOf }: ClockSurroundings, { onlyWhere }: AppliesOptions): Predicate {
  if (tree.path.endsWith('.appliesTo')) tree.allowOnly(KEYS);
  const lists = onlyWhere ? [...LISTS, ...PLACES] : LISTS;
  const conditions = lists.filter(([key]) => tree.has(key)).map(([key, path]) => compilePredicate(tree.with({ in: [path, tree.at(key).texts()] }), scope));
  if (onlyWhere && tree.has('region')) conditions.push(livesIn(tree.at('region').texts(), regionNamesOf));
  if (tree.has('age')) conditions.push(compilePredicate(tree.with({ age: tree.at('age').value }), scope));
  if (tree.has('when')) conditions.push(compilePredicate(tree.at('when'), scope));
  return and(conditions);
}

function livesIn(regions: readonly string[], regionNamesOf: RegionNamesOf): Predicate {
  return {
    test: ({ youth: { history } }) => {
      const municipality = SUBJECT_FACTS.municipality(history);
      if (municipality === undefined) return 'unknown';
      return regionNamesOf(municipality, history.asOf.date).some((name) => regions.includes(name));
    },
    say: () => [],
    missing: () => ['subject.municipality'],
  };
}
