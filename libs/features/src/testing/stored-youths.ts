import type { ViewStorePort } from '@trajectboek/api';
import { Chronicle, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import { handoverRows, HANDOVERS } from '@trajectboek/handovers';
import type { Settings } from '@trajectboek/schemes';
import { situationRows, SITUATIONS } from '@trajectboek/situations';
import { histories } from '@trajectboek/testing/histories';
import type { CountQuery, FoundRow, FoundRows, RowCount, RowQuery } from '@trajectboek/view-store';
import fc from 'fast-check';

const VALUES: Readonly<Record<string, string | number>> = { contactWindow: 'P90D', staleAfter: 'P12M', staleTrackAfter: 'P6M', transitionGap: 'P28D', refusalFollowUp: 'P28D', contactAttemptsLost: 2, rmcUpperAge: 23 };
export const SETTINGS: Settings = { valueOf: (code) => VALUES[code] ?? 'P14D' };

/** What the ledger was told of one youth. */
export interface Told { readonly trajectoryId: TrajectoryId; readonly events: readonly RecordedEvent[] }
const idOf = (index: number): TrajectoryId => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` as TrajectoryId;
/** Some youths, each with a random history. */
export const population = fc.array(histories, { minLength: 2, maxLength: 6 }).map((all) => all.map((events, index): Told => ({ trajectoryId: idOf(index), events })));

/** The rows of all views, found and counted as the port says: the first `limit` that hold on the day and have the tags. */
export function storeOf(youths: readonly Told[]): ViewStorePort {
  const rows: Readonly<Record<string, readonly FoundRow[]>> = {
    [HANDOVERS.name]: youths.flatMap(({ trajectoryId, events }) => handoverRows(new Chronicle(events), SETTINGS).map((row) => ({ trajectoryId, ...row }))),
    [SITUATIONS.name]: youths.flatMap(({ trajectoryId, events }) => situationRows(new Chronicle(events), SETTINGS).map((row) => ({ trajectoryId, ...row }))),
  };
  const holding = (view: string, { asOf, tags = {} }: Pick<RowQuery, 'asOf' | 'tags'>): readonly FoundRow[] => (rows[view] ?? []).filter((row) =>
    row.from <= asOf && (row.until === null || asOf < row.until) && Object.entries(tags).every(([tag, values]) => [values].flat().includes(row.tags[tag] ?? '')));
  const store = {
    live: () => Promise.resolve(undefined),
    find: (view: string, query: RowQuery): Promise<FoundRows> => Promise.resolve({ rows: holding(view, query).slice(0, query.limit), next: null }),
    count: (view: string, query: CountQuery): Promise<readonly RowCount[]> => {
      const valuesOf = ({ tags }: FoundRow): RowCount['values'] => Object.fromEntries(query.by.map((tag) => [tag, tags[tag] ?? null]));
      const groups = Map.groupBy(holding(view, query), (row) => JSON.stringify(valuesOf(row)));
      return Promise.resolve([...groups.values()].flatMap(([first, ...others]) => (first ? [{ values: valuesOf(first), count: others.length + 1 }] : [])));
    },
  };
  return store as unknown as ViewStorePort;
}
