import { isCivilDate, type CivilDate, type RecordedEvent } from '@trajectboek/events';
import type { Context } from '../predicates/predicate.js';
import { testEvent } from '../predicates/event-test.js';
import { fieldOf } from '../predicates/paths.js';
import { isInForceOn } from '../rule-book/dates.js';
import type { CaseFile } from './case-file.js';
import type { Clock } from './clock.js';
import type { Act, DueDate, End, Run } from './run.js';
import { isOfEarlierSpell } from './same-spell.js';
import { Stages } from './stages.js';
import { countsFromDay, looksBackTo, type Term } from './term.js';

export interface Opening {
  readonly clock: Clock;
  readonly start: RecordedEvent;
  readonly term: Term;
}

/** Follows a run through all facts that the chronicle has, up to what ended it. */
export function followRun(opening: Opening, file: CaseFile): Run {
  const follower = new Follower(opening, file);
  follower.follow();
  return follower.run();
}

class Follower {
  readonly #clock: Clock;
  readonly #start: RecordedEvent;
  readonly #context: Context;
  readonly #dueDates: [DueDate, ...DueDate[]];
  readonly #from: CivilDate;
  readonly #acts: Act[] = [];
  #tooEarly: Act | null = null;
  #end: End | null = null;

  constructor(private readonly opening: Opening, private readonly file: CaseFile) {
    this.#clock = opening.clock;
    this.#start = opening.start;
    this.#context = { youth: file.youthOn(opening.start.occurredOn), start: opening.start };
    this.#dueDates = [{ since: opening.start.occurredOn, dueOn: opening.term.dueOn }];
    this.#from = looksBackTo(opening.clock, this.#context);
  }

  follow(): void {
    const startedOn = this.#start.occurredOn;
    for (const event of this.file.facts) if (event.occurredOn < startedOn && !this.#end) this.#take(event);
    if (!this.#end) this.#waive(this.#start);
    if (!this.#end && this.#clock.startCounts) this.#take(this.#start);
    for (const event of this.file.facts) {
      if (this.#end) return;
      if (event.occurredOn < startedOn || event === this.#start) continue;
      if (this.#isOverForGood(event)) return;
      this.#waive(event);
      if (!this.#end) this.#take(event);
    }
  }

  run(): Run {
    const facts = {
      clock: this.#clock, start: this.#start, startedOn: this.#start.occurredOn, dueDates: this.#dueDates, notBefore: this.opening.term.notBefore,
      acts: this.#acts, tooEarly: this.#tooEarly, end: this.#end,
    };
    return { ...facts, stages: new Stages(facts, this.#context), replacedOn: null };
  }

  get #dueOn(): CivilDate {
    return this.#dueDates.at(-1)?.dueOn ?? this.opening.term.dueOn;
  }

  /** A window or a mark that has ended cannot change any more. */
  #isOverForGood({ occurredOn }: RecordedEvent): boolean {
    const { type } = this.#clock;
    return (type === 'window' || type === 'mark') && occurredOn > this.#dueOn;
  }

  /** The first waiver that is true stops the clock. */
  #waive(event: RecordedEvent): void {
    const { waivers } = this.#clock;
    if (waivers.length === 0) return;
    const context: Context = { youth: this.file.youthOn(event.occurredOn), start: this.#start };
    const waiver = waivers.find((candidate) => isInForceOn(candidate, this.#start.occurredOn) && candidate.when.test(context) === true);
    if (waiver) this.#cancel(event, { waiver: waiver.code });
  }

  /** The first match decides: satisfying before cancelling. */
  #take(event: RecordedEvent): void {
    if (!this.#clock.watches.has(event.type) || isOfEarlierSpell(event, this.#start, this.file.facts)) return;
    const context: Context = { ...this.#context, youth: this.file.youthOn(event.occurredOn), event };
    const isInSight = event.occurredOn >= this.#from;
    if (isInSight) this.#extend(event, context);
    this.#satisfy(event, context);
    if (this.#end || !isInSight) return;
    const isClosing = event.type === 'TrajectoryClosed' && event !== this.#start && event.occurredOn >= this.#start.occurredOn && this.#clock.group !== 'privacy';
    if (isClosing) this.#cancel(event, { byClosing: true });
    else if (this.#clock.cancelledBy.some((test) => testEvent(test, event, context) === true)) this.#cancel(event);
  }

  #cancel(event: RecordedEvent, { waiver = null, byClosing = false }: { readonly waiver?: string | null; readonly byClosing?: boolean } = {}): void {
    this.#end = { kind: 'cancelled', waiver, byClosing, act: { on: event.occurredOn, event, anyDate: false } };
  }

  /** An extension that comes after the date does not undo that it was missed. */
  #extend(event: RecordedEvent, context: Context): void {
    if (event.occurredOn > this.#dueOn) return;
    const extension = this.#clock.extendedBy.find((test) => testEvent(test, event, context) === true);
    const until = extension && fieldOf(event.data, extension.until);
    if (isCivilDate(until)) this.#dueDates.push({ since: event.occurredOn, dueOn: until });
  }

  #satisfy(event: RecordedEvent, context: Context): void {
    const counts = this.#counts(event);
    const test = this.#clock.satisfiedBy.find((candidate) => (counts || candidate.anyDate) && testEvent(candidate, event, context) === true);
    if (!test) return;
    const act: Act = { on: event.occurredOn, event, anyDate: test.anyDate };
    const { notBefore } = this.opening.term;
    if (notBefore !== null && event.occurredOn < notBefore) {
      this.#tooEarly ??= act;
      return;
    }
    this.#acts.push(act);
    if (this.#clock.type === 'deadline' || this.#clock.type === 'limit') this.#end = { kind: 'met', act };
  }

  #counts({ occurredOn }: RecordedEvent): boolean {
    if (occurredOn < this.#from) return false;
    const earliest = countsFromDay(this.#clock, this.#dueOn, this.#context);
    if (earliest !== undefined && occurredOn < earliest) return false;
    // Of a clock that looks back, an act after the date never counts: what was missed stays missed.
    return this.#clock.due.kind !== 'before' || occurredOn <= this.#dueOn;
  }
}
