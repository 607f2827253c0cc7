import { EventType } from '../language/event-type.js';
import { Day, Flag, OneOf, Optional, Organisation, Reference, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const HANDOVER_OFFERED_RECEIVER_ROLE = ['rmc', 'work-and-income', 'mbo', 'vo', 'vso', 'pro', 'temp-agency', 'track-provider', 'jobcoach', 'day-activity', 'care', 'uwv', 'employer-service', 'municipality'] as const;

/** A holder offers the youth to a receiver; it counts only once the youth has arrived (HandoverCompleted). */
@EventType({ label: 'Overdracht aangeboden', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class HandoverOffered extends Occurrence {
  @Text() handoverId!: string;
  @Organisation() to!: string;
  @OneOf(HANDOVER_OFFERED_RECEIVER_ROLE) receiverRole!: (typeof HANDOVER_OFFERED_RECEIVER_ROLE)[number];
  @Flag() warm!: boolean;
  @Optional() @Reference() dossier?: string;
  @Optional() @Text() consentId?: string;
  @Day() answerBy!: string;
  @Optional() @Day() expectedStart?: string;
}
