import { EventType } from '../language/event-type.js';
import { Flag, OneOf, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const EXIT_PROFILE_SET_PROFILE = ['further-education', 'labour', 'sheltered-work', 'day-activity'] as const;

/** A vso or pro school sets what it prepares for: further education, work, sheltered work or day activities. */
@EventType({ label: 'Uitstroomprofiel vastgesteld', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class ExitProfileSet extends Occurrence {
  @OneOf(EXIT_PROFILE_SET_PROFILE) profile!: (typeof EXIT_PROFILE_SET_PROFILE)[number];
  @Optional() @Flag() finalEducation?: boolean;
}
