import type { AuditLine } from '@trajectboek/ledger-store';
import type { Instant, TrajectoryId } from '@trajectboek/events';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../identity/caller.js';
import type { Work } from './work.js';

/** The allowed access of one request: who asks, for which purpose, and the audit line that goes with it. */
export class RequestAccess {
  #recorded = false;
  #trajectoryId: TrajectoryId | null = null;
  /** Where the answer is made as a job: who follows it. */
  work?: Work;

  constructor(
    readonly caller: Caller,
    readonly purpose: string,
    private request: { readonly action: string; readonly traceId: string; readonly at: Instant },
  ) {}

  /** Names the youth that the request turned out to be about. */
  about(trajectoryId: TrajectoryId): void {
    this.#trajectoryId = trajectoryId;
  }

  get action(): string {
    return this.request.action;
  }

  /** The request gives what another route made: it is read under the name of that one. */
  actAs(action: string): void {
    this.request = { ...this.request, action };
  }

  /** The line, for who writes it in the same commit as what it is about. */
  line(decision: AuditLine['decision'], reason: string | null = null, trajectoryId = this.#trajectoryId): AuditLine {
    const { organisation, role } = this.caller;
    return { ...this.request, actor: `${organisation} ${this.caller.subject}`, role, purpose: this.purpose, decision, reason, trajectoryId };
  }

  /** The line is durable already, so that the interceptor writes no second one. */
  markRecorded(): void {
    this.#recorded = true;
  }

  get recorded(): boolean {
    return this.#recorded;
  }
}

const ACCESS = Symbol('access');
type WithAccess = FastifyRequest & { [ACCESS]?: RequestAccess };

export function setAccess(request: FastifyRequest, access: RequestAccess): void {
  (request as WithAccess)[ACCESS] = access;
}

export function findAccess(request: FastifyRequest): RequestAccess | undefined {
  return (request as WithAccess)[ACCESS];
}

/** @throws Error when the guard did not allow this request: a programming fault, never a refusal */
export function getAccess(request: FastifyRequest): RequestAccess {
  const access = findAccess(request);
  if (!access) throw new Error('a handler asked for the access of a route that has none');
  return access;
}
