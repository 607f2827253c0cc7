import { EventType } from '../language/event-type.js';
import { Day, ListOf, Optional, Person, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const HANDOVER_ACCEPTED_MISSING = ['contact', 'support-need', 'plan', 'consent', 'result-so-far'] as const;

/** The receiver, and nobody else, says yes to an offer; it becomes a holder, but the youth is not there yet. */
@EventType({ label: 'Overdracht aanvaard', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class HandoverAccepted extends Occurrence {
  @Text() handoverId!: string;
  @Optional() @Person() contactPerson?: string;
  @Optional() @Day() firstContactPlannedOn?: string;
  @Optional() @ListOf(HANDOVER_ACCEPTED_MISSING) missing?: (typeof HANDOVER_ACCEPTED_MISSING)[number][];
}
