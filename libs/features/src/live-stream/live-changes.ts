import { Injectable } from '@nestjs/common';
import { ProblemError, type RequestAccess } from '@trajectboek/api';
import type { TrajectoryId } from '@trajectboek/events';
import { EventReader } from '@trajectboek/ledger';
import type { Moment } from '../youths/moment.js';
import { Projections } from '../youths/projections.js';
import { Youths } from '../youths/youths.js';
import { Signals } from './signals.js';

const PAGE = 500;
const HEARTBEAT_MS = 15_000;

/**
 * Follows the ledger from a position and tells of each youth that changed, once the views have it. The reader takes the
 * next message when it has room for it: a slow listener is behind, and costs no memory.
 */
@Injectable()
export class LiveChanges {
  constructor(
    private readonly reader: EventReader,
    private readonly projections: Projections,
    private readonly youths: Youths,
  ) {}

  /** Ends when the token of the reader expires, or the server stops. */
  async *messages(access: RequestAccess, now: () => Moment, after?: number): AsyncGenerator<string> {
    const leftMs = (): number => access.caller.validUntilMs - Date.parse(now().knownAt);
    const signals = new Signals(this.projections.changes$);
    let position = after ?? await this.#reached();
    try {
      yield `retry: 2000\nid: ${position}\n\n`;
      while (leftMs() > 0) {
        const seen = signals.count;
        while (position < await this.#reached()) {
          const { touched, upTo } = await this.reader.touchedAfter(position, PAGE);
          if (upTo === position) break;
          position = upTo;
          for (const [trajectoryId, at] of touched) {
            if (await this.#mayKnow(trajectoryId, access, now())) yield message(at, trajectoryId);
          }
        }
        const next = await signals.after(seen, Math.min(HEARTBEAT_MS, leftMs()));
        if (next === 'ended') return;
        // A comment, so that proxies keep the line open and a closed one is noticed.
        yield next === 'changed' ? ':\n\n' : ': still here\n\n';
      }
    } finally {
      signals.stop();
    }
  }

  #reached(): Promise<number> {
    return this.projections.waitFor(0, 0);
  }

  async #mayKnow(trajectoryId: TrajectoryId, access: RequestAccess, moment: Moment): Promise<boolean> {
    try {
      await this.youths.get(trajectoryId, access, moment);
      return true;
    } catch (error) {
      if (error instanceof ProblemError) return false;
      throw error;
    }
  }
}

function message(position: number, trajectoryId: TrajectoryId): string {
  return `id: ${position}\nevent: trajectory\ndata: ${JSON.stringify({ position, trajectoryId })}\n\n`;
}
