import { Injectable } from '@nestjs/common';
import { ViewStorePort } from '@trajectboek/api';
import type { TrajectoryId } from '@trajectboek/events';
import type { FoundRow, YouthsQuery } from '@trajectboek/view-store';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CompleteTo } from './moment.js';

/** Youths that are looked up before others get a turn: some tens of milliseconds. */
const AT_ONCE = 1_000;

/** What all answers from stored views share. */
@Injectable()
export class StoredRows {
  constructor(private readonly store: ViewStorePort) {}

  /** As far as all of these views have come. Asked before the rows, so that it never promises more than they have. */
  async completeTo(views: readonly string[]): Promise<CompleteTo> {
    const checkpoints = await Promise.all(views.map(async (view) => (await this.store.live(view))?.checkpoint ?? { position: 0, recordedAt: null }));
    return checkpoints.reduce((least, other) => (other.position < least.position ? other : least));
  }

  /** The rows of some youths, however many. */
  async ofYouths(view: string, trajectoryIds: readonly TrajectoryId[], query: YouthsQuery): Promise<readonly FoundRow[]> {
    const found: FoundRow[] = [];
    for (let first = 0; first < trajectoryIds.length; first += AT_ONCE) {
      if (first > 0) await nextTurn();
      found.push(...await this.store.ofYouths(view, trajectoryIds.slice(first, first + AT_ONCE), query));
    }
    return found;
  }
}
