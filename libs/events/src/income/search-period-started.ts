import { EventType } from '../language/event-type.js';
import { Day, Flag } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** A municipality starts the search period of who reported; refused while a waiver for that report stands. */
@EventType({ label: 'Zoekperiode gestart', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class SearchPeriodStarted extends Occurrence {
  @Day() endsOn!: string;
  @Flag() supportFromDayOne!: boolean;
}
