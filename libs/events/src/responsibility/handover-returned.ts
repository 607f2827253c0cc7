import { EventType } from '../language/event-type.js';
import { OneOf, Text } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const HANDOVER_RETURNED_GROUND = ['not-responsible', 'wrong-municipality', 'no-capacity', 'not-ready', 'incomplete-dossier', 'other-party-active'] as const;

/** The receiver gives the offer back with a ground; it stays on the list until it is offered again under a new id. */
@EventType({ label: 'Overdracht teruggegeven', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class HandoverReturned extends Occurrence {
  @Text() handoverId!: string;
  @OneOf(HANDOVER_RETURNED_GROUND) ground!: (typeof HANDOVER_RETURNED_GROUND)[number];
}
