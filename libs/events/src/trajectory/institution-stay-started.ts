import { EventType } from '../language/event-type.js';
import { OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const INSTITUTION_STAY_STARTED_CATEGORY = ['detention', 'closed-youth-care', 'clinic', 'shelter', 'other'] as const;

/** The youth entered detention, a clinic or shelter; opens the care facet and is hidden from all who are not involved in care. */
@EventType({ label: 'Verblijf in instelling begonnen', kind: 'observation', that: 'care', what: 'none', dataClass: 'criminal' })
export class InstitutionStayStarted extends Occurrence {
  @OneOf(INSTITUTION_STAY_STARTED_CATEGORY) category!: (typeof INSTITUTION_STAY_STARTED_CATEGORY)[number];
}
