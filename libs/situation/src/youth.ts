import type { AsOf, CivilDate, History, Period } from '@trajectboek/events';
import type { Facet, Settings, YouthOnDate } from '@trajectboek/schemes';
import { facetOf } from './facets/facets.js';
import { municipalityOf } from './subject.js';

/** Settings that the folds of this library read; all are in schemes.yaml. */
export type PeriodSetting = 'contactWindow' | 'staleAfter' | 'staleTrackAfter' | 'transitionGap' | 'handoverArrival' | 'refusalFollowUp';
export type NumberSetting = 'contactAttemptsLost' | 'rmcUpperAge';

/** One youth on one date, as known at one moment; what the folds of this library and the rules of schemes ask about. */
export class Youth implements YouthOnDate {
  /** What the folds have computed of this youth; only `remembered` reads and writes it. */
  readonly answers: unknown[] = [];
  readonly #values = new Map<string, string | number>();

  constructor(
    readonly history: History,
    readonly settings: Settings,
  ) {}

  get asOf(): AsOf {
    return this.history.asOf;
  }

  hasFacet(facet: Facet): boolean {
    return facetOf(this, facet).open;
  }

  on(date: CivilDate): Youth {
    return new Youth(this.history.at(date), this.settings);
  }

  /** The period of a setting in force on the date in the youth's municipality. */
  period(code: PeriodSetting): Period {
    return String(this.#setting(code));
  }

  number(code: NumberSetting): number {
    return Number(this.#setting(code));
  }

  #setting(code: string): string | number {
    const known = this.#values.get(code);
    if (known !== undefined) return known;
    const municipality = municipalityOf(this);
    const change = this.settings.nextChange?.(code, this.asOf.date, municipality);
    if (change !== undefined) this.asOf.reached(change);
    const value = this.settings.valueOf(code, this.asOf.date, municipality);
    this.#values.set(code, value);
    return value;
  }
}

/** The youth of a history: what had happened by `history.asOf`, as known at the moment of its chronicle. */
export function youthOn(history: History, settings: Settings): Youth {
  return new Youth(history, settings);
}
