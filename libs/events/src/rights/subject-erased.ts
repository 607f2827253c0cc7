import { EventType } from '../language/event-type.js';
import { ListOf, OneOf, Optional, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const SUBJECT_ERASED_CAUSE = ['request', 'retention'] as const;
export const SUBJECT_ERASED_DATA_CLASSES = ['identity', 'path', 'care', 'health', 'criminal'] as const;

/** Keys of all or some data classes were destroyed; final, and late events do not bring the data back. */
@EventType({ label: 'Persoonsgegevens gewist', kind: 'process', that: 'care', what: 'care', dataClass: 'path' })
export class SubjectErased extends Occurrence {
  @Optional() @Text() requestId?: string;
  @OneOf(SUBJECT_ERASED_CAUSE) cause!: (typeof SUBJECT_ERASED_CAUSE)[number];
  @Optional() @ListOf(SUBJECT_ERASED_DATA_CLASSES) dataClasses?: (typeof SUBJECT_ERASED_DATA_CLASSES)[number][];
}
