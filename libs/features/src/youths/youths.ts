import { Injectable } from '@nestjs/common';
import { findRole } from '@trajectboek/access';
import { IdentityIndexPort, problem, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import { AsOf, Chronicle, getEventType, type DataClass, type OrganisationUrn, type RecordedEvent, type TrajectoryId } from '@trajectboek/events';
import type { YouthEvents } from '@trajectboek/ledger';
import { hasLegalBasis, levelFor, youthOn, type Youth } from '@trajectboek/situation';
import { Histories } from './histories.js';
import type { Moment } from './moment.js';
import { Population } from './population.js';

/** One youth as a reader may see him at a moment. */
export interface VisibleYouth {
  readonly trajectoryId: TrajectoryId;
  /** What the reader may know to have happened. */
  readonly chronicle: Chronicle;
  /** The youth as it follows from that; what only happened, to the health of the youth or before a judge, does not speak in it. */
  readonly youth: Youth;
  /** The organisation whose eyes these are; undefined for who sees all. */
  readonly eyes: OrganisationUrn | undefined;
  /** The same youth with everything in it: what decides how far an event may be seen. */
  readonly whole: Youth;
}

/** Classes of data whose content no view may give away to who may only know that something happened. */
const SPECIAL: ReadonlySet<DataClass> = new Set<DataClass>(['health', 'criminal']);

/** The youths behind all views, each with the eyes of who asks. */
@Injectable()
export class Youths {
  constructor(
    private readonly population: Population,
    private readonly histories: Histories,
    private readonly ruleBook: RuleBookPort,
    private readonly identities: IdentityIndexPort,
  ) {}

  /** @throws ProblemError no-legal-basis, whether or not the youth exists; not-found for who may see every youth */
  async get(trajectoryId: TrajectoryId, access: RequestAccess, moment: Moment): Promise<VisibleYouth> {
    const visible = this.#seenBy(access, moment, { trajectoryId, events: await this.histories.of(trajectoryId) });
    if (!visible) throw problem('no-legal-basis', 'Uw organisatie heeft geen grondslag voor dit traject.');
    if (visible.eyes === undefined && !this.identities.exists(trajectoryId)) throw problem('not-found', 'Dit traject is er niet.');
    return visible;
  }

  /** All youths that the reader may see and of whom something had happened by the date, one after the other. */
  async *all(access: RequestAccess, moment: Moment): AsyncGenerator<VisibleYouth> {
    for await (const history of this.population.histories()) {
      const visible = this.#seenBy(access, moment, history);
      if (visible && visible.youth.history.events.length > 0) yield visible;
    }
  }

  #seenBy({ caller }: RequestAccess, moment: Moment, { trajectoryId, events }: YouthEvents): VisibleYouth | undefined {
    const chronicle = new Chronicle(events, moment.asKnownThen ? moment.knownAt : undefined);
    const seesAll = findRole(caller.role)?.reach === 'all';
    if (chronicle.known.length === 0 && !seesAll) return undefined;
    const whole = this.#on(chronicle, moment);
    if (seesAll) return { trajectoryId, chronicle, youth: whole, eyes: undefined, whole };
    const eyes = caller.organisation as OrganisationUrn;
    if (!hasLegalBasis(whole, eyes)) return undefined;
    const levels = new Map(chronicle.known.map((event) => [event, levelFor(event, eyes, whole)] as const));
    const known = within(chronicle, (event) => levels.get(event) !== null);
    const readable = within(known, (event) => levels.get(event) === 'what' || !SPECIAL.has(getEventType(event.type).dataClass));
    return { trajectoryId, chronicle: known, youth: this.#on(readable, moment), eyes, whole };
  }

  #on(chronicle: Chronicle, { asOf }: Moment): Youth {
    return youthOn(chronicle.on(new AsOf(asOf)), this.ruleBook.value.settings);
  }
}

/** The same chronicle when nothing falls out of it. */
function within(chronicle: Chronicle, isIn: (event: RecordedEvent) => boolean): Chronicle {
  const some = chronicle.known.filter(isIn);
  return some.length === chronicle.known.length ? chronicle : new Chronicle(some);
}
