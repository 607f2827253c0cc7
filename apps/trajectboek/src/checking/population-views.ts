import type { ScenarioCheck } from '@trajectboek/testing/scenario';
import { UserError } from '../cli/user-error.js';
import { inParallel } from '../loading/in-parallel.js';
import { differences, isObject } from './compare.js';
import { CheckContext } from './context.js';
import { getTrajectory, type TrajectoryAnswer } from './youth-views.js';

/** The check counts over a whole ledger, and this ledger may hold more than the story. */
export class NeedsOwnLedger extends Error {}

const YOUTHS_AT_ONCE = 8;
const WORKLIST_KEYS = ['contains', 'excludes', 'count'];

/** The items that are about youths of the file, of the group of the check if it has one. */
export async function judgeWorklist(context: CheckContext, check: ScenarioCheck): Promise<readonly string[]> {
  const expect = expectedOf(check);
  const unknown = Object.keys(expect).filter((key) => !WORKLIST_KEYS.includes(key));
  if (unknown.length > 0) throw new UserError(`onbekende sleutel ${unknown.join(', ')} bij een werklijst`);
  const answer = await context.getAll<{ readonly trajectoryId: string }>(check, `/v1/worklists/${check.list ?? ''}`);
  const members = new Set(context.youthsOf(check).map((alias) => context.idOf(alias)));
  const items = answer.items.filter(({ trajectoryId }) => members.has(trajectoryId));
  const on = new Set(answer.items.map(({ trajectoryId }) => trajectoryId));
  const there = (key: string): string[] => aliasesIn(expect[key]).filter((alias) => on.has(context.idOf(alias)));
  const { excludes: _excludes, ...wanted } = expect;
  const ownCount = context.own !== null && check.group === undefined ? { stated: answer.count } : {};
  return differences(
    { ...wanted, wronglyThere: [], ...('stated' in ownCount && { stated: answer.items.length }) },
    { contains: there('contains'), count: items.length, wronglyThere: there('excludes'), ...ownCount },
  );
}

/** Asked as one question where the ledger holds only this story; otherwise counted over the answers about its youths. */
export async function judgeCounts(context: CheckContext, check: ScenarioCheck): Promise<readonly string[]> {
  const expect = expectedOf(check);
  const cells = context.own !== null && check.group === undefined ? await askCells(context, check) : await countCells(context, check);
  return differences(expect, Object.fromEntries(Object.keys(expect).map((key) => [key, cells.has(key) ? cells.get(key) : 0])));
}

async function askCells(context: CheckContext, check: ScenarioCheck): Promise<ReadonlyMap<string, unknown>> {
  const { by = 'status', published, from, to } = check;
  const answer = await context.get<{ readonly cells: readonly Readonly<Record<string, unknown>>[] }>(check, '/v1/in-beeld/counts', { by, published, from, to });
  const key = by.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return new Map(answer.cells.map((cell) => [String(cell[key]), cell['count']]));
}

async function countCells(context: CheckContext, check: ScenarioCheck): Promise<ReadonlyMap<string, number>> {
  const keysOf = COUNTABLE.get(check.by ?? 'status');
  if (!keysOf || check.published === true) throw new NeedsOwnLedger();
  const answers = await inParallel(context.youthsOf(check), YOUTHS_AT_ONCE, (alias) => getTrajectory(context, check, alias));
  const cells = new Map<string, number>();
  for (const key of answers.flatMap(keysOf)) cells.set(key, (cells.get(key) ?? 0) + 1);
  return cells;
}

const COUNTABLE = new Map<string, (answer: TrajectoryAnswer) => string[]>([
  ['status', ({ situation }) => [String(situation['status'])]],
  ['cause', ({ situation }) => (situation['cause'] === null ? [] : [String(situation['cause'])])],
  ['facet', ({ situation }) => situation.facets.filter(({ open }) => open).map(({ facet }) => facet)],
]);

export async function judgeMetric(context: CheckContext, check: ScenarioCheck): Promise<readonly string[]> {
  if (context.own === null) throw new NeedsOwnLedger();
  const { from, to, metric = '' } = check;
  return differences(check.expect, await context.get(check, `/v1/metrics/${metric}`, { from, to }));
}

function expectedOf({ expect }: ScenarioCheck): Readonly<Record<string, unknown>> {
  if (!isObject(expect)) throw new UserError('expect is geen blok met sleutels');
  return expect;
}

function aliasesIn(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
