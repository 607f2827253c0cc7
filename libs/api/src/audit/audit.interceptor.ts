import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { catchError, concatMap, type Observable } from 'rxjs';
import { findAccess } from '../access/request-access.js';
import { ProblemError } from '../problems/problem.js';
import { AuditLog } from './audit-log.js';

/** One durable line per decision: allowed before the answer leaves, denied before the refusal does. */
@Injectable()
export class AuditInterceptor implements NestInterceptor {
  constructor(private readonly audit: AuditLog) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const access = findAccess(context.switchToHttp().getRequest<FastifyRequest>());
    if (!access) return next.handle();
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        const denied = error instanceof ProblemError && error.document.status === 403;
        if (!access.recorded) await this.audit.record(access.line(denied ? 'denied' : 'allowed', error instanceof ProblemError ? error.code : 'internal'));
        throw error;
      }),
      concatMap(async (answer: unknown) => {
        if (!access.recorded) await this.audit.record(access.line('allowed'));
        return answer;
      }),
    );
  }
}
