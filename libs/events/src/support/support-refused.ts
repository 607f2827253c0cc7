import { EventType } from '../language/event-type.js';
import { OneOf, Optional, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const SUPPORT_REFUSED_GROUND = ['not-entitled', 'not-target-group', 'no-capacity', 'need-not-recognised', 'other-party'] as const;

/** A party does not grant help and names the ground, so that it shows how often need meets no offer. */
@EventType({ label: 'Hulp niet toegekend', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class SupportRefused extends Occurrence {
  @Optional() @Text() requestId?: string;
  @OneOf(SUPPORT_REFUSED_GROUND) ground!: (typeof SUPPORT_REFUSED_GROUND)[number];
}
