import type { ViewStorePort } from '@trajectboek/api';
import { loadRuleBook } from '@trajectboek/catalogue';
import { Chronicle, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import { handoverRows, HANDOVERS } from '@trajectboek/handovers';
import { membershipRows, MEMBERSHIPS } from '@trajectboek/memberships';
import { parseRuleBook, type RuleBook } from '@trajectboek/schemes';
import { situationRows, SITUATIONS } from '@trajectboek/situations';
import { histories } from '@trajectboek/testing/histories';
import { asStored, cursorAfter, inListOrder, placeOf, type CountQuery, type FoundRow, type FoundRows, type RowCount, type RowQuery, type ViewDeclaration, type ViewRow, type YouthsQuery } from '@trajectboek/view-store';
import { WORK_ITEMS, workListRows } from '@trajectboek/worklists';
import fc from 'fast-check';

/** The rules as the product reads them. */
export const RULES: RuleBook = parseRuleBook(loadRuleBook());
export const { settings: SETTINGS } = RULES;

/** What the ledger was told of one youth. */
export interface Told { readonly trajectoryId: TrajectoryId; readonly events: readonly RecordedEvent[] }
const idOf = (index: number): TrajectoryId => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` as TrajectoryId;
/** Some youths, each with a random history. */
export const population = fc.array(histories, { minLength: 2, maxLength: 6 }).map((all) => all.map((events, index): Told => ({ trajectoryId: idOf(index), events })));

const VIEWS: readonly { readonly view: ViewDeclaration; readonly rowsOf: (chronicle: Chronicle) => readonly ViewRow[] }[] = [
  { view: HANDOVERS, rowsOf: (chronicle) => handoverRows(chronicle, SETTINGS) },
  { view: SITUATIONS, rowsOf: (chronicle) => situationRows(chronicle, SETTINGS) },
  { view: MEMBERSHIPS, rowsOf: (chronicle) => membershipRows(chronicle, SETTINGS) },
  { view: WORK_ITEMS, rowsOf: (chronicle) => workListRows(chronicle, { ruleBook: RULES, enabledFor: () => new Set() }) },
];

/** The rows of all views, found and counted as the port says. */
export function storeOf(youths: readonly Told[]): ViewStorePort {
  const rows = new Map<string, readonly FoundRow[]>();
  const rowsOf = (name: string): readonly FoundRow[] => {
    const known = rows.get(name) ?? VIEWS.filter(({ view }) => view.name === name).flatMap(({ view, rowsOf: fold }) =>
      youths.flatMap(({ trajectoryId, events }) => fold(new Chronicle(events)).map((row) => ({ trajectoryId, ...asStored(view, row) })))).sort(inListOrder);
    rows.set(name, known);
    return known;
  };
  const holding = (view: string, { asOf, tags = {}, tagsOnly = false }: YouthsQuery): readonly FoundRow[] => rowsOf(view).filter((row) =>
    row.from <= asOf && (row.until === null || asOf < row.until) && Object.entries(tags).every(([tag, values]) => [values].flat().includes(row.tags[tag] ?? '')))
    .map((row) => (tagsOnly ? { ...row, doc: {} } : row));
  const store = {
    live: () => Promise.resolve(undefined),
    find: (view: string, query: RowQuery): Promise<FoundRows> => {
      const after = query.cursor === undefined ? undefined : placeOf(query.cursor);
      const rest = holding(view, query).filter((row) => after === undefined || inListOrder(row, after) > 0);
      const [page, last] = [rest.slice(0, query.limit), rest[query.limit - 1]];
      return Promise.resolve({ rows: page, next: last && rest.length > query.limit ? cursorAfter(last) : null });
    },
    ofYouths: (view: string, ids: readonly TrajectoryId[], query: YouthsQuery) => Promise.resolve(holding(view, query).filter(({ trajectoryId }) => ids.includes(trajectoryId))),
    count: (view: string, query: CountQuery): Promise<readonly RowCount[]> => {
      const valuesOf = ({ tags }: FoundRow): RowCount['values'] => Object.fromEntries(query.by.map((tag) => [tag, tags[tag] ?? null]));
      const groups = Map.groupBy(holding(view, query), (row) => JSON.stringify(valuesOf(row)));
      return Promise.resolve([...groups.values()].flatMap(([first, ...others]) => (first ? [{ values: valuesOf(first), count: others.length + 1 }] : [])));
    },
  };
  return store as unknown as ViewStorePort;
}
