import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { Clock, ViewStorePort } from '@trajectboek/api';
import { civilDateOf } from '@trajectboek/events';
import type { Bell } from '@trajectboek/view-store';
import { WORK_ITEMS } from '@trajectboek/worklists';
import type { Subscription } from 'rxjs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Projections } from '../youths/projections.js';
import { LiveFeed } from './live-feed.js';

/** What comes within this time is told together. */
const TOGETHER_MS = 100;
const HEARTBEAT_MS = 15_000;
/** Listeners that are woken before others get a turn. */
const WOKEN_AT_ONCE = 100;

/** How far the stream has come. */
export interface Pulse {
  /** Position that all stored views have reached. */
  readonly reached: number;
  /** The date of the lists and the version of the rules by which they were made. */
  readonly edition: string;
}

/** Looks how far the views have come, once for all listeners, and wakes them. */
@Injectable()
export class LivePulse implements OnModuleDestroy {
  readonly #log = new Logger(LivePulse.name);
  readonly #bells = new Set<Bell>();
  readonly #heartbeat = setInterval(() => void this.#beat(), HEARTBEAT_MS).unref();
  readonly #following: Subscription;
  #soon: NodeJS.Timeout | undefined;
  #beatAtMs = 0;
  #now: Pulse = { reached: 0, edition: '' };
  #ended = false;

  constructor(
    private readonly projections: Projections,
    private readonly store: ViewStorePort,
    private readonly feed: LiveFeed,
    private readonly clock: Clock,
  ) {
    this.#following = projections.changes$.subscribe({ next: () => this.#changed(), complete: () => this.onModuleDestroy() });
  }

  get now(): Pulse {
    return this.#now;
  }

  /** True when nothing more will be told. */
  get ended(): boolean {
    return this.#ended;
  }

  get listeners(): number {
    return this.#bells.size;
  }

  /** Rings at each change and heartbeat from now on. Returns how to stop. */
  async join(bell: Bell): Promise<() => void> {
    this.#bells.add(bell);
    await this.#look();
    return () => { this.#bells.delete(bell); };
  }

  onModuleDestroy(): void {
    this.#ended = true;
    clearInterval(this.#heartbeat);
    clearTimeout(this.#soon);
    this.#following.unsubscribe();
    for (const bell of this.#bells) bell.ring();
  }

  #changed(): void {
    if (this.#soon !== undefined || this.#bells.size === 0 || this.#ended) return;
    this.#soon = setTimeout(() => {
      this.#soon = undefined;
      void this.#beat();
    }, Math.max(0, this.#beatAtMs + TOGETHER_MS - performance.now()));
  }

  async #beat(): Promise<void> {
    this.#beatAtMs = performance.now();
    try {
      await this.#look();
    } catch (error) {
      // Views are away for a while: the next change or heartbeat looks again.
      this.#log.warn({ reason: error instanceof Error ? error.name : 'unknown' }, 'the stream cannot see how far views have come');
    }
    let woken = 0;
    for (const bell of [...this.#bells]) {
      bell.ring();
      woken += 1;
      if (woken % WOKEN_AT_ONCE === 0) await nextTurn();
    }
  }

  async #look(): Promise<void> {
    const reached = await this.projections.waitFor(0, 0);
    const version = (await this.store.live(WORK_ITEMS.name))?.version ?? 0;
    const edition = `${civilDateOf(this.clock.now())}/${version}`;
    if (edition !== this.#now.edition) this.feed.forget();
    this.#now = { reached: Math.max(reached, this.#now.reached), edition };
  }
}
