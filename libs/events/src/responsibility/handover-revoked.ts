import { EventType } from '../language/event-type.js';
import { OneOf, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const HANDOVER_REVOKED_REASON = ['consent-withdrawn', 'situation-changed', 'sent-to-wrong-party'] as const;

/** The offerer takes its offer back before arrival, such as after withdrawn consent; nothing is expected any more. */
@EventType({ label: 'Overdracht ingetrokken', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class HandoverRevoked extends Occurrence {
  @Text() handoverId!: string;
  @OneOf(HANDOVER_REVOKED_REASON) reason!: (typeof HANDOVER_REVOKED_REASON)[number];
}
