/** Counts of one combination of axis values. */
export interface Cell {
  readonly values: Readonly<Record<string, string | null>>;
  readonly count: number;
}

export interface PublishedCell {
  readonly values: Cell['values'];
  /** Rounded; null where it is suppressed. */
  readonly count: number | null;
  readonly suppressed: boolean;
}

export interface PublishedTable {
  readonly total: number | null;
  readonly cells: readonly PublishedCell[];
  readonly suppressed: number;
}

/** How figures are made public (schemes.yaml: statisticsThreshold, statisticsRounding; privacy-and-proof.md, Statistics). */
export interface PublicationRules {
  readonly threshold: number;
  readonly rounding: number;
}

/** Above this share in one category a table tells about persons: nothing is published. */
const DOMINANCE = 0.9;

/** What other questions give, of which this table is a part or which can be added up from it. */
export interface Surroundings {
  /** The same table about more youths: this one can be subtracted from it. */
  readonly wider?: readonly (readonly Cell[])[];
  /** By axis, what takes values together in other tables, such as the region of a municipality. */
  readonly groups?: Readonly<Record<string, readonly ((value: string) => string | undefined)[]>>;
}

/**
 * Makes a table fit to publish. Cells below the threshold are suppressed, and so is a cell that leaves so few of a wider
 * table; with others, so that no line of the table has a single suppressed cell (which the sum of the line would give away).
 * What remains is rounded.
 */
export function publish(cells: readonly Cell[], rules: PublicationRules, { wider = [], groups = {} }: Surroundings = {}): PublishedTable {
  const total = sumOf(cells);
  const isFew = (count: number): boolean => count > 0 && count < rules.threshold;
  const tables = wider.map((table) => ({ total: sumOf(table), counts: new Map(table.map(({ values, count }) => [keyOf(values), count])) }));
  const isTold = ({ values, count }: Cell): boolean => isFew(count) || (count > 0 && tables.some(({ counts }) => isFew((counts.get(keyOf(values)) ?? count) - count)));
  const dominated = total > 0 && cells.some(({ count }) => count / total > DOMINANCE);
  const hidden = dominated ? new Set(cells) : withComplements(linesOf(cells, groups), new Set(cells.filter(isTold)));
  const round = (count: number): number => Math.round(count / rules.rounding) * rules.rounding;
  return {
    total: total < rules.threshold || tables.some((table) => isFew(table.total - total)) ? null : round(total),
    suppressed: hidden.size,
    cells: cells.map((cell) => (hidden.has(cell) ? { values: cell.values, count: null, suppressed: true } : { values: cell.values, count: round(cell.count), suppressed: false })),
  };
}

/** Suppresses the smallest other cell of each line with one suppressed cell, until there is no such line. */
function withComplements(lines: readonly (readonly Cell[])[], hidden: Set<Cell>): Set<Cell> {
  for (let changed = true; changed;) {
    changed = false;
    for (const line of lines) {
      if (line.filter((cell) => hidden.has(cell)).length !== 1) continue;
      const smallest = line.filter((cell) => !hidden.has(cell) && cell.count > 0).toSorted((a, b) => a.count - b.count)[0];
      if (!smallest) continue;
      hidden.add(smallest);
      changed = true;
    }
  }
  return hidden;
}

/** The lines of which another table tells the sum: the whole table, with two axes each row and each column, and of each of these what a group takes together. */
function linesOf(cells: readonly Cell[], groups: NonNullable<Surroundings['groups']>): readonly (readonly Cell[])[] {
  const axes = Object.keys(cells[0]?.values ?? {});
  const along = axes.length < 2 ? [cells] : [cells, ...axes.flatMap((axis) => linesBy(cells, ({ values }) => values[axis] ?? null))];
  return [...along, ...axes.flatMap((axis) => (groups[axis] ?? []).flatMap((groupOf) => along.flatMap((line) => linesBy(line, groupedBy(axis, groupOf)))))];
}

function groupedBy(axis: string, groupOf: (value: string) => string | undefined): (cell: Cell) => string | null {
  return ({ values }) => {
    const value = values[axis] ?? null;
    return value === null ? null : groupOf(value) ?? null;
  };
}

function linesBy(cells: readonly Cell[], lineOf: (cell: Cell) => string | null): readonly (readonly Cell[])[] {
  return [...Map.groupBy(cells, lineOf).values()];
}

function sumOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { count }) => sum + count, 0);
}

function keyOf(values: Cell['values']): string {
  return JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
