import type { Scenario, ScenarioCheck } from '@trajectboek/testing/scenario';
import { UserError } from '../cli/user-error.js';
import type { HttpRequest, LedgerClient } from '../client/ledger-client.js';
import type { LocalClients } from '../identity/local-clients.js';
import { inParallel } from '../loading/in-parallel.js';
import type { ScenarioReport } from '../loading/load-report.js';

const YOUTHS_AT_ONCE = 8;
const PAGE = 500;

export interface Page<Item> {
  readonly count?: number;
  readonly items: readonly Item[];
  readonly next: string | null;
}

export interface CheckContextOptions {
  readonly scenario: Scenario;
  readonly clients: LocalClients;
  /** Trajectory ids by alias. */
  readonly trajectories: ReadonlyMap<string, string>;
  /** What the loader said, when the ledger holds this story and nothing else; null in a ledger that holds more. */
  readonly own: ScenarioReport | null;
}

/** What the views of a story are asked with: its youths, its readers, and the moments of a check. */
export class CheckContext {
  constructor(private readonly options: CheckContextOptions) {}

  get scenario(): Scenario {
    return this.options.scenario;
  }

  get own(): ScenarioReport | null {
    return this.options.own;
  }

  /** The youths that a check is about: of its group, or all of the file. */
  youthsOf({ group }: ScenarioCheck): readonly string[] {
    const youths = this.scenario.youths.filter((youth) => group === undefined || youth.group === group);
    if (youths.length === 0) throw new UserError(`geen enkele jongere${group === undefined ? '' : ` in groep ${group}`}`);
    return youths.map(({ alias }) => alias);
  }

  idOf(alias: string): string {
    const id = this.options.trajectories.get(alias);
    if (id === undefined) throw new UserError(`${alias} is geen jongere van dit bestand`);
    return id;
  }

  /** The organisation of an alias; other words, such as `none`, stand for themselves. */
  organisationOf(alias: unknown): unknown {
    return typeof alias === 'string' ? this.scenario.organisations.get(alias)?.id ?? alias : alias;
  }

  /** The organisation whose rights apply, or an auditor who sees all. */
  reader({ reader }: ScenarioCheck): Promise<LedgerClient> {
    if (reader === undefined) return this.options.clients.auditor();
    const organisation = this.scenario.organisations.get(reader);
    if (!organisation) throw new UserError(`${reader} is geen organisatie van dit bestand`);
    return this.options.clients.guideOf(organisation.id);
  }

  async get<Answer>(check: ScenarioCheck, path: string, query: HttpRequest['query'] = {}): Promise<Answer> {
    return (await this.reader(check)).getJson<Answer>(path, { ...this.#momentOf(check), ...query });
  }

  /** The items of all pages of a list, with the count that it gives. */
  async getAll<Item>(check: ScenarioCheck, path: string, query: HttpRequest['query'] = {}): Promise<Page<Item>> {
    const first = await this.get<Page<Item>>(check, path, { ...query, limit: PAGE });
    const items = [...first.items];
    for (let cursor = first.next; cursor !== null;) {
      const page = await this.get<Page<Item>>(check, path, { ...query, limit: PAGE, cursor });
      items.push(...page.items);
      cursor = page.next === cursor ? null : page.next;
    }
    return { ...first, items };
  }

  /** Judges every youth of a check; tells of the first with a difference, and of how many there are. */
  async forEachYouth(check: ScenarioCheck, judge: (alias: string) => Promise<readonly string[]>): Promise<readonly string[]> {
    const youths = this.youthsOf(check);
    const found = await inParallel(youths, YOUTHS_AT_ONCE, judge);
    const wrong = youths.map((alias, index) => ({ alias, lines: found[index] ?? [] })).filter(({ lines }) => lines.length > 0);
    const [first] = wrong;
    if (!first || youths.length === 1) return first?.lines ?? [];
    return first.lines.map((line) => `${first.alias} (en ${wrong.length - 1} anderen van ${youths.length}): ${line}`);
  }

  #momentOf({ asOf, knownAt, definition }: ScenarioCheck): HttpRequest['query'] {
    return { asOf, knownAt, definition, minPosition: this.own?.position ?? undefined };
  }
}

/** What the id of the file is of an event whose sender's id is `<scenario>:<youth>:<event>`. */
export function fileEventId(id: string): string {
  return id.split(':').slice(2).join(':') || id;
}
