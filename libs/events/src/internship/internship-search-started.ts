import { EventType } from '../language/event-type.js';
import { OneOf, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const INTERNSHIP_SEARCH_STARTED_HELPER = ['self', 'school', 'jobhunter', 'broker'] as const;

/** A youth begins looking for an internship, alone or with help; open until InternshipSearchEnded. */
@EventType({ label: 'Zoekt stage', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class InternshipSearchStarted extends Occurrence {
  @Optional() @OneOf(INTERNSHIP_SEARCH_STARTED_HELPER) helper?: (typeof INTERNSHIP_SEARCH_STARTED_HELPER)[number];
}
