import { EventType } from '../language/event-type.js';
import { CodeFrom, CodesFrom, OneOf, Organisations, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const CONSENT_REQUESTED_FROM = ['youth', 'parents', 'both'] as const;

/** An organisation asks youth, parents or both to share named data with named parties; a minor needs both asked. */
@EventType({ label: 'Toestemming gevraagd', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class ConsentRequested extends Occurrence {
  @Text() consentId!: string;
  @OneOf(CONSENT_REQUESTED_FROM) from!: (typeof CONSENT_REQUESTED_FROM)[number];
  @Organisations() parties!: string[];
  @CodesFrom('dataCategories') dataCategories!: string[];
  @CodeFrom('purposes') purpose!: string;
}
