import { Controller, Get, Header } from '@nestjs/common';
import { LedgerStorePort, Open, problem, ViewStorePort } from '@trajectboek/api';
import { SITUATIONS } from '@trajectboek/situations';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Projections } from '../youths/projections.js';

/** For who operates it: does it live, can it answer, how is it doing. Nothing about anybody. */
@Controller()
export class HealthController {
  readonly #registry = new Registry();

  constructor(
    private readonly projections: Projections,
    private readonly store: LedgerStorePort,
    private readonly views: ViewStorePort,
  ) {
    collectDefaultMetrics({ register: this.#registry });
    const stuck = new Gauge({
      name: 'trajectboek_view_dead_letters', help: 'Youths whose rows in a view cannot be computed', labelNames: ['view'], registers: [this.#registry],
      collect: async () => {
        for (const { view, deadLetters = 0 } of await this.projections.progress()) stuck.set({ view }, deadLetters);
      },
    });
    const lag = new Gauge({
      name: 'trajectboek_view_lag_events', help: 'Positions that a view is behind the ledger', labelNames: ['view'], registers: [this.#registry],
      collect: async () => {
        const { position } = await this.store.head();
        for (const view of await this.projections.progress()) lag.set({ view: view.view }, position - view.position);
      },
    });
  }

  @Get('health/live')
  @Open('Leeft de dienst?')
  live(): { status: string } {
    return { status: 'live' };
  }

  @Get('health/ready')
  @Open('Kan de dienst antwoorden?')
  async ready(): Promise<{ status: string }> {
    // Asked each time: views can be kept elsewhere, and be away or lost there.
    const isBuilt = this.projections.ready && await this.views.live(SITUATIONS.name) !== undefined;
    if (!isBuilt) throw problem('unavailable', 'De overzichten worden nog opgebouwd.');
    return { status: 'ready' };
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  @Open('Technische meetwaarden (Prometheus)')
  async metrics(): Promise<string> {
    return this.#registry.metrics();
  }
}
