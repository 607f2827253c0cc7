import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ACCESS_PROBLEMS, decideAccess } from '@trajectboek/access';
import type { FastifyRequest } from 'fastify';
import { AuditLog } from '../audit/audit-log.js';
import { Clock } from '../clock.js';
import { TokenVerifier } from '../identity/token-verifier.js';
import { problem, type ProblemCode, type ProblemError } from '../problems/problem.js';
import { RequestAccess, setAccess } from './request-access.js';
import { ROUTE_ACCESS, type GuardedRoute, type RouteAccess } from './route-access.js';

const TRACEPARENT = /^[0-9a-f]{2}-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}$/;

/** Deny by default: a route without declared access is closed, and so is one that the caller's role or purpose does not reach. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const route = this.reflector.get<RouteAccess | undefined>(ROUTE_ACCESS, context.getHandler());
    if (route && 'open' in route) return true;
    if (!route) throw problem('scope-missing', 'Deze route staat voor niemand open.');
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const caller = await this.tokens.verify(request.headers.authorization);
    const decision = decideAccess({ ...caller, scope: route.scope });
    const access = new RequestAccess(caller, decision.purpose ?? 'none', { action: route.scope, traceId: traceIdOf(request), at: this.clock.now() });
    if (!decision.allowed) throw await this.#denied(access, decision.reason, ACCESS_PROBLEMS[decision.reason].detail);
    if (decision.obligations.includes('only-published') && !givesFiguresOnly(route, request)) throw await this.#denied(access, 'purpose-missing', ONLY_PUBLISHED);
    setAccess(request, access);
    return true;
  }

  async #denied(access: RequestAccess, reason: ProblemCode, detail: string): Promise<ProblemError> {
    await this.audit.record(access.line('denied', reason));
    return problem(reason, detail);
  }
}

const ONLY_PUBLISHED = 'Met dit doel zijn er alleen gepubliceerde aantallen: vraag /v1/in-beeld/counts of /v1/metrics/{maat} met published=true.';

function givesFiguresOnly({ figures }: GuardedRoute, { query }: FastifyRequest): boolean {
  if (figures === undefined) return false;
  return figures === 'always' || (typeof query === 'object' && query !== null && 'published' in query && query.published === 'true');
}

function traceIdOf(request: FastifyRequest): string {
  const parent = request.headers['traceparent'];
  const match = typeof parent === 'string' ? TRACEPARENT.exec(parent) : null;
  return match?.[1] ?? request.id;
}
