import { EventType } from '../language/event-type.js';
import { OneOf, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const ERASURE_DECIDED_OUTCOME = ['granted', 'partly', 'refused'] as const;
export const ERASURE_DECIDED_GROUND = ['public-task', 'legal-obligation', 'archive', 'legal-claim', 'none'] as const;

/** The controller decides on erasure and names its ground; SubjectErased says that it was carried out. */
@EventType({ label: 'Verzoek tot wissing beslist', kind: 'process', that: 'care', what: 'care', dataClass: 'path' })
export class ErasureDecided extends Occurrence {
  @Text() requestId!: string;
  @OneOf(ERASURE_DECIDED_OUTCOME) outcome!: (typeof ERASURE_DECIDED_OUTCOME)[number];
  @OneOf(ERASURE_DECIDED_GROUND) ground!: (typeof ERASURE_DECIDED_GROUND)[number];
}
