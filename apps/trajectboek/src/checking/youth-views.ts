import type { ScenarioCheck } from '@trajectboek/testing/scenario';
import { asSet, differences, isObject } from './compare.js';
import { fileEventId, type CheckContext } from './context.js';

interface Facet {
  readonly facet: string;
  readonly open: boolean;
  readonly stale?: boolean;
}

interface Deadline {
  readonly scheme: string;
  readonly state: string;
  readonly dueOn?: string;
}

/** The parts of `GET /v1/trajectories/{id}` that stories ask about. */
export interface TrajectoryAnswer {
  readonly situation: Readonly<Record<string, unknown>> & { readonly facets: readonly Facet[]; readonly guides: readonly { readonly person: string | null }[] };
  readonly responsibility: Readonly<Record<string, unknown>> & { readonly alarms: readonly string[] };
  readonly deadlines: readonly Deadline[];
  readonly contradictions: readonly { readonly kind: string; readonly events: readonly { readonly id: string }[] }[];
}

type Expected = Readonly<Record<string, unknown>>;
type Judge = (expect: unknown, answer: TrajectoryAnswer, context: CheckContext) => readonly string[];

const OPEN = new Set(['running', 'warned', 'due', 'overdue']);

export function getTrajectory(context: CheckContext, check: ScenarioCheck, alias: string): Promise<TrajectoryAnswer> {
  return context.get<TrajectoryAnswer>(check, `/v1/trajectories/${context.idOf(alias)}`);
}

/** A view that is part of the answer about one trajectory. */
export function trajectoryView(judge: Judge): (context: CheckContext, check: ScenarioCheck) => Promise<readonly string[]> {
  return (context, check) => context.forEachYouth(check, async (alias) => judge(check.expect, await getTrajectory(context, check, alias), context));
}

export const judgeSituation: Judge = (expect, { situation }, context) => {
  const { facets, guides, ...rest } = situation;
  return differences(translated(expect, context), {
    ...rest,
    facets: Object.fromEntries(facets.map(({ facet, open }) => [facet, open ? 'open' : 'closed'])),
    stale: asSet(facets.filter(({ stale }) => stale === true).map(({ facet }) => facet)),
    guides: asSet(guides.flatMap(({ person }) => (person === null ? [] : [person]))),
  });
};

export const judgeResponsibility: Judge = (expect, { responsibility }, context) =>
  differences(translated(expect, context), { ...responsibility, alarms: asSet(responsibility.alarms) });

/** Each expected deadline is there, others are free; an empty list means that none is open. */
export const judgeDeadlines: Judge = (expect, { deadlines }) => {
  const wanted = Array.isArray(expect) ? expect as readonly Expected[] : [];
  const left = [...deadlines];
  if (wanted.length === 0) return differences([], left.filter(({ state }) => OPEN.has(state)).map(brief));
  return wanted.flatMap((one) => {
    const index = left.findIndex((deadline) => differences(one, deadline).length === 0);
    if (index >= 0) {
      left.splice(index, 1);
      return [];
    }
    const related = left.filter(({ scheme }) => scheme === one['scheme']).map(brief);
    return [`termijn ${JSON.stringify(one)} ontbreekt; gevonden ${JSON.stringify(related)}`];
  });
};

export const judgeContradictions: Judge = (expect, { contradictions }) => {
  const wanted = Array.isArray(expect) ? expect as readonly { readonly kind: string; readonly events: readonly string[] }[] : [];
  const written = (kind: string, events: readonly string[]): string => `${kind}(${asSet(events).join(', ')})`;
  return differences(
    wanted.map(({ kind, events }) => written(kind, events)).sort(),
    contradictions.map(({ kind, events }) => written(kind, events.map(({ id }) => fileEventId(id)))).sort(),
  );
};

function brief({ scheme, state, dueOn }: Deadline): Expected {
  return { scheme, state, dueOn };
}

/** Lists become sets, and aliases of organisations what they stand for. */
function translated(expect: unknown, context: CheckContext): unknown {
  if (!isObject(expect)) return expect;
  return Object.fromEntries(Object.entries(expect).map(([key, value]) => {
    if (Array.isArray(value)) return [key, asSet(value as string[])];
    if (key === 'lastContact' && isObject(value)) return [key, { ...value, ...('by' in value && { by: context.organisationOf(value['by']) }) }];
    return [key, key === 'actual' ? context.organisationOf(value) : value];
  }));
}
