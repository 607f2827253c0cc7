import { EventType } from '../language/event-type.js';
import { OneOf, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const SHARING_DECLINED_GROUND = ['no-basis', 'no-consent', 'not-necessary', 'legal-opinion'] as const;

/** A holder would not share with who asked, and says why; shows where cooperation stops. */
@EventType({ label: 'Delen geweigerd', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class SharingDeclined extends Occurrence {
  @Organisation() askedBy!: string;
  @Organisation() holder!: string;
  @OneOf(SHARING_DECLINED_GROUND) ground!: (typeof SHARING_DECLINED_GROUND)[number];
}
