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

/**
 * Makes a table fit to publish. Cells below the threshold are suppressed, with others so that no line of the table has a
 * single suppressed cell (which the margin would give away); what remains is rounded.
 */
export function publish(cells: readonly Cell[], rules: PublicationRules): PublishedTable {
  const total = cells.reduce((sum, { count }) => sum + count, 0);
  const dominated = total > 0 && cells.some(({ count }) => count / total > DOMINANCE);
  const hidden = dominated ? new Set(cells) : withComplements(cells, new Set(cells.filter(({ count }) => count > 0 && count < rules.threshold)));
  const round = (count: number): number => Math.round(count / rules.rounding) * rules.rounding;
  return {
    total: total < rules.threshold ? null : round(total),
    suppressed: hidden.size,
    cells: cells.map((cell) => (hidden.has(cell) ? { values: cell.values, count: null, suppressed: true } : { values: cell.values, count: round(cell.count), suppressed: false })),
  };
}

/** Suppresses the smallest other cell of each line with one suppressed cell, until there is no such line. */
function withComplements(cells: readonly Cell[], hidden: Set<Cell>): Set<Cell> {
  const lines = linesOf(cells);
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

/** The lines that have a margin: the whole table, and with two axes each row and each column. */
function linesOf(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const axes = Object.keys(cells[0]?.values ?? {});
  if (axes.length < 2) return [cells];
  return [cells, ...axes.flatMap((axis) => [...Map.groupBy(cells, ({ values }) => values[axis] ?? null).values()])];
}
