import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Access, NO_QUERY, problem, Requires, VALID_QUERY, ViewQuery, type RequestAccess } from '@trajectboek/api';
import type { TrajectoryId } from '@trajectboek/events';
import { TRAJECTORY_ID } from '../youths/trajectory-id.pipe.js';
import { AccessesQuery } from './accesses.query.js';
import { FindAccesses } from './find-accesses.handler.js';
import { base64, LedgerProofs } from './ledger-proofs.js';
import { CheckpointsQuery, ConsistencyQuery, InclusionQuery } from './proofs.query.js';
import { CompareMoments, ReplayTrajectory } from './replay.handler.js';
import { DifferenceQuery } from './replay.query.js';
import { SignedRoots, type OpenedRoot } from './signed-roots.js';
import { StoredEvents } from './stored-events.js';

const PAGE = 100;

/** What auditors and privacy officers ask: who read what, what was known when, and whether anything was changed. */
@Controller('v1/audit')
export class AuditController {
  constructor(
    private readonly queries: QueryBus,
    private readonly proofs: LedgerProofs,
    private readonly roots: SignedRoots,
    private readonly stored: StoredEvents,
  ) {}

  @Get('accesses')
  @Requires('audit:read', 'Zoek wie wat wanneer en waarvoor heeft gelezen of vastgelegd')
  async accesses(@Query(VALID_QUERY) query: AccessesQuery, @Access() access: RequestAccess): Promise<unknown> {
    return this.queries.execute(new FindAccesses(query, access));
  }

  @Get('trajectories/:trajectoryId/replay')
  @Requires('audit:read', 'Toon wat het boek op een moment wist van één jongere')
  async replay(@Param('trajectoryId', TRAJECTORY_ID) trajectoryId: TrajectoryId, @Query(VALID_QUERY) query: ViewQuery, @Access() access: RequestAccess): Promise<unknown> {
    return this.queries.execute(new ReplayTrajectory(trajectoryId, query, access));
  }

  @Get('trajectories/:trajectoryId/difference')
  @Requires('audit:read', 'Vergelijk wat het boek op twee momenten wist van één jongere')
  async difference(@Param('trajectoryId', TRAJECTORY_ID) trajectoryId: TrajectoryId, @Query(VALID_QUERY) query: DifferenceQuery, @Access() access: RequestAccess): Promise<unknown> {
    return this.queries.execute(new CompareMoments(trajectoryId, query, access));
  }

  @Get('trajectories/:trajectoryId/export')
  @Requires('audit:read', 'Geef alles wat er van één jongere is vastgelegd, versleuteld en met bewijs')
  async export(@Param('trajectoryId', TRAJECTORY_ID) trajectoryId: TrajectoryId, @Query(NO_QUERY) _query: undefined, @Access() access: RequestAccess): Promise<unknown> {
    return this.proofs.exportOf(trajectoryId, await this.stored.all(trajectoryId, access));
  }

  @Get('checkpoints')
  @Requires('ledger:verify', 'Toon de getekende ijkpunten van het boek')
  checkpoints(@Query(VALID_QUERY) { cursor, limit }: CheckpointsQuery): unknown {
    const { items, next } = this.roots.page(Number(cursor ?? 0), limit ?? PAGE);
    return { items: items.map((root) => this.#shown(root)), next };
  }

  @Get('checkpoints/latest')
  @Requires('ledger:verify', 'Toon het nieuwste getekende ijkpunt van het boek')
  latestCheckpoint(@Query(NO_QUERY) _query: undefined): unknown {
    const newest = this.roots.newest();
    if (!newest) throw problem('not-found', 'Er is nog niet getekend: het boek is leeg.');
    return this.#shown(newest);
  }

  @Get('proofs/inclusion')
  @Requires('ledger:verify', 'Geef het bewijs dat een gebeurtenis onveranderd in het boek staat')
  async inclusion(@Query(VALID_QUERY) query: InclusionQuery, @Access() access: RequestAccess): Promise<unknown> {
    return this.proofs.inclusionOf(await this.stored.get(query, access), query.treeSize);
  }

  @Get('proofs/consistency')
  @Requires('ledger:verify', 'Geef het bewijs dat een ouder boek het begin is van een nieuwer')
  async consistency(@Query(VALID_QUERY) { from, to }: ConsistencyQuery): Promise<unknown> {
    return this.proofs.consistencyOf(from, to);
  }

  #shown({ at, origin, size, root, note }: OpenedRoot): object {
    return { at, origin, treeSize: size, root: base64(root), note, verifierKey: this.roots.verifierKey };
  }
}
