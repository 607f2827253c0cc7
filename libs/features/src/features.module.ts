import { Module, type DynamicModule, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { CqrsModule } from '@nestjs/cqrs';
import { AccessGuard, AuditInterceptor, AuditLog, ProblemFilter } from '@trajectboek/api';
import { AuditController } from './audit/audit.controller.js';
import { FindAccessesHandler } from './audit/find-accesses.handler.js';
import { LedgerProofs } from './audit/ledger-proofs.js';
import { CompareMomentsHandler, ReplayTrajectoryHandler } from './audit/replay.handler.js';
import { SignedRoots } from './audit/signed-roots.js';
import { StoredEvents } from './audit/stored-events.js';
import { CatalogueController } from './catalogue/catalogue.controller.js';
import { EventTypesController } from './event-types/event-types.controller.js';
import { HealthController } from './health/health.controller.js';
import { ImportSession } from './imports/import-session.js';
import { ImportsController } from './imports/imports.controller.js';
import { CountInBeeldHandler } from './in-beeld/count-in-beeld.handler.js';
import { InBeeldController } from './in-beeld/in-beeld.controller.js';
import { ListInBeeldHandler } from './in-beeld/list-in-beeld.handler.js';
import { StoredSituations } from './in-beeld/stored-situations.js';
import { Jobs } from './jobs/jobs.js';
import { JobsController } from './jobs/jobs.controller.js';
import { AsyncAnswers } from './jobs/responds-async.js';
import { LiveChanges } from './live-stream/live-changes.js';
import { LiveFeed } from './live-stream/live-feed.js';
import { LivePulse } from './live-stream/live-pulse.js';
import { LiveStreamController } from './live-stream/live-stream.controller.js';
import { YouthSides } from './live-stream/youth-sides.js';
import { ListMetricYouthsHandler } from './metrics/list-metric-youths.handler.js';
import { MeasuredYouths } from './metrics/measured-youths.js';
import { MetricsController } from './metrics/metrics.controller.js';
import { ReadMetricHandler } from './metrics/read-metric.handler.js';
import { OpenTrajectoryHandler } from './open-trajectory/open-trajectory.handler.js';
import { TrajectoriesController } from './open-trajectory/trajectories.controller.js';
import { ReadTimelineHandler } from './read-timeline/read-timeline.handler.js';
import { ReadTrajectoryHandler } from './read-trajectory/read-trajectory.handler.js';
import { TrajectoryViewController } from './read-trajectory/trajectory-view.controller.js';
import { EventsController } from './receive-events/events.controller.js';
import { EventReceiver } from './receive-events/receiver.js';
import { SettingsController } from './settings/settings.controller.js';
import { ReadWorkListHandler } from './worklists/read-work-list.handler.js';
import { StoredWorkLists } from './worklists/stored-work-lists.js';
import { WorkListsController } from './worklists/worklists.controller.js';
import { EnabledClocks } from './youths/enabled-clocks.js';
import { Histories } from './youths/histories.js';
import { Members } from './youths/members.js';
import { Pages } from './youths/pages.js';
import { Population } from './youths/population.js';
import { StoredRows } from './youths/stored-rows.js';
import { ViewHeads } from './youths/view-heads.js';
import { Youths } from './youths/youths.js';

/** What every service does with a request, whatever its routes: who may, what is logged, how it fails. */
const AT_EVERY_DOOR: readonly Provider[] = [
  AuditLog,
  { provide: APP_GUARD, useClass: AccessGuard },
  { provide: APP_INTERCEPTOR, useClass: AuditInterceptor },
  { provide: APP_FILTER, useClass: ProblemFilter },
];

const WRITE_CONTROLLERS = [TrajectoriesController, EventsController, ImportsController, SettingsController, EventTypesController, CatalogueController];
const WRITE_PROVIDERS = [OpenTrajectoryHandler, EventReceiver, ImportSession];
const AUDIT_PROVIDERS = [FindAccessesHandler, ReplayTrajectoryHandler, CompareMomentsHandler, LedgerProofs, SignedRoots, StoredEvents];
const READ_CONTROLLERS = [TrajectoryViewController, InBeeldController, WorkListsController, MetricsController, JobsController, LiveStreamController];
const READ_PROVIDERS = [
  ReadTrajectoryHandler, ReadTimelineHandler, ListInBeeldHandler, CountInBeeldHandler, ReadWorkListHandler, ReadMetricHandler, ListMetricYouthsHandler, MeasuredYouths,
  StoredSituations, StoredWorkLists, StoredRows, Members, Youths, Histories, Population, Pages, ViewHeads, EnabledClocks, LiveChanges, LiveFeed, LivePulse, YouthSides, Jobs, AsyncAnswers,
];

/** All use cases behind one door; the ports they need come from the app. */
@Module({})
export class FeaturesModule {
  static with(ports: readonly Provider[]): DynamicModule {
    return {
      module: FeaturesModule,
      imports: [CqrsModule.forRoot()],
      controllers: [...WRITE_CONTROLLERS, ...READ_CONTROLLERS, AuditController, HealthController],
      providers: [...ports, ...AT_EVERY_DOOR, ...WRITE_PROVIDERS, ...READ_PROVIDERS, ...AUDIT_PROVIDERS],
    };
  }
}
