import { EventType } from '../language/event-type.js';
import { Flag, OneOf, Optional, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const CANDIDATE_INTRODUCED_RESULT = ['interview', 'trial', 'hired', 'rejected', 'pending'] as const;

/** A jobhunter or coach introduced the youth to an employer; hired is a promise until PlacementStarted. */
@EventType({ label: 'Voorgesteld bij werkgever', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class CandidateIntroduced extends Occurrence {
  @Organisation() employer!: string;
  @OneOf(CANDIDATE_INTRODUCED_RESULT) result!: (typeof CANDIDATE_INTRODUCED_RESULT)[number];
  @Optional() @Flag() accompanied?: boolean;
}
