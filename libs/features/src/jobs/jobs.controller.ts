import { Controller, Delete, Get, HttpCode, Param, Query } from '@nestjs/common';
import { Access, NO_QUERY, problem, Requires, type RequestAccess } from '@trajectboek/api';
import { jobDocument, type JobDocument } from './job-document.js';
import { Jobs } from './jobs.js';

/** Questions whose answer takes long; only who asked, for the same purpose, finds them. */
@Controller('v1/jobs')
export class JobsController {
  constructor(private readonly jobs: Jobs) {}

  @Get(':jobId')
  @Requires('views:read', 'Toon hoe ver een lange vraag is', 'always')
  read(@Param('jobId') jobId: string, @Query(NO_QUERY) _query: undefined, @Access() access: RequestAccess): JobDocument {
    const job = this.jobs.get(jobId, access);
    return jobDocument(job, this.jobs.placeOf(job));
  }

  @Get(':jobId/result')
  @Requires('views:read', 'Geef het antwoord op een lange vraag', 'always')
  result(@Param('jobId') jobId: string, @Query(NO_QUERY) _query: undefined, @Access() access: RequestAccess): unknown {
    const { outcome, asked, state } = this.jobs.get(jobId, access);
    if (state === 'cancelled') throw problem('not-found', 'Deze vraag is ingetrokken.');
    if (!outcome) throw problem('job-not-done', 'Vraag later opnieuw, of kijk hoe ver het is.');
    access.actAs(asked.action);
    if ('error' in outcome) throw outcome.error;
    return JSON.parse(outcome.body) as unknown;
  }

  @Delete(':jobId')
  @HttpCode(204)
  @Requires('views:read', 'Trek een lange vraag in, of vergeet het antwoord', 'always')
  cancel(@Param('jobId') jobId: string, @Query(NO_QUERY) _query: undefined, @Access() access: RequestAccess): void {
    this.jobs.cancel(this.jobs.get(jobId, access));
  }
}
