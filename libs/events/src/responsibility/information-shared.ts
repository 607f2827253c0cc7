import { EventType } from '../language/event-type.js';
import { Code, OneOf, Optional, Organisations, Reference, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const INFORMATION_SHARED_LEVEL = ['that', 'what'] as const;
export const INFORMATION_SHARED_BASIS = ['consent', 'law', 'convenant', 'public-task'] as const;

/** A holder gave a document to recipients; on the basis consent it needs one that is valid and names them all. */
@EventType({ label: 'Informatie gedeeld', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class InformationShared extends Occurrence {
  @Reference() document!: string;
  @Organisations() recipients!: string[];
  @OneOf(INFORMATION_SHARED_LEVEL) level!: (typeof INFORMATION_SHARED_LEVEL)[number];
  @OneOf(INFORMATION_SHARED_BASIS) basis!: (typeof INFORMATION_SHARED_BASIS)[number];
  @Optional() @Text() consentId?: string;
  @Optional() @Code() basisReference?: string;
}
