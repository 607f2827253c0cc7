import { EventType } from '../language/event-type.js';
import { OneOf, Optional, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';
import { REFERRAL_MADE_DOMAIN } from '../responsibility/referral-made.js';

export const ASSESSMENT_RECORDED_KIND = ['wage-value', 'work-capacity', 'self-sufficiency', 'learnability', 'study-feasibility', 'aptitude', 'development-perspective', 'support-need', 'skills-scan', 'load-capacity'] as const;
export const ASSESSMENT_RECORDED_BAND = ['below-30', '30-to-50', 'above-50', 'full', 'none', 'low', 'medium', 'high'] as const;

/** An expert assessed something and gives a band, never a score or diagnosis; the band is for care parties. */
@EventType({ label: 'Vaststelling gedaan', kind: 'observation', that: 'involved', what: 'care', dataClass: 'health' })
export class AssessmentRecorded extends Occurrence {
  @OneOf(ASSESSMENT_RECORDED_KIND) kind!: (typeof ASSESSMENT_RECORDED_KIND)[number];
  @Optional() @OneOf(REFERRAL_MADE_DOMAIN) domain?: (typeof REFERRAL_MADE_DOMAIN)[number];
  @OneOf(ASSESSMENT_RECORDED_BAND) band!: (typeof ASSESSMENT_RECORDED_BAND)[number];
  @Optional() @Organisation() assessedBy?: string;
}
