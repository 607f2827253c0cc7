import { Injectable } from '@nestjs/common';
import { RuleBookPort } from '@trajectboek/api';
import { AsOf, Chronicle, type CivilDate, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import { youthOn, type Youth } from '@trajectboek/situation';
import { EnabledClocks } from '../youths/enabled-clocks.js';
import { seenBy, type Eyes } from '../youths/eyes.js';
import { Newest } from './newest.js';
import { sideOf, type YouthSide } from './youth-side.js';

/** Youths with all their events in them: as many as change at about the same time. */
const MOST_WHOLE = 64;
/** Some kilobytes each. */
const MOST_SIDES = 10_000;
const DATE_LENGTH = 10;

/** A youth as the ledger knew him after his first so many events. */
export interface YouthThen {
  readonly trajectoryId: TrajectoryId;
  readonly events: readonly RecordedEvent[];
}

/** How youths look to readers at a point of their history, each folded once for who has the same eyes. */
@Injectable()
export class YouthSides {
  readonly #whole = new Newest<string, Youth>(MOST_WHOLE);
  readonly #sides = new Newest<string, YouthSide | null>(MOST_SIDES);

  constructor(
    private readonly ruleBook: RuleBookPort,
    private readonly clocks: EnabledClocks,
  ) {}

  /** @param edition the date of the lists, and by which rules. @returns null when the youth may not be seen */
  seen(eyes: Eyes, then: YouthThen, edition: string): YouthSide | null {
    const key = `${then.trajectoryId} ${then.events.at(-1)?.position ?? 0} ${edition}`;
    const asOf = edition.slice(0, DATE_LENGTH);
    return this.#sides.get(`${eyes} ${key}`, () => this.#look(eyes, then, this.#whole.get(key, () => this.#fold(new Chronicle(then.events), asOf))));
  }

  /** With another date or other rules nothing of it holds; after an erasure nothing of it may stay. */
  forget(): void {
    this.#whole.clear();
    this.#sides.clear();
  }

  #look(eyes: Eyes, { trajectoryId, events }: YouthThen, whole: Youth): YouthSide | null {
    if (events.length === 0) return null;
    const visible = seenBy(eyes, { trajectoryId, whole, fold: (chronicle) => this.#fold(chronicle, whole.asOf.date) });
    return visible === undefined ? null : sideOf(visible, { ruleBook: this.ruleBook.value, enabled: this.clocks.for(whole.history.chronicle) });
  }

  #fold(chronicle: Chronicle, asOf: CivilDate): Youth {
    return youthOn(chronicle.on(new AsOf(asOf)), this.ruleBook.value.settings);
  }
}
