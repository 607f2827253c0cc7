import { Injectable } from '@nestjs/common';
import { ViewStorePort, type RequestAccess } from '@trajectboek/api';
import type { CivilDate, TrajectoryId } from '@trajectboek/events';
import { MEMBERSHIPS, type MembershipKind } from '@trajectboek/memberships';
import { SITUATIONS } from '@trajectboek/situations';
import { ViewNotBuiltError, ViewStoreUnavailableError, type RowQuery } from '@trajectboek/view-store';
import { eyesOf } from './eyes.js';

/** The youths that a question is about: everyone, or these. */
export interface Among {
  readonly everyone: boolean;
  /** Youths of whom the reader may see all that views are made of: the stored rows are theirs. */
  readonly whole: readonly TrajectoryId[];
  /** Youths of whom the reader sees a part, who are folded from that part. */
  readonly part: readonly TrajectoryId[];
}

interface Narrowed {
  readonly guide?: string | undefined;
  readonly targetGroup?: string | undefined;
}

const EVERYONE: Among = { everyone: true, whole: [], part: [] };
const AT_ONCE = 5_000;
/** By then each youth has the one situation that lasts. */
const FAR_AWAY = '2199-12-31';

/** Which youths belong to an organisation, a guide or a target group on a date, from the stored memberships. */
@Injectable()
export class Members {
  constructor(private readonly store: ViewStorePort) {}

  /** The youths of a question; who has guide or group is looked up, so that nobody else needs to be looked at. */
  async among({ caller }: RequestAccess, asOf: CivilDate, { guide, targetGroup }: Narrowed = {}): Promise<Among> {
    const asked = await this.#havingAll(asOf, { guide, 'target-group': targetGroup });
    if (eyesOf(caller) === 'all') return asked === undefined ? EVERYONE : { everyone: false, whole: [...asked], part: [] };
    const [whole, part] = [await this.#idsOf('organisation', caller.organisation, { asOf, sight: 'whole' }), await this.#idsOf('organisation', caller.organisation, { asOf, sight: 'part' })];
    // Of who is seen in part, guide and group too may look otherwise: the fold decides.
    return { everyone: false, whole: asked === undefined ? whole : whole.filter((id) => asked.has(id)), part };
  }

  /** How many youths there are, about; 0 as long as that is not known. */
  async total(): Promise<number> {
    try {
      const counts = await this.store.count(SITUATIONS.name, { asOf: FAR_AWAY, by: [] });
      return counts.reduce((sum, { count }) => sum + count, 0);
    } catch (error) {
      if (error instanceof ViewNotBuiltError || error instanceof ViewStoreUnavailableError) return 0;
      throw error;
    }
  }

  async #havingAll(asOf: CivilDate, codes: Readonly<Partial<Record<MembershipKind, string | undefined>>>): Promise<ReadonlySet<TrajectoryId> | undefined> {
    let found: Set<TrajectoryId> | undefined;
    for (const [kind, code] of Object.entries(codes)) {
      if (code === undefined) continue;
      const ids = new Set(await this.#idsOf(kind as MembershipKind, code, { asOf }));
      found = found === undefined ? ids : new Set([...found].filter((id) => ids.has(id)));
    }
    return found;
  }

  async #idsOf(kind: MembershipKind, code: string, { asOf, sight }: { readonly asOf: CivilDate; readonly sight?: string }): Promise<readonly TrajectoryId[]> {
    const query: RowQuery = { asOf, tagsOnly: true, limit: AT_ONCE, tags: { kind, code, ...(sight !== undefined && { sight }) } };
    const ids: TrajectoryId[] = [];
    for (let cursor: string | null | undefined; cursor !== null;) {
      const { rows, next } = await this.store.find(MEMBERSHIPS.name, { ...query, ...(cursor !== undefined && { cursor }) });
      ids.push(...rows.map(({ trajectoryId }) => trajectoryId));
      cursor = next;
    }
    return ids;
  }
}
