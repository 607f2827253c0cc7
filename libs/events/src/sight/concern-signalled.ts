import { EventType } from '../language/event-type.js';
import { Flag, OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';
import { REFERRAL_MADE_DOMAIN } from '../responsibility/referral-made.js';

export const CONCERN_SIGNALLED_SOURCE = ['informal-network', 'school', 'employer', 'family', 'partner'] as const;

/** Somebody around the youth worries; who is involved sees that it happened, only care parties see about what. */
@EventType({ label: 'Zorg gesignaleerd', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class ConcernSignalled extends Occurrence {
  @OneOf(CONCERN_SIGNALLED_SOURCE) source!: (typeof CONCERN_SIGNALLED_SOURCE)[number];
  @OneOf(REFERRAL_MADE_DOMAIN) domain!: (typeof REFERRAL_MADE_DOMAIN)[number];
  @Flag() followUpAsked!: boolean;
}
