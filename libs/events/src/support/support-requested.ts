import { EventType } from '../language/event-type.js';
import { Code, OneOf, Optional, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';
import { REFERRAL_MADE_DOMAIN } from '../responsibility/referral-made.js';

/** A youth or guide asks for help; the id ties an offer or refusal to it. What it is about is for care parties. */
@EventType({ label: 'Hulp gevraagd', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class SupportRequested extends Occurrence {
  @Text() requestId!: string;
  @OneOf(REFERRAL_MADE_DOMAIN) domain!: (typeof REFERRAL_MADE_DOMAIN)[number];
  @Optional() @Code() instrument?: string;
}
