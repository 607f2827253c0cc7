import { LABEL_OF, type Axis } from './axis-labels.js';
import { regionCodes, type YouthRow } from './youth-row.js';
import { regionsOf } from '@trajectboek/catalogue';
import type { Cell } from '@trajectboek/counts';
import type { CivilDate } from '@trajectboek/events';
import type { MembershipKind } from '@trajectboek/memberships';
import type { FoundRow, RowCount } from '@trajectboek/view-store';

const BANDS: readonly (readonly [number, string])[] = [[27, '27-plus'], [23, '23-26'], [18, '18-22'], [16, '16-17'], [0, 'under-16']];

/** A youth as counts know him. */
export type Countable = Pick<YouthRow, 'municipality' | 'rmcRegion' | 'labourMarketRegion' | 'school' | 'age' | 'targetGroups'> & {
  readonly status: string | null;
  readonly cause: string | null;
  readonly facets: readonly string[];
};

export function countable({ situation: { status, cause, facets }, ...row }: YouthRow): Countable {
  return { ...row, status, cause, facets: facets.filter(({ open }) => open).map(({ facet }) => facet) };
}

/** Of a stored situation; age and target groups are not in it, and facets only where more than tags was asked. */
export function countableRow({ tags: { status = null, cause = null, municipality = null, school = null }, doc }: FoundRow, date: CivilDate): Countable {
  const facets = (doc['facets'] ?? []) as readonly { readonly facet: string }[];
  return { status, cause, municipality, ...regionCodes(municipality, date), school, age: null, targetGroups: [], facets: facets.map(({ facet }) => facet) };
}

/** The values of a youth on an axis: one, or several where facets or groups overlap. */
const VALUES: Readonly<Record<Axis, (youth: Countable) => readonly (string | null)[]>> = {
  status: ({ status }) => [status],
  facet: ({ facets }) => facets,
  cause: ({ cause }) => [cause],
  municipality: ({ municipality }) => [municipality],
  rmcRegion: ({ rmcRegion }) => [rmcRegion],
  labourMarketRegion: ({ labourMarketRegion }) => [labourMarketRegion],
  school: ({ school }) => [school],
  ageBand: ({ age }) => [age === null ? null : BANDS.find(([from]) => age >= from)?.[1] ?? null],
  targetGroup: ({ targetGroups }) => (targetGroups.length === 0 ? [null] : targetGroups),
};

/** `rmc-region` in a query is `rmcRegion` in a cell. */
export function axisOf(text: string): Axis {
  return text.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()) as Axis;
}

/** Adds one youth to the counts, in every combination of his values. */
export class Counter {
  readonly #counts = new Map<string, { readonly values: Record<string, string | null>; count: number }>();

  constructor(private readonly axes: readonly Axis[]) {}

  add(youth: Countable): void {
    let combinations: Record<string, string | null>[] = [{}];
    for (const axis of this.axes) combinations = combinations.flatMap((values) => VALUES[axis](youth).map((value) => ({ ...values, [axis]: value })));
    for (const values of combinations) {
      const key = JSON.stringify(values);
      const cell = this.#counts.get(key) ?? { values, count: 0 };
      this.#counts.set(key, cell);
      cell.count += 1;
    }
  }

  cells(): readonly Cell[] {
    return largestFirst([...this.#counts.values()]);
  }
}

/** Axes that a stored situation has a value on. */
export const ROW_AXES: ReadonlySet<Axis> = new Set(['status', 'facet', 'cause', 'municipality', 'school', 'rmcRegion', 'labourMarketRegion']);

/** What a youth can have several of is counted from the memberships, alone or with places. */
export function overlappingKind(axes: readonly Axis[]): MembershipKind | undefined {
  const [kind, ...others] = axes.flatMap((axis): MembershipKind[] => (axis === 'facet' ? ['facet'] : axis === 'targetGroup' ? ['target-group'] : []));
  const isPlaced = axes.every((axis) => axis === 'facet' || axis === 'targetGroup' || tagOf(axis) === 'municipality');
  return others.length === 0 && isPlaced ? kind : undefined;
}

/** Axes that stored situations are counted by. */
export const STORED_AXES: ReadonlySet<Axis> = new Set(['status', 'cause', 'municipality', 'school', 'rmcRegion', 'labourMarketRegion']);

/** The tag of the stored rows behind an axis: of regions only the municipality is stored, and memberships have one code for all kinds. */
export function tagOf(axis: Axis): string {
  if (axis === 'facet' || axis === 'targetGroup') return 'code';
  return axis === 'rmcRegion' || axis === 'labourMarketRegion' ? 'municipality' : axis;
}

/** Adds counts by stored tags up to counts by axes. */
export function regroup(counts: readonly RowCount[], axes: readonly Axis[], date: CivilDate): readonly Cell[] {
  const sums = new Map<string, { readonly values: Record<string, string | null>; count: number }>();
  for (const { values: stored, count } of counts) {
    const values = Object.fromEntries(axes.map((axis) => [axis, valueOn(axis, stored[tagOf(axis)] ?? null, date)]));
    const key = JSON.stringify(values);
    const sum = sums.get(key) ?? { values, count: 0 };
    sums.set(key, sum);
    sum.count += count;
  }
  return largestFirst([...sums.values()]);
}

function valueOn(axis: Axis, stored: string | null, date: CivilDate): string | null {
  return stored !== null && (axis === 'rmcRegion' || axis === 'labourMarketRegion') ? regionsOf(stored, date)[axis]?.code ?? null : stored;
}

function largestFirst(cells: readonly Cell[]): readonly Cell[] {
  return cells.toSorted((a, b) => b.count - a.count || (JSON.stringify(a.values) < JSON.stringify(b.values) ? -1 : 1));
}

/** The values of a cell, each code with its Dutch label beside it. */
export function labelled(values: Cell['values']): Record<string, string | null> {
  return Object.fromEntries(Object.entries(values).flatMap(([axis, value]) => {
    const label = value === null ? undefined : LABEL_OF[axis as Axis](value);
    return label === undefined ? [[axis, value]] : [[axis, value], [`${axis}Label`, label]];
  }));
}
