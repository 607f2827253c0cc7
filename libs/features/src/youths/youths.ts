import { Injectable } from '@nestjs/common';
import { IdentityIndexPort, problem, RuleBookPort, type RequestAccess } from '@trajectboek/api';
import { AsOf, Chronicle, type CivilDate, type TrajectoryId } from '@trajectboek/events';
import type { YouthEvents } from '@trajectboek/ledger';
import { youthOn, type Youth } from '@trajectboek/situation';
import { eyesOf, Parts, seenBy, type VisibleYouth } from './eyes.js';
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
    const [visible] = this.#seen({ trajectoryId, events: await this.histories.of(trajectoryId) }, { access, moment }, [moment.asOf]);
    if (!visible) throw problem('no-legal-basis', 'Uw organisatie heeft geen grondslag voor dit traject.');
    if (visible.eyes === undefined && !this.identities.exists(trajectoryId)) throw problem('not-found', 'Dit traject is er niet.');
    return visible;
  }

  /** All youths that the reader may see and of whom something had happened by the date, one after the other. */
  all(access: RequestAccess, moment: Moment): AsyncGenerator<VisibleYouth> {
    return this.allOn([moment.asOf], access, moment);
  }

  /** The same on several dates, told by `youth.asOf`: each youth is read once, and what the dates have in common is folded once. */
  async *allOn(dates: readonly CivilDate[], access: RequestAccess, moment: Moment): AsyncGenerator<VisibleYouth> {
    if (!moment.asKnownThen && eyesOf(access.caller) !== 'all') return yield* this.someOn(await this.#datesOfMembers(dates, access), access, moment);
    const work = workOf(access);
    await work.expect(await this.members.total());
    for await (const history of this.population.histories()) {
      await work.step();
      yield* this.#happened(history, { access, moment }, dates);
    }
  }

  /** The same of these youths only. */
  some(trajectoryIds: readonly TrajectoryId[], access: RequestAccess, moment: Moment): AsyncGenerator<VisibleYouth> {
    return this.someOn(new Map(trajectoryIds.map((trajectoryId) => [trajectoryId, [moment.asOf]])), access, moment);
  }

  /** The same of these youths, each on dates of his own. */
  async *someOn(datesOf: ReadonlyMap<TrajectoryId, readonly CivilDate[]>, access: RequestAccess, moment: Moment): AsyncGenerator<VisibleYouth> {
    const work = workOf(access);
    if (datesOf.size > FEW) await work.expect(datesOf.size);
    for (const [trajectoryId, dates] of datesOf) {
      await work.step();
      yield* this.#happened({ trajectoryId, events: await this.histories.of(trajectoryId) }, { access, moment }, dates);
    }
  }

  async #datesOfMembers(dates: readonly CivilDate[], access: RequestAccess): Promise<ReadonlyMap<TrajectoryId, readonly CivilDate[]>> {
    const pairs: (readonly [TrajectoryId, CivilDate])[] = [];
    for (const date of dates) {
      const { whole, part } = await this.members.among(access, date);
      for (const trajectoryId of [...whole, ...part]) pairs.push([trajectoryId, date]);
    }
    return datesByYouth(pairs);
  }

  *#happened(history: YouthEvents, reading: Reading, dates: readonly CivilDate[]): Generator<VisibleYouth> {
    for (const visible of this.#seen(history, reading, dates)) if (visible.youth.history.events.length > 0) yield visible;
  }

  *#seen({ trajectoryId, events }: YouthEvents, { access, moment }: Reading, dates: readonly CivilDate[]): Generator<VisibleYouth> {
    const chronicle = new Chronicle(events, moment.asKnownThen ? moment.knownAt : undefined);
    const parts = new Parts();
    for (const date of dates) {
      const fold = (part: Chronicle): Youth => youthOn(part.on(new AsOf(date)), this.ruleBook.value.settings);
      const visible = seenBy(eyesOf(access.caller), { trajectoryId, whole: fold(chronicle), fold, parts });
      if (visible) yield visible;
    }
  }
}

interface Reading {
  readonly access: RequestAccess;
  readonly moment: Moment;
}

/** On which dates each youth is asked for. */
export function datesByYouth(pairs: readonly (readonly [TrajectoryId, CivilDate])[]): ReadonlyMap<TrajectoryId, readonly CivilDate[]> {
  const dates = new Map<TrajectoryId, CivilDate[]>();
  for (const [trajectoryId, date] of pairs) {
    const known = dates.get(trajectoryId);
    if (known) known.push(date);
    else dates.set(trajectoryId, [date]);
  }
  return dates;
}
