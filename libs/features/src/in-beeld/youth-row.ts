import { ageOn, type CivilDate, type TrajectoryId } from '@trajectboek/events';
import { regionsOf } from '@trajectboek/catalogue';
import { definitionsFor, type RuleBook } from '@trajectboek/schemes';
import { birthDateOf, lastSchoolOf, municipalityOf, situationOf, targetGroupsOf, type Situation } from '@trajectboek/situation';
import type { VisibleYouth } from '../youths/youths.js';

/** One youth as lists and counts know him: his situation and what he can be found by. */
export interface YouthRow {
  readonly trajectoryId: TrajectoryId;
  readonly situation: Situation;
  readonly municipality: string | null;
  readonly rmcRegion: string | null;
  readonly labourMarketRegion: string | null;
  readonly school: string | null;
  readonly guides: readonly string[];
  readonly age: number | null;
  readonly targetGroups: readonly string[];
  /** Why he is on the list of the definition that was asked for; null when he is not on it. */
  readonly why: readonly string[] | null;
  /** What is not known of him, where that leaves the definition undecided. */
  readonly missing: readonly string[];
}

/** @param definition code of a definition of schemes.yaml; without it every youth is on the list */
export function youthRow({ trajectoryId, youth }: VisibleYouth, ruleBook: RuleBook, definition: string | undefined): YouthRow {
  const { history } = youth;
  const situation = situationOf(youth);
  const municipality = municipalityOf(youth) ?? null;
  const birthDate = birthDateOf(youth);
  const [asked] = definition === undefined ? [] : definitionsFor(ruleBook, youth, definition);
  return {
    trajectoryId, situation, municipality, ...regionCodes(municipality, history.asOf.date),
    school: lastSchoolOf(youth) ?? null,
    guides: situation.guides.map(({ person }) => person),
    age: birthDate === undefined ? null : ageOn(birthDate, history.asOf.date),
    targetGroups: targetGroupsOf(youth),
    why: definition === undefined ? [] : asked?.outcome === true ? asked.why : null,
    missing: asked?.outcome === 'unknown' ? asked.missing : [],
  };
}

/** The codes of the regions that a municipality lies in on the date. */
export function regionCodes(municipality: string | null, date: CivilDate): Pick<YouthRow, 'rmcRegion' | 'labourMarketRegion'> {
  const { rmcRegion, labourMarketRegion } = municipality === null ? { rmcRegion: null, labourMarketRegion: null } : regionsOf(municipality, date);
  return { rmcRegion: rmcRegion?.code ?? null, labourMarketRegion: labourMarketRegion?.code ?? null };
}
