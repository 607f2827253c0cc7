import { ValidationPipe, type ArgumentMetadata, type PipeTransform, type ValidationError } from '@nestjs/common';
import { problem, type ProblemError, type ProblemFault } from '../problems/problem.js';

/** Names that are taken out before a value is checked; to who sends them they are unknown fields like any other. */
const PROTOTYPE_KEYS = ['__proto__', 'constructor', 'prototype'];

interface Place {
  /** How a pointer begins: `/` in a body, `?` in a query. */
  readonly prefix: '/' | '?';
  readonly code: 'schema' | 'invalid-query';
  readonly detail: string;
}

/** Names every fault at once; a field or parameter that is not declared is one. */
class StrictPipe extends ValidationPipe {
  constructor(private readonly place: Place) {
    super({
      transform: true, whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true,
      exceptionFactory: (errors) => refusalOf(place, faultsOf(errors, place.prefix)),
    });
  }

  /** What is not a plain object is refused before anything looks into it. */
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (!isPlainObject(value)) throw refusalOf(this.place, [{ pointer: '', code: 'schema', detail: 'is geen object' }]);
    const unknown = PROTOTYPE_KEYS.filter((key) => Object.hasOwn(value, key));
    if (unknown.length > 0) throw refusalOf(this.place, unknown.map((key) => unknownField(`${this.place.prefix}${key}`)));
    return super.transform(value, metadata);
  }
}

function isPlainObject(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null && !Array.isArray(value);
}

function refusalOf({ code, detail }: Place, faults: readonly ProblemFault[]): ProblemError {
  return problem(code, detail, faults);
}

function unknownField(pointer: string): ProblemFault {
  return { pointer, code: 'unknown-field', detail: 'onbekend veld' };
}

function faultsOf(errors: readonly ValidationError[], prefix: string): ProblemFault[] {
  return errors.flatMap(({ property, value, constraints = {}, children = [] }) => {
    const pointer = `${prefix}${property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if ('whitelistValidation' in constraints) return [unknownField(pointer)];
    const details = value === undefined && children.length === 0 ? ['ontbreekt'] : [...new Set(Object.values(constraints))];
    return [...details.map((detail) => ({ pointer, code: 'schema', detail })), ...faultsOf(children, `${pointer}/`)];
  });
}

/** Checks query parameters. */
export const VALID_QUERY = new StrictPipe({ prefix: '?', code: 'invalid-query', detail: 'Een of meer parameters kloppen niet; zie errors.' });
/** Checks a request body. */
export const VALID_BODY = new StrictPipe({ prefix: '/', code: 'schema', detail: 'Een of meer velden kloppen niet; zie errors.' });

/** For a route without parameters: each one that is sent is a fault. @throws ProblemError invalid-query */
export function refuseQuery(query: unknown): undefined {
  const names = Object.keys(query ?? {});
  if (names.length > 0) throw problem('invalid-query', 'Deze vraag heeft geen parameters.', names.map((name) => unknownField(`?${name}`)));
  return undefined;
}

export const NO_QUERY: PipeTransform<unknown, undefined> = { transform: refuseQuery };
