import { EventType } from '../language/event-type.js';
import { Flag, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** The organisation referred to says whether it takes the youth on; tied to the referral by its id. */
@EventType({ label: 'Doorverwijzing beantwoord', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class ReferralAnswered extends Occurrence {
  @Text() referralId!: string;
  @Flag() accepted!: boolean;
}
