import { Injectable } from '@nestjs/common';
import { IdentityIndexPort, problem, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import { AsOf, Chronicle, type TrajectoryId } from '@trajectboek/events';
import type { YouthEvents } from '@trajectboek/ledger';
import { youthOn, type Youth } from '@trajectboek/situation';
import { eyesOf, seenBy, type VisibleYouth } from './eyes.js';
import { Histories } from './histories.js';
import { Members } from './members.js';
import type { Moment } from './moment.js';
import { Population } from './population.js';
import { workOf } from './turns.js';

export type { VisibleYouth } from './eyes.js';

/** Youths that are folded in a moment: no reason to make a job of it. */
const FEW = 1_000;

/** The youths behind all views, each with the eyes of who asks. */
@Injectable()
export class Youths {
  constructor(
    private readonly population: Population,
    private readonly histories: Histories,
    private readonly members: Members,
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
    const among = moment.asKnownThen ? undefined : await this.members.among(access, moment.asOf);
    if (among && !among.everyone) return yield* this.some([...among.whole, ...among.part], access, moment);
    const work = workOf(access);
    await work.expect(await this.members.total());
    for await (const history of this.population.histories()) {
      await work.step();
      const visible = this.#seenBy(access, moment, history);
      if (visible && visible.youth.history.events.length > 0) yield visible;
    }
  }

  /** The same of these youths only. */
  async *some(trajectoryIds: readonly TrajectoryId[], access: RequestAccess, moment: Moment): AsyncGenerator<VisibleYouth> {
    const work = workOf(access);
    if (trajectoryIds.length > FEW) await work.expect(trajectoryIds.length);
    for (const trajectoryId of trajectoryIds) {
      await work.step();
      const visible = this.#seenBy(access, moment, { trajectoryId, events: await this.histories.of(trajectoryId) });
      if (visible && visible.youth.history.events.length > 0) yield visible;
    }
  }

  #seenBy({ caller }: RequestAccess, moment: Moment, { trajectoryId, events }: YouthEvents): VisibleYouth | undefined {
    const chronicle = new Chronicle(events, moment.asKnownThen ? moment.knownAt : undefined);
    const fold = (part: Chronicle): Youth => youthOn(part.on(new AsOf(moment.asOf)), this.ruleBook.value.settings);
    return seenBy(eyesOf(caller), { trajectoryId, whole: fold(chronicle), fold });
  }
}
