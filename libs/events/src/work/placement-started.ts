import { EventType } from '../language/event-type.js';
import { Code, Day, Flag, OneOf, Optional, Organisation, Text, WholeNumber } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const PLACEMENT_STARTED_KIND = ['contract', 'temporary-agency', 'bbl', 'work-learning', 'trial-placement', 'work-experience', 'job-agreement', 'sheltered', 'participation', 'day-activity', 'volunteer', 'own-business'] as const;
export const PLACEMENT_STARTED_PURPOSE = ['stepping-stone', 'end-station', 'none'] as const;
export const PLACEMENT_STARTED_PAYER = ['municipality', 'school', 'employer', 'uwv', 'province', 'state'] as const;

/** Somebody started a job or place: paid opens work, unpaid activity, day activities always care. */
@EventType({ label: 'Plaatsing gestart', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class PlacementStarted extends Occurrence {
  @Text() placementId!: string;
  @OneOf(PLACEMENT_STARTED_KIND) kind!: (typeof PLACEMENT_STARTED_KIND)[number];
  @Optional() @Organisation() employer?: string;
  @WholeNumber() hoursPerWeek!: number;
  @Optional() @Day() contractUntil?: string;
  @Flag() paid!: boolean;
  @Flag() enrolled!: boolean;
  @Optional() @OneOf(PLACEMENT_STARTED_PURPOSE) purpose?: (typeof PLACEMENT_STARTED_PURPOSE)[number];
  @Optional() @Code() fundingScheme?: string;
  @Optional() @OneOf(PLACEMENT_STARTED_PAYER) payer?: (typeof PLACEMENT_STARTED_PAYER)[number];
}
