import { EventType } from '../language/event-type.js';
import { Code, Day, Optional, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** A provision runs for the youth, such as a job coach or wage subsidy; who is outside care sees only that. */
@EventType({ label: 'Voorziening ingezet', kind: 'observation', that: 'involved', what: 'care', dataClass: 'care' })
export class SupportStarted extends Occurrence {
  @Code() instrument!: string;
  @Optional() @Organisation() provider?: string;
  @Optional() @Day() until?: string;
  @Optional() @Code() fundingScheme?: string;
}
