import { EventType } from '../language/event-type.js';
import { Day, Flag, OneOf, Optional, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const INTERNSHIP_SEARCH_ENDED_GROUND = ['shortage', 'company-capacity', 'discrimination', 'own-choice', 'none'] as const;

/** The search ended, found or not; the ground (also discrimination) feeds the list of those without an internship. */
@EventType({ label: 'Zoeken naar stage beëindigd', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class InternshipSearchEnded extends Occurrence {
  @Flag() found!: boolean;
  @OneOf(INTERNSHIP_SEARCH_ENDED_GROUND) ground!: (typeof INTERNSHIP_SEARCH_ENDED_GROUND)[number];
  @Optional() @Day() agreedOn?: string;
  @Optional() @Organisation() employer?: string;
}
