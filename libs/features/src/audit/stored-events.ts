import { Injectable } from '@nestjs/common';
import { Clock, LedgerStorePort, problem, type RequestAccess } from '@trajectboek/api';
import type { EventId, TrajectoryId } from '@trajectboek/events';
import type { StoredEvent } from '@trajectboek/ledger-store';
import { eyesOf } from '../youths/eyes.js';
import { momentOf } from '../youths/moment.js';
import { Youths } from '../youths/youths.js';
import type { InclusionQuery } from './proofs.query.js';

const ONE_WAY = 'Noem een gebeurtenis met trajectoryId en eventId, of met position.';

/** Events as they are stored, for who may know of them. */
@Injectable()
export class StoredEvents {
  constructor(
    private readonly store: LedgerStorePort,
    private readonly youths: Youths,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError not-found, no-legal-basis, invalid-query */
  async get({ trajectoryId, eventId, position }: InclusionQuery, access: RequestAccess): Promise<StoredEvent> {
    if (position !== undefined && (trajectoryId ?? eventId) !== undefined) throw problem('invalid-query', ONE_WAY, [{ pointer: '?position', code: 'invalid-query', detail: 'staat naast een ander nummer' }]);
    if (trajectoryId !== undefined) await this.#checkYouth(trajectoryId.toLowerCase() as TrajectoryId, access);
    const stored = position === undefined ? await this.#byId(trajectoryId, eventId) : (await this.store.readAll(position - 1, 1))[0];
    if (!stored || (position !== undefined && stored.position !== position)) throw problem('not-found', 'Deze gebeurtenis is er niet.');
    const known = await this.#checkYouth(stored.envelope.trajectoryId, access);
    if (known && !known.has(stored.envelope.eventId)) throw problem('not-found', 'Deze gebeurtenis is er niet.');
    return stored;
  }

  /** Everything that is stored of one youth. @throws ProblemError scope-missing for who may not know of all of it; not-found, no-legal-basis */
  async all(trajectoryId: TrajectoryId, access: RequestAccess): Promise<readonly StoredEvent[]> {
    if (await this.#checkYouth(trajectoryId, access)) throw problem('scope-missing', 'Een uitvoer is alles wat er van een jongere staat: die is voor toezichthouders.');
    const stored = await this.store.readStream(trajectoryId);
    if (stored.length === 0) throw problem('not-found', 'Van dit traject is niets vastgelegd.');
    return stored;
  }

  #byId(trajectoryId = '', eventId = ''): Promise<StoredEvent | undefined> {
    return this.store.findEvent(trajectoryId.toLowerCase() as TrajectoryId, eventId.toLowerCase() as EventId);
  }

  /** Which events the reader may know of; undefined for all: then nothing has to be opened, so that a proof is there after an erasure too. */
  async #checkYouth(trajectoryId: TrajectoryId, access: RequestAccess): Promise<ReadonlySet<EventId> | undefined> {
    access.about(trajectoryId);
    if (eyesOf(access.caller) === 'all') return undefined;
    const { chronicle } = await this.youths.get(trajectoryId, access, momentOf({}, this.clock.now()));
    return new Set(chronicle.known.map(({ eventId }) => eventId));
  }
}
