import { Controller, Get, Header } from '@nestjs/common';
import { LedgerStorePort, Open, problem } from '@trajectboek/api';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { Projections } from '../youths/projections.js';

/** For who operates it: does it live, can it answer, how is it doing. Nothing about anybody. */
@Controller()
export class HealthController {
  readonly #registry = new Registry();

  constructor(
    private readonly projections: Projections,
    private readonly store: LedgerStorePort,
  ) {
    collectDefaultMetrics({ register: this.#registry });
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
  ready(): { status: string } {
    if (!this.projections.ready) throw problem('unavailable', 'De overzichten worden nog opgebouwd.');
    return { status: 'ready' };
  }

  @Get('metrics')
  @Header('Content-Type', 'text/plain; version=0.0.4')
  @Open('Technische meetwaarden (Prometheus)')
  async metrics(): Promise<string> {
    return this.#registry.metrics();
  }
}
