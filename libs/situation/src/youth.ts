import { LastingAnswer, type AsOf, type Chronicle, type CivilDate, type History, type Period } from '@trajectboek/events';
import type { Facet, Settings, YouthOnDate } from '@trajectboek/schemes';
import { facetOf } from './facets/facets.js';
import { municipalityOf } from './subject.js';

/** Settings that the folds of this library read; all are in schemes.yaml. */
export type PeriodSetting = 'contactWindow' | 'staleAfter' | 'staleTrackAfter' | 'transitionGap' | 'handoverArrival' | 'refusalFollowUp';
export type NumberSetting = 'contactAttemptsLost' | 'rmcUpperAge';

/** What the folds have computed of one chronicle with one set of settings. */
interface Memory {
  readonly settings: Settings;
  /** One place for each fold; only `remembered` reads and writes it. */
  readonly answers: (LastingAnswer<unknown> | undefined)[];
  readonly values: Map<string, LastingAnswer<string | number>>;
}

const memories = new WeakMap<Chronicle, Memory>();

/** It lies with the chronicle, so that it goes when the chronicle goes. */
function memoryOf({ chronicle }: History, settings: Settings): Memory {
  const known = memories.get(chronicle);
  if (known?.settings === settings) return known;
  const memory: Memory = { settings, answers: [], values: new Map() };
  memories.set(chronicle, memory);
  return memory;
}

/** One youth on one date, as known at one moment; what the folds of this library and the rules of schemes ask about. */
export class Youth implements YouthOnDate {
  readonly #memory: Memory;

  constructor(
    readonly history: History,
    readonly settings: Settings,
  ) {
    this.#memory = memoryOf(history, settings);
  }

  get asOf(): AsOf {
    return this.history.asOf;
  }

  /** What the folds know of this youth on any date; only `remembered` uses it. */
  get memory(): Memory['answers'] {
    return this.#memory.answers;
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
    const { values } = this.#memory;
    const answer = values.get(code) ?? new LastingAnswer<string | number>();
    values.set(code, answer);
    return answer.on(this.asOf, () => {
      const municipality = municipalityOf(this);
      const change = this.settings.nextChange?.(code, this.asOf.date, municipality);
      if (change !== undefined) this.asOf.reached(change);
      return this.settings.valueOf(code, this.asOf.date, municipality);
    });
  }
}

/** The youth of a history: what had happened by `history.asOf`, as known at the moment of its chronicle. */
export function youthOn(history: History, settings: Settings): Youth {
  return new Youth(history, settings);
}
