import { EventType } from '../language/event-type.js';
import { Codes, Day, Flag, OneOf, Optional, Organisation, Text, WholeNumber } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const INTERNSHIP_STARTED_KIND = ['orientation', 'internal', 'external', 'bpv', 'transition', 'placement', 'work-learning', 'community'] as const;

/** A school reports a started internship; without an enrolment it counts as activity. The planned end closes nothing. */
@EventType({ label: 'Stage gestart', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class InternshipStarted extends Occurrence {
  @Optional() @Text() internshipId?: string;
  @OneOf(INTERNSHIP_STARTED_KIND) kind!: (typeof INTERNSHIP_STARTED_KIND)[number];
  @Organisation() employer!: string;
  @Optional() @Flag() recognisedCompany?: boolean;
  @WholeNumber() hoursPerWeek!: number;
  @Day() plannedEnd!: string;
  @Optional() @Flag() conversionIntended?: boolean;
  @Optional() @Codes() workProcesses?: string[];
}
