import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { LedgerStorePort, type RequestAccess } from '@trajectboek/api';
import { instantOf, knownUntil } from '@trajectboek/events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { eyesOf } from '../youths/eyes.js';
import { actorOf, isOfKind, shown, type Line } from './access-line.js';
import type { AccessesQuery } from './accesses.query.js';

export class FindAccesses extends Query<unknown> {
  constructor(readonly query: AccessesQuery, readonly access: RequestAccess) {
    super();
  }
}

const LINES_AT_ONCE = 2_000;
/** A search ends its page after so many lines, found or not: the cursor goes on from there. */
const MOST_LOOKED_AT = 100_000;
const PAGE = 100;

/** Who read or recorded what, when and for which purpose, in the order in which it was written down. */
@QueryHandler(FindAccesses)
export class FindAccessesHandler implements IQueryHandler<FindAccesses> {
  constructor(private readonly store: LedgerStorePort) {}

  async execute({ query, access }: FindAccesses): Promise<unknown> {
    const matches = matcherOf(query, access);
    const limit = query.limit ?? PAGE;
    const items: object[] = [];
    let after = Number(query.cursor ?? 0);
    for (let looked = 0; ; looked += LINES_AT_ONCE) {
      const lines = await this.store.readAccess(after, LINES_AT_ONCE);
      for (const line of lines) {
        after = line.number;
        if (!matches(line)) continue;
        items.push(shown(line));
        if (items.length === limit) return { items, next: String(after) };
      }
      if (lines.length < LINES_AT_ONCE) return { items, next: null };
      if (looked >= MOST_LOOKED_AT) return { items, next: String(after) };
      await nextTurn();
    }
  }
}

/** An officer of one organisation sees what that organisation did; an auditor sees all. */
function matcherOf({ trajectoryId, organisation, actor, kind, decision, from, to }: AccessesQuery, { caller }: RequestAccess): (line: Line) => boolean {
  const eyes = eyesOf(caller);
  const [first, last] = [from && instantOf(from), to && knownUntil(to)];
  return (line) => {
    const who = actorOf(line);
    return (eyes === 'all' || who.organisation === eyes)
      && (trajectoryId === undefined || line.trajectoryId === trajectoryId.toLowerCase())
      && (organisation === undefined || who.organisation === organisation)
      && (actor === undefined || who.actor === actor)
      && (kind === undefined || isOfKind(line, kind))
      && (decision === undefined || line.decision === decision)
      && (!first || line.at >= first) && (!last || line.at <= last);
  };
}
