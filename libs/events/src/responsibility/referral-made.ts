import { EventType } from '../language/event-type.js';
import { OneOf, Optional, Organisation, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const REFERRAL_MADE_DOMAIN = ['education', 'work', 'income', 'debts', 'housing', 'care', 'youth-care', 'addiction', 'mental-health', 'childcare', 'legal', 'leisure'] as const;

/** An organisation points the youth to another for one domain of life; it hands over no responsibility. */
@EventType({ label: 'Doorverwezen', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class ReferralMade extends Occurrence {
  @Optional() @Text() referralId?: string;
  @Organisation() to!: string;
  @OneOf(REFERRAL_MADE_DOMAIN) domain!: (typeof REFERRAL_MADE_DOMAIN)[number];
}
