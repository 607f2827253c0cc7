import { applyDecorators, Injectable, UseInterceptors, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { getAccess } from '@trajectboek/api';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { lastValueFrom, of, type Observable } from 'rxjs';
import { addressOf, jobDocument } from './job-document.js';
import { Jobs } from './jobs.js';

const LONGEST_WAIT_S = 30;

/** What a client prefers (RFC 7240): undefined when it does not want a job, else the seconds that it rather waits. */
export function waitOf(prefer: string | readonly string[] | undefined): number | undefined {
  const preferences = String(prefer ?? '').split(',').map((one) => one.split(';')[0]?.trim().toLowerCase().replaceAll(/\s*=\s*/g, '=').replaceAll('"', '') ?? '');
  if (!preferences.includes('respond-async')) return undefined;
  const seconds = preferences.map((one) => /^wait=(\d{1,6})$/.exec(one)?.[1]).find((found) => found !== undefined);
  return Math.min(Number(seconds ?? 0), LONGEST_WAIT_S);
}

/** With `Prefer: respond-async` an answer for which everyone must be looked through becomes a job; what is stored is answered at once. */
@Injectable()
export class AsyncAnswers implements NestInterceptor {
  constructor(private readonly jobs: Jobs) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const waitS = waitOf(request.headers['prefer']);
    if (waitS === undefined || request.method !== 'GET') return next.handle();
    const question = { access: getAccess(request), waitS, answer: () => lastValueFrom(next.handle()) };
    const begun = await this.jobs.begin(question);
    if ('answer' in begun) return of(begun.answer);
    void http.getResponse<FastifyReply>().status(202).headers({ Location: addressOf(begun.job), 'Preference-Applied': 'respond-async', 'Retry-After': '1' });
    return of(jobDocument(begun.job, this.jobs.placeOf(begun.job)));
  }
}

export function RespondsAsync(): MethodDecorator {
  return applyDecorators(UseInterceptors(AsyncAnswers));
}
