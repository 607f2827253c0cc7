import { createParamDecorator, SetMetadata, type CustomDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { getAccess, type RequestAccess } from './request-access.js';

export const ROUTE_ACCESS = 'trajectboek:route-access';

/** `always`: nothing that the route gives is about anybody; `published`: with `published=true` figures are suppressed below the threshold. */
export type Figures = 'always' | 'published';

export interface GuardedRoute {
  readonly scope: string;
  readonly summary: string;
  readonly figures?: Figures;
}

/** What a route asks of who calls it, with a Dutch sentence of what it does; every route has one. */
export type RouteAccess = GuardedRoute | { readonly open: true; readonly summary: string };

/** The route needs a token with this scope. Without `figures` it is closed to who may have published figures only. */
export function Requires(scope: string, summary: string, figures?: Figures): CustomDecorator {
  return SetMetadata(ROUTE_ACCESS, { scope, summary, ...(figures && { figures }) } satisfies RouteAccess);
}

/** The route is open to everybody and gives nothing about anybody. */
export function Open(summary: string): CustomDecorator {
  return SetMetadata(ROUTE_ACCESS, { open: true, summary } satisfies RouteAccess);
}

/** The access that the guard allowed. */
export const Access = createParamDecorator((_: unknown, context: ExecutionContext): RequestAccess =>
  getAccess(context.switchToHttp().getRequest<FastifyRequest>()));
