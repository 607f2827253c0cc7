import { EventType } from '../language/event-type.js';
import { Flag, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** The youth left the institution; without a follow-up place or contact the youth is released without follow-up. */
@EventType({ label: 'Verblijf in instelling beëindigd', kind: 'observation', that: 'care', what: 'none', dataClass: 'criminal' })
export class InstitutionStayEnded extends Occurrence {
  @Optional() @Flag() followUpPlaceArranged?: boolean;
}
