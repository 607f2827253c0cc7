import type { RuleBookPort } from '@trajectboek/api';
import type { CivilDate } from '@trajectboek/events';
import { isInForceOn } from '@trajectboek/schemes';
import type { YouthRow } from './youth-row.js';

/**
 * The definition that a list or count was made by. The answer names it, and tells apart of how many youths it could not be
 * decided and what is not known of them (schemes.yaml, DEFINITIONS).
 */
export class AskedDefinition {
  readonly #definition;
  readonly #asOf: CivilDate;
  readonly #unknown = new Map<string, number>();
  #youths = 0;

  constructor({ value }: RuleBookPort, code: string | undefined, asOf: CivilDate) {
    this.#definition = code === undefined ? undefined : value.definitions.get(code);
    this.#asOf = asOf;
  }

  /** For a youth that has everything else that was asked for. */
  note({ missing }: YouthRow): void {
    if (missing.length === 0) return;
    this.#youths += 1;
    for (const fact of missing) this.#unknown.set(fact, (this.#unknown.get(fact) ?? 0) + 1);
  }

  /** What the answer says of it; nothing where no definition was asked for. */
  named(): object {
    if (this.#definition === undefined) return {};
    const { code, label } = this.#definition;
    return { definition: code, definitionLabel: label, applicable: isInForceOn(this.#definition, this.#asOf) };
  }

  /** Of whom it is not known, by the fact that is missing. Not for published figures: they are not suppressed. */
  undecided(): object {
    if (this.#definition === undefined) return {};
    return { unknown: { count: this.#youths, missing: [...this.#unknown].sort(([a], [b]) => (a < b ? -1 : 1)).map(([fact, count]) => ({ fact, count })) } };
  }
}
