import { findEventType, type EventName } from '@trajectboek/events';
import { GROUP_LABELS, ROLE_LABELS, STATUS_LABELS, type Catalogue, type CatalogueGroup, type CatalogueRole, type CatalogueRow, type SourceStatus } from './row.js';
import { parseView } from './view-reference.js';

export class CatalogueError extends Error {
  override readonly name = 'CatalogueError';
}

const GROUPS = Object.keys(GROUP_LABELS) as CatalogueGroup[];
const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const FIELDS: ReadonlySet<string> = new Set(['code', 'nl', 'aliases', 'seeds', 'what', 'role', 'events', 'views', 'status_in_source']);

type Raw = Readonly<Record<string, unknown>>;

/** The catalogue in a document that was read. @throws CatalogueError that names the row and what is wrong with it */
export function parseCatalogue(document: unknown): Catalogue {
  if (!isRaw(document)) throw new CatalogueError('catalogue.yaml has no groups');
  const unknown = Object.keys(document).filter((name) => !Object.hasOwn(GROUP_LABELS, name));
  if (unknown.length > 0) throw new CatalogueError(`catalogue.yaml has groups that are not known: ${unknown.join(', ')}`);
  const groups = Object.fromEntries(GROUPS.map((group) => [group, rowsOf(document[group], group)])) as Catalogue['groups'];
  const rows = GROUPS.flatMap((group) => groups[group]);
  checkUnique(rows);
  return { rows, groups };
}

function rowsOf(list: unknown, group: CatalogueGroup): readonly CatalogueRow[] {
  if (!Array.isArray(list)) throw new CatalogueError(`catalogue.yaml has no group ${group}`);
  return list.map((raw: unknown, index) => {
    if (!isRaw(raw)) throw new CatalogueError(`${group}[${index}] is no row`);
    return new RowReader(raw, `${group}[${index}] ${String(raw['code'])}`).row(group);
  });
}

/** Reads the fields of one row and says which one is wrong. */
class RowReader {
  constructor(private readonly raw: Raw, private readonly place: string) {}

  row(group: CatalogueGroup): CatalogueRow {
    const unknown = Object.keys(this.raw).filter((name) => !FIELDS.has(name));
    if (unknown.length > 0) this.#fail(`has fields that are not known: ${unknown.join(', ')}`);
    const row: CatalogueRow = {
      group, code: this.#text('code'), label: this.#text('nl'), aliases: this.#texts('aliases'), seeds: this.#texts('seeds'), what: this.#text('what'),
      role: this.#oneOf('role', ROLE_LABELS) as CatalogueRole, statusInSource: this.#oneOf('status_in_source', STATUS_LABELS) as SourceStatus,
      events: this.#texts('events').map((name) => this.#eventName(name)), views: this.#texts('views').map((view) => this.#view(view)),
    };
    if (!CODE.test(row.code)) this.#fail('has a code that is not kebab-case');
    if (row.role === 'context' && row.events.length > 0) this.#fail('is context, and yet leaves facts');
    return row;
  }

  #text(field: string): string {
    const value = this.raw[field];
    return typeof value === 'string' && value !== '' ? value : this.#fail(`has no ${field}`);
  }

  #texts(field: string): readonly string[] {
    const value = this.raw[field];
    if (!Array.isArray(value)) return this.#fail(`has no list ${field}`);
    const texts = value.filter((one): one is string => typeof one === 'string' && one !== '');
    return texts.length === value.length && new Set(texts).size === texts.length ? texts : this.#fail(`has an empty or double text in ${field}`);
  }

  #oneOf(field: string, known: object): string {
    const value = this.#text(field);
    return Object.hasOwn(known, value) ? value : this.#fail(`has the ${field} ${value}, which is not known`);
  }

  #eventName(name: string): EventName {
    return findEventType(name)?.name ?? this.#fail(`names the event ${name}, which is not in the language`);
  }

  #view(view: string): string {
    return parseView(view) ? view : this.#fail(`names ${view}, which is no view`);
  }

  #fail(what: string): never {
    throw new CatalogueError(`${this.place} ${what}`);
  }
}

function checkUnique(rows: readonly CatalogueRow[]): void {
  const doubles = [...Map.groupBy(rows, ({ code }) => code)].filter(([, same]) => same.length > 1).map(([code]) => code);
  if (doubles.length > 0) throw new CatalogueError(`codes that stand in the catalogue twice: ${doubles.join(', ')}`);
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
