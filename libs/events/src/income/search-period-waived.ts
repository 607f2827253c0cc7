import { EventType } from '../language/event-type.js';
import { OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const SEARCH_PERIOD_WAIVED_GROUND = ['vso-pro-leaver', 'disability', 'threatening-situation', 'housing', 'municipal-policy', 'law'] as const;

/** A municipality decides that the four weeks do not apply; stops the clock and closes the search period. */
@EventType({ label: 'Zoekperiode niet toegepast', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class SearchPeriodWaived extends Occurrence {
  @OneOf(SEARCH_PERIOD_WAIVED_GROUND) ground!: (typeof SEARCH_PERIOD_WAIVED_GROUND)[number];
}
