import type { EventId, Fault, Instant, RecordedEvent, TrajectoryId } from '@trajectboek/events';
import type { AppendRequest, AuditLine, LedgerStore, StoredEvent } from '@trajectboek/ledger-store';
import type { Refusal } from '@trajectboek/trajectory';
import { isDeepStrictEqual } from 'node:util';
import type { EventOpener } from './event-opener.js';
import type { EventSealer } from './event-sealer.js';
import { judge, type Content, type Proposal, type Verdict } from './judge.js';
import { withEvent, type StreamState, type StreamStates } from './stream-states.js';
import { Turns } from './turns.js';

/** Where and when an event was recorded; sending it again gives the same receipt. */
export interface Receipt {
  readonly trajectoryId: TrajectoryId;
  readonly eventId: EventId;
  readonly revision: number;
  readonly position: number;
  readonly recordedAt: Instant;
}

export type SubmitResult =
  | { readonly result: 'recorded' | 'duplicate'; readonly receipt: Receipt }
  | { readonly result: 'refused'; readonly refusal: Refusal }
  | { readonly result: 'invalid'; readonly faults: readonly Fault[] }
  | { readonly result: 'id-reused' | 'not-tried' };

/** What somebody wants recorded in one stream. */
export interface Submission {
  readonly trajectoryId: TrajectoryId;
  readonly proposals: readonly Proposal[];
  /** Made durable in the same commit as the events. */
  readonly audit: AuditLine;
}

/** Other writers kept being first; the caller may send again. */
export class VersionConflictError extends Error {}

interface Judged extends Submission {
  readonly state: StreamState;
  readonly verdicts: readonly Verdict[];
}

type Appended = ReadonlyMap<EventId, StoredEvent>;
type Results = readonly (readonly SubmitResult[])[];

const MOST_TRIES = 10;
const NOTHING: Appended = new Map();

/** The only place that loads, folds, decides, seals, appends with the expected revision, and retries a conflict. */
export class Ledger {
  readonly #turns = new Turns<TrajectoryId>();

  constructor(
    private readonly store: LedgerStore,
    private readonly states: StreamStates,
    private readonly sealer: EventSealer,
    private readonly opener: EventOpener,
  ) {}

  /** Records what can be recorded of one stream: one result per proposal, in order. @throws VersionConflictError */
  async submit(submission: Submission): Promise<readonly SubmitResult[]> {
    const [results] = await this.#turns.take([submission.trajectoryId], () => this.#tryUntilDone([submission], false));
    return results ?? [];
  }

  /** Records all of the submissions or nothing of them; over several streams only where the store can. @throws VersionConflictError */
  async submitAllOrNothing(submissions: readonly Submission[]): Promise<Results> {
    return this.#turns.take(submissions.map(({ trajectoryId }) => trajectoryId), () => this.#tryUntilDone(submissions, true));
  }

  async #tryUntilDone(submissions: readonly Submission[], atomic: boolean): Promise<Results> {
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const results = await this.#try(submissions, atomic);
      if (results) return results;
      submissions.forEach(({ trajectoryId }) => this.states.forget(trajectoryId));
    }
    throw new VersionConflictError('other writers kept being first');
  }

  /** Undefined when another writer was first, so that the state must be read again. */
  async #try(submissions: readonly Submission[], atomic: boolean): Promise<Results | undefined> {
    const judged = await Promise.all(submissions.map((submission) => this.#judge(submission)));
    const beforehand = atomic ? await this.#resultsOf(judged, NOTHING) : [];
    if (beforehand.some((results) => results.some(isFailure))) return beforehand;
    const requests = await Promise.all(judged.filter(hasAccepted).map((one) => this.#requestOf(one)));
    if (requests.length === 0) return this.#resultsOf(judged, NOTHING);
    const outcome = await this.store.append(requests);
    if (outcome.status === 'conflict') return undefined;
    if (outcome.status === 'duplicate') return this.#whenKnown(judged, outcome.eventId, atomic);
    const appended: Appended = new Map(outcome.stored.map((stored) => [stored.envelope.eventId, stored]));
    judged.forEach(({ trajectoryId, state, verdicts }) => this.states.advance(trajectoryId, state, verdicts.flatMap((verdict) => asRecorded(verdict, appended))));
    return this.#resultsOf(judged, appended);
  }

  async #judge(submission: Submission): Promise<Judged> {
    const start = await this.states.get(submission.trajectoryId);
    let state = start;
    const verdicts = submission.proposals.map((proposal) => {
      const verdict = judge(submission.trajectoryId, state, proposal);
      if (verdict.kind === 'accepted') state = withEvent(state, verdict.event);
      return verdict;
    });
    return { ...submission, state: start, verdicts };
  }

  async #requestOf({ trajectoryId, state, verdicts, audit }: Judged): Promise<AppendRequest> {
    const events = await this.sealer.seal(verdicts.flatMap((verdict) => (verdict.kind === 'accepted' ? [verdict.accepted] : [])));
    return { trajectoryId, expectedRevision: state.revision, events, audit };
  }

  async #resultsOf(judged: readonly Judged[], appended: Appended): Promise<Results> {
    return Promise.all(judged.map((one) => {
      // Only what the store has already must be waited for; a promise for each event of a long batch would cost as much as judging it.
      const results = one.verdicts.map((verdict) => (verdict.kind === 'known' ? this.#resultOfKnown(verdict, one, appended) : resultOf(verdict, appended)));
      return results.every(isSettled) ? results : Promise.all(results);
    }));
  }

  async #resultOfKnown(verdict: Extract<Verdict, { readonly kind: 'known' }>, { trajectoryId, verdicts }: Judged, appended: Appended): Promise<SubmitResult> {
    const first = appended.get(verdict.eventId) ?? await this.store.findEvent(trajectoryId, verdict.eventId);
    if (first) return this.#isSame(first, verdict) ? { result: 'duplicate', receipt: receiptOf(first) } : { result: 'id-reused' };
    return { result: repeatsEarlier(verdict, verdicts) ? 'not-tried' : 'id-reused' };
  }

  /** What can no longer be read cannot be compared; then the same id is taken for the same event. */
  #isSame(stored: StoredEvent, content: Content): boolean {
    const opened = this.opener.open(stored);
    return opened.state !== 'value' || saysTheSame(opened.event, content);
  }

  /** The store has the id already: in the same stream by another writer, or in another stream, which is another body. */
  async #whenKnown(judged: readonly Judged[], eventId: EventId, atomic: boolean): Promise<Results | undefined> {
    const holder = judged.find(({ verdicts }) => verdicts.some((verdict) => isEvent(verdict, eventId)));
    const own = holder && await this.store.findEvent(holder.trajectoryId, eventId);
    if (!holder || own?.envelope.trajectoryId === holder.trajectoryId) return undefined;
    const refused = judged.map(({ verdicts }) => verdicts.map((verdict): SubmitResult => ({ result: isEvent(verdict, eventId) ? 'id-reused' : 'not-tried' })));
    return atomic ? refused : [await this.#withoutReused(holder, eventId)];
  }

  async #withoutReused(judged: Judged, eventId: EventId): Promise<readonly SubmitResult[]> {
    const isReused = (index: number): boolean => isEvent(judged.verdicts[index], eventId);
    const others = judged.proposals.filter((_, index) => !isReused(index));
    const [results = []] = await this.#tryUntilDone([{ ...judged, proposals: others }], false);
    const rest = [...results];
    return judged.verdicts.map((_, index) => (isReused(index) ? { result: 'id-reused' } : rest.shift() ?? { result: 'not-tried' }));
  }
}

function isFailure({ result }: SubmitResult): boolean {
  return result === 'refused' || result === 'invalid' || result === 'id-reused';
}

/** True when an event that was accepted earlier in the same request says the same. */
function repeatsEarlier({ eventId, ...content }: Extract<Verdict, { readonly kind: 'known' }>, verdicts: readonly Verdict[]): boolean {
  return verdicts.some((other) => other.kind === 'accepted' && other.accepted.eventId === eventId && saysTheSame(other.accepted, content));
}

function saysTheSame(first: { readonly type: string; readonly data: object }, again: Content): boolean {
  return first.type === again.type && isDeepStrictEqual({ ...first.data }, { ...again.data });
}

function resultOf(verdict: Exclude<Verdict, { readonly kind: 'known' }>, appended: Appended): SubmitResult {
  switch (verdict.kind) {
    case 'refused': return { result: 'refused', refusal: verdict.refusal };
    case 'invalid': return { result: 'invalid', faults: verdict.faults };
    case 'accepted': {
      const stored = appended.get(verdict.accepted.eventId);
      return stored ? { result: 'recorded', receipt: receiptOf(stored) } : { result: 'not-tried' };
    }
  }
}

function isSettled(result: SubmitResult | Promise<SubmitResult>): result is SubmitResult {
  return !(result instanceof Promise);
}

function hasAccepted({ verdicts }: Judged): boolean {
  return verdicts.some(({ kind }) => kind === 'accepted');
}

function isEvent(verdict: Verdict | undefined, eventId: EventId): boolean {
  return verdict?.kind === 'accepted' && verdict.accepted.eventId === eventId;
}

function asRecorded(verdict: Verdict, appended: Appended): RecordedEvent[] {
  if (verdict.kind !== 'accepted') return [];
  const stored = appended.get(verdict.accepted.eventId);
  return stored ? [{ ...verdict.event, position: stored.position, recordedAt: stored.envelope.recordedAt }] : [];
}

function receiptOf({ position, envelope: { trajectoryId, eventId, revision, recordedAt } }: StoredEvent): Receipt {
  return { trajectoryId, eventId, revision, position, recordedAt };
}
