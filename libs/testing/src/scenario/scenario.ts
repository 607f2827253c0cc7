import type { CivilDate, Instant, OrganisationUrn } from '@trajectboek/events';

/** A story as data (scenario-format.md): what happened, who said so, and what the views must then show. */
export interface Scenario {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
  readonly organisations: ReadonlyMap<string, ScenarioOrganisation>;
  readonly youths: readonly ScenarioYouth[];
  readonly checks: readonly ScenarioCheck[];
  readonly settings: ScenarioSettings;
}

export interface ScenarioOrganisation {
  readonly alias: string;
  readonly id: OrganisationUrn;
  readonly type: string;
  readonly municipality: string | null;
}

export interface ScenarioYouth {
  /** Unique in the file; `<group>-001` or `youth-001` in a cohort. */
  readonly alias: string;
  readonly group: string | null;
  readonly birthDate: CivilDate;
  readonly municipality: string;
  /** In the order of the file; events that hold for a whole cohort are in the list of each of its youths. */
  readonly events: readonly ScenarioEvent[];
}

export interface ScenarioEvent {
  readonly id: string;
  /** When it happened in the world: `data.occurredAt`. A story may hold a moment that does not exist, to be refused. */
  readonly at: CivilDate | Instant | undefined;
  /** When the source logged it; a date means noon in Amsterdam. */
  readonly recorded: CivilDate | Instant;
  /** Place in the file, which decides between events recorded at the same moment. */
  readonly order: number;
  readonly by: ScenarioOrganisation;
  readonly type: string;
  readonly data: unknown;
  /** The code that the ledger must refuse it with; null when it must be recorded. */
  readonly refusedWith: string | null;
}

export interface ScenarioCheck {
  readonly view: string;
  readonly asOf?: string;
  readonly knownAt?: string;
  readonly definition?: string;
  readonly reader?: string;
  readonly group?: string;
  readonly list?: string;
  readonly metric?: string;
  readonly from?: string;
  readonly to?: string;
  readonly by?: string;
  readonly published?: boolean;
  readonly expect: unknown;
}

export interface ScenarioSettings {
  /** Codes of programme clocks that are on for the organisations of the file; null when the file does not say. */
  readonly programmesEnabled: readonly string[] | null;
}

/** The file is not a scenario; names every fault at once. */
export class ScenarioError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('; '));
  }
}
