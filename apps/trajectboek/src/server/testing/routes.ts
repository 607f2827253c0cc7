import { RequestMethod, type Type } from '@nestjs/common';
import { ROUTE_ACCESS, type RouteAccess } from '@trajectboek/api';
import { FeaturesModule } from '@trajectboek/features';

export interface Route {
  readonly method: string;
  /** With its parameters, `/v1/trajectories/:trajectoryId`. */
  readonly path: string;
  /** Undefined where nobody declared it. */
  readonly access: RouteAccess | undefined;
}

/** Every route of the product, as its controllers declare it. */
export function allRoutes(): readonly Route[] {
  const controllers = (FeaturesModule.with([]).controllers ?? []) as readonly Type<object>[];
  return controllers.flatMap((controller) => {
    const base = String(Reflect.getMetadata('path', controller));
    return Object.getOwnPropertyNames(controller.prototype).flatMap((name) => routeOf(base, Reflect.get(controller.prototype as object, name)));
  });
}

function routeOf(base: string, handler: unknown): readonly Route[] {
  if (typeof handler !== 'function') return [];
  const method: unknown = Reflect.getMetadata('method', handler);
  if (typeof method !== 'number') return [];
  const path = [base, String(Reflect.getMetadata('path', handler))].map((part) => part.replaceAll('/', ' ').trim().replaceAll(' ', '/')).filter(Boolean).join('/');
  return [{ method: RequestMethod[method] ?? '', path: `/${path}`, access: Reflect.getMetadata(ROUTE_ACCESS, handler) as RouteAccess | undefined }];
}

/** The address of a route with parameters that could exist. */
export function addressOf({ path }: Route): string {
  const values: Readonly<Record<string, string>> = {
    trajectoryId: '00000000-0000-4000-8000-00000000dead', list: 'out-of-view', metric: 'C1', type: 'ContactMade', importId: 'none', organisation: 'urn:nld:oin:00000099000000000001',
  };
  return path.replace(/:(\w+)/g, (_, name: string) => values[name] ?? 'unknown-parameter');
}
