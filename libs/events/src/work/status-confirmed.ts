import { EventType } from '../language/event-type.js';
import { OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';
import { CONTACT_MADE_SITUATION } from '../sight/contact-made.js';

export const STATUS_CONFIRMED_BY = ['register', 'employer', 'school', 'youth', 'guide'] as const;
export const STATUS_CONFIRMED_HORIZON = ['3-months', '6-months', '1-year', '2-years', '3-years', 'ad-hoc'] as const;

/** Somebody confirms the situation; freshens facets, but is real contact only when by youth or guide. */
@EventType({ label: 'Situatie bevestigd', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class StatusConfirmed extends Occurrence {
  @OneOf(CONTACT_MADE_SITUATION) situation!: (typeof CONTACT_MADE_SITUATION)[number];
  @OneOf(STATUS_CONFIRMED_BY) by!: (typeof STATUS_CONFIRMED_BY)[number];
  @OneOf(STATUS_CONFIRMED_HORIZON) horizon!: (typeof STATUS_CONFIRMED_HORIZON)[number];
}
