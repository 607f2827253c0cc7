import { EventType } from '../language/event-type.js';
import { Flag, OneOf, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const CONTACT_ATTEMPTED_CHANNEL = ['letter', 'summons', 'phone', 'app', 'mail', 'home-visit', 'office', 'outreach', 'via-partner'] as const;
export const CONTACT_ATTEMPTED_DAY_PART = ['day', 'evening', 'weekend'] as const;
export const CONTACT_ATTEMPTED_PURPOSE = ['return-to-view', 'guidance', 'aftercare', 'one-year-later', 'campaign'] as const;

/** A guide tried to reach the youth; reached counts as contact, two misses since the last contact are contact-lost. */
@EventType({ label: 'Contactpoging', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class ContactAttempted extends Occurrence {
  @OneOf(CONTACT_ATTEMPTED_CHANNEL) channel!: (typeof CONTACT_ATTEMPTED_CHANNEL)[number];
  @OneOf(CONTACT_ATTEMPTED_DAY_PART) dayPart!: (typeof CONTACT_ATTEMPTED_DAY_PART)[number];
  @Flag() reached!: boolean;
  @OneOf(CONTACT_ATTEMPTED_PURPOSE) purpose!: (typeof CONTACT_ATTEMPTED_PURPOSE)[number];
  @Optional() @Flag() knownPerson?: boolean;
}
