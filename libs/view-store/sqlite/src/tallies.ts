import type { SQLInputValue, StatementSync } from 'node:sqlite';
import type { ViewRow } from '@trajectboek/view-store';
import type { Connection } from './connection.js';
import { OPEN_END } from './periods.js';
import { tableOf, tagColumn, tallyTables, type Build, type Selection } from './schema.js';

/** What a tally knows of a row. */
export type Span = Pick<ViewRow, 'from' | 'until' | 'tags'>;

/** A tag without a value, in a column of a primary key. */
export const NO_VALUE = '';

/**
 * Counts what comes and goes during one commit, per selection, combination of tags and day, and adds it up in the file at
 * the end. A count on any date is then a sum over months and over the days of one month, however many rows there are.
 */
export class TallyWriter {
  readonly #changes: readonly Map<string, number>[];

  /** For one transaction on a build that has its tallies. */
  constructor(private readonly connection: Connection, private readonly build: Build) {
    this.#changes = build.selections.map(() => new Map<string, number>());
  }

  add({ from, until, tags }: Span, times: 1 | -1): void {
    if (until !== null && until <= from) return;
    for (const [index, selection] of this.build.selections.entries()) {
      const values = selection.map((tag) => tags[tag] ?? NO_VALUE);
      this.#note(index, [from, ...values], times);
      if (until !== null) this.#note(index, [until, ...values], -times);
    }
  }

  flush(): void {
    for (const [index, selection] of this.build.selections.entries()) {
      const { days, months } = tallyTables(this.build, selection);
      const [addDay, addMonth] = [this.#upsert(days, selection), this.#upsert(months, selection)];
      for (const [key, delta] of this.#changes[index] ?? []) {
        if (delta === 0) continue;
        const [day = '', ...values] = JSON.parse(key) as string[];
        addDay.run(day, ...values, delta);
        addMonth.run(day.slice(0, 7), ...values, delta);
      }
    }
  }

  #note(index: number, place: readonly string[], delta: number): void {
    const changes = this.#changes[index];
    const key = JSON.stringify(place);
    changes?.set(key, (changes.get(key) ?? 0) + delta);
  }

  #upsert(table: string, selection: Selection): StatementSync {
    const columns = ['period', ...selection.map(tagColumn)];
    return this.connection.prepare(`
      INSERT INTO ${table} (${columns.join(', ')}, delta) VALUES (${columns.map(() => '?').join(', ')}, ?)
      ON CONFLICT DO UPDATE SET delta = delta + excluded.delta`);
  }
}

/** Makes the tallies of a build from its rows, in one step. Doing it again does nothing: the build is marked. */
export function tallyStatement(build: Build): string {
  const tags = [...new Set(build.selections.flat())];
  const values = tags.map((tag) => `coalesce(${tagColumn(tag)}, '${NO_VALUE}') AS ${tagColumn(tag)}`);
  const columns = ['period', ...tags.map(tagColumn)].join(', ');
  const spans = (day: string, delta: number, condition: string): string =>
    `SELECT ${[`${day} AS period`, ...values, `${delta} AS delta`].join(', ')} FROM ${tableOf(build)} WHERE until > "from"${condition}`;
  return `
    BEGIN IMMEDIATE;
    CREATE TEMP TABLE spans AS SELECT ${columns}, sum(delta) AS delta
      FROM (${spans('"from"', 1, '')} UNION ALL ${spans('until', -1, ` AND until < '${OPEN_END}'`)}) GROUP BY ${columns};
    ${build.selections.map((selection) => tablesOf(build, selection)).join('\n')}
    DROP TABLE temp.spans;
    UPDATE generations SET tallied = 1 WHERE view = '${build.view}' AND generation = ${build.generation};
    COMMIT;
  `;
}

/** Days in order of date, because a question is about one month of them; months in order of tags, because it is about all of them. */
function tablesOf(build: Build, selection: Selection): string {
  const { days, months } = tallyTables(build, selection);
  const tags = selection.map(tagColumn);
  const table = (name: string, key: readonly string[]): string =>
    `CREATE TABLE ${name} (${['period', ...tags].map((column) => `${column} TEXT NOT NULL`).join(', ')}, delta INTEGER NOT NULL, PRIMARY KEY (${key.join(', ')})) STRICT, WITHOUT ROWID;`;
  const all = ['period', ...tags].join(', ');
  const monthly = ['substr(period, 1, 7)', ...tags].join(', ');
  return `
    ${table(days, ['period', ...tags])}
    INSERT INTO ${days} SELECT ${all}, sum(delta) FROM temp.spans GROUP BY ${all};
    ${table(months, [...tags, 'period'])}
    INSERT INTO ${months} SELECT ${monthly}, sum(delta) FROM ${days} GROUP BY ${monthly};
  `;
}

export interface TallyQuery {
  readonly asOf: string;
  readonly filter: readonly (readonly [tag: string, values: readonly string[]])[];
  readonly by: readonly string[];
}

/** Number of rows per combination, from the smallest tally that knows all tags; undefined when there is none. */
export function countFromTally(connection: Connection, build: Build, { asOf, filter, by }: TallyQuery): readonly (readonly unknown[])[] | undefined {
  const needed = new Set([...filter.map(([tag]) => tag), ...by]);
  const [selection] = build.selections.filter((some) => [...needed].every((tag) => some.includes(tag))).sort((a, b) => a.length - b.length);
  if (!selection) return undefined;
  const { days, months } = tallyTables(build, selection);
  const where = filter.map(([tag]) => ` AND ${tagColumn(tag)} IN (SELECT value FROM json_each(?))`).join('');
  const values: SQLInputValue[] = filter.map(([, wanted]) => JSON.stringify(wanted));
  const columns = by.map(tagColumn);
  const part = (table: string, period: string): string => `SELECT ${['delta', ...columns].join(', ')} FROM ${table} WHERE ${period}${where}`;
  const month = asOf.slice(0, 7);
  const statement = connection.prepare(`
    SELECT ${['sum(delta)', ...columns].join(', ')} FROM (${part(months, 'period < ?')} UNION ALL ${part(days, 'period BETWEEN ? AND ?')})
    ${columns.length > 0 ? `GROUP BY ${columns.join(', ')}` : ''}`);
  statement.setReturnArrays(true);
  return [...statement.all(month, ...values, `${month}-01`, asOf, ...values) as unknown as readonly (readonly unknown[])[]];
}
