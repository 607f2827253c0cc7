import { Injectable } from '@nestjs/common';
import { AuditLog, Clock, IdentityIndexPort, LedgerStorePort, problem, problemDocument, refusalDocument, type ProblemDocument, type RequestAccess } from '@trajectboek/api';
import type { TrajectoryId } from '@trajectboek/events';
import { Ledger, organisationOf, VersionConflictError, type Proposal, type Receipt, type Submission, type SubmitResult } from '@trajectboek/ledger';
import { REFUSALS } from '@trajectboek/trajectory';
import { ImportSession } from '../imports/import-session.js';
import { parseCloudEvent, schemaProblem, type Parsed, type ReceivedEvent } from './cloud-event.js';

/** What became of one event of a request. */
export type EventOutcome =
  | ({ readonly result: 'recorded' | 'duplicate' } & Receipt)
  | { readonly result: 'refused'; readonly problem: ProblemDocument };

export interface Named {
  readonly source: string | null;
  readonly id: string | null;
}

export type NamedOutcome = EventOutcome & Named;

export interface ReceiveOptions {
  readonly access: RequestAccess;
  readonly importId: string | undefined;
  readonly atomic: boolean;
}

interface Sound extends Named {
  readonly index: number;
  readonly event: ReceivedEvent;
}

interface Denied {
  readonly code: 'source-not-yours' | 'no-legal-basis';
  readonly subject: TrajectoryId | null;
  readonly denied: Extract<Parsed, { readonly problem: ProblemDocument }>;
}

interface Pending {
  readonly options: ReceiveOptions;
  readonly outcomes: (NamedOutcome | undefined)[];
}

/** Takes events in, groups them by trajectory, and gives one outcome per event in the order they came. */
@Injectable()
export class EventReceiver {
  constructor(
    private readonly ledger: Ledger,
    private readonly identities: IdentityIndexPort,
    private readonly imports: ImportSession,
    private readonly store: LedgerStorePort,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  receive(raw: readonly unknown[], options: ReceiveOptions): Promise<readonly NamedOutcome[]> {
    return this.imports.during(options.importId, () => this.#receive(raw, options));
  }

  async #receive(raw: readonly unknown[], options: ReceiveOptions): Promise<readonly NamedOutcome[]> {
    const admitted = raw.map((event) => this.#admit(parseCloudEvent(event), options));
    const parsed = admitted.map((one) => ('denied' in one ? one.denied : one));
    await this.#recordDenied(admitted.flatMap((one) => ('denied' in one ? [one] : [])), options.access);
    const outcomes: (NamedOutcome | undefined)[] = parsed.map((one) => ('problem' in one ? { result: 'refused', ...one } : undefined));
    const sound = parsed.flatMap((one, index): Sound[] => ('event' in one ? [{ index, event: one.event, source: one.event.proposal.source, id: one.event.proposal.id }] : []));
    if (options.atomic) await this.#submitAllOrNothing(sound, sound.length < raw.length, { options, outcomes });
    else for (const moment of momentsOf(sound, options)) await Promise.all(bySubject(moment).map((events) => this.#submit(events, { options, outcomes })));
    return outcomes.map((outcome, index) => outcome ?? missing(index));
  }

  /** Who may state this: the organisation of the token, about a youth that exists. */
  #admit(parsed: Parsed, { access: { caller }, importId }: ReceiveOptions): Parsed | Denied {
    if ('problem' in parsed) return parsed;
    const { subject, time, proposal: { source, id } } = parsed.event;
    if (caller.role !== 'loader' && organisationOf(source) !== caller.organisation) {
      return { code: 'source-not-yours', subject: null, denied: { source, id, problem: problemDocument('source-not-yours', 'De organisatie in source is niet die van het token.') } };
    }
    if (!this.identities.exists(subject)) {
      return { code: 'no-legal-basis', subject, denied: { source, id, problem: problemDocument('no-legal-basis', 'U heeft geen grondslag voor dit traject. Open het eerst met POST /v1/trajectories.') } };
    }
    if (importId !== undefined && time !== null && time > this.clock.now()) return { source, id, problem: schemaProblem([NOT_YET]) };
    return parsed;
  }

  /** One line per youth and reason, and not one per event: a batch may name the same youth a thousand times. */
  async #recordDenied(denied: readonly Denied[], access: RequestAccess): Promise<void> {
    const lines = new Map(denied.map(({ code, subject }) => [`${code} ${subject ?? ''}`, { code, subject }]));
    await Promise.all([...lines.values()].map(({ code, subject }) => this.audit.record(access.line('denied', code, subject))));
    if (lines.size > 0) access.markRecorded();
  }

  async #submit(events: readonly Sound[], pending: Pending): Promise<void> {
    const submission = this.#submissionOf(events, pending.options);
    await this.#settle([events], await orConflict(this.ledger.submit(submission).then((results) => [results])), pending);
  }

  async #submitAllOrNothing(sound: readonly Sound[], withheld: boolean, pending: Pending): Promise<void> {
    const groups = bySubject(sound);
    if (groups.length > 1 && !this.store.atomicAcrossStreams) throw problem('atomic-needs-one-trajectory', 'Stuur per traject een eigen verzoek.');
    const submissions = groups.map((events) => this.#submissionOf(events, pending.options));
    await this.#settle(groups, withheld ? [] : await orConflict(this.ledger.submitAllOrNothing(submissions)), pending);
  }

  #submissionOf(events: readonly Sound[], { access, importId }: ReceiveOptions): Submission {
    const trajectoryId = events[0]?.event.subject ?? missing(0);
    return { trajectoryId, proposals: events.map(({ event }) => this.#proposalOf(event, importId)), audit: access.line('allowed', null, trajectoryId) };
  }

  async #settle(groups: readonly (readonly Sound[])[], results: readonly (readonly SubmitResult[])[] | VersionConflictError, { options, outcomes }: Pending): Promise<void> {
    const conflict = results instanceof VersionConflictError;
    await Promise.all(groups.map((events, at) => this.#recordTried(events, conflict ? [] : results[at] ?? [], options.access)));
    groups.forEach((events, at) => events.forEach(({ index, source, id }, place) => {
      outcomes[index] = { source, id, ...(conflict ? CONFLICT : outcomeOf(results[at]?.[place])) };
    }));
  }

  /** What is recorded has its line in the same commit; a receipt or refusal that is answered without one gets it here. */
  async #recordTried(events: readonly Sound[], results: readonly SubmitResult[], access: RequestAccess): Promise<void> {
    if (!results.some(({ result }) => result === 'recorded')) await this.audit.record(access.line('allowed', 'nothing-recorded', events[0]?.event.subject));
    access.markRecorded();
  }

  #proposalOf({ proposal, time }: ReceivedEvent, importId: string | undefined): Proposal {
    return importId !== undefined && time !== null ? { ...proposal, recordedAt: time } : proposal;
  }
}

/** All at once; an import moment by moment, so that its recording times never go back in the ledger. */
function momentsOf(sound: readonly Sound[], { importId }: ReceiveOptions): readonly (readonly Sound[])[] {
  if (importId === undefined) return [sound];
  const moments: Sound[][] = [];
  for (const one of sound) {
    const last = moments.at(-1);
    if (last?.[0]?.event.time === one.event.time) last.push(one);
    else moments.push([one]);
  }
  return moments;
}

const CONFLICT: EventOutcome = { result: 'refused', problem: problemDocument('version-conflict', 'Stuur de gebeurtenis nog een keer.') };
const NOT_TRIED: EventOutcome = { result: 'refused', problem: problemDocument('atomic-refused', 'Alle gebeurtenissen of geen: een andere is geweigerd.') };

/** An import may only say what was logged before it: later events would have to be recorded after a moment that is yet to come. */
const NOT_YET = { pointer: '/time', code: 'schema', detail: 'ligt in de toekomst' };

function missing(index: number): never {
  throw new Error(`event ${index} of a request was given no outcome`);
}

function bySubject(sound: readonly Sound[]): (readonly Sound[])[] {
  return [...Map.groupBy(sound, ({ event }) => event.subject).values()];
}

async function orConflict<Result>(work: Promise<Result>): Promise<Result | VersionConflictError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof VersionConflictError) return error;
    throw error;
  }
}

function outcomeOf(result: SubmitResult | undefined): EventOutcome {
  switch (result?.result) {
    case 'recorded':
    case 'duplicate': return { result: result.result, ...result.receipt };
    case 'refused': return { result: 'refused', problem: refusalDocument(result.refusal, REFUSALS[result.refusal]) };
    case 'invalid': return { result: 'refused', problem: schemaProblem(result.faults.map((fault) => ({ ...fault, pointer: `/data${fault.pointer}` }))) };
    case 'id-reused': return { result: 'refused', problem: problemDocument('id-reused', 'Zelfde source en id, andere inhoud. Gebruik een nieuw id.') };
    case 'not-tried':
    case undefined: return NOT_TRIED;
  }
}
