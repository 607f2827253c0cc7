import { EventType } from '../language/event-type.js';
import { Code, Flag, OneOf, Optional, Organisations } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const MEETING_HELD_KIND = ['exit-interview', 'outflow-meeting', 'transition-1', 'transition-2', 'case-conference', 'pupil-review', 'yearly-route-review', 'career', 'placement-committee', 'joint-plan', 'expert-table', 'match-table', 'handover-table', 'advice'] as const;

/** Organisations met about the youth; it is real contact only when the youth was present. */
@EventType({ label: 'Overleg gehouden', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class MeetingHeld extends Occurrence {
  @OneOf(MEETING_HELD_KIND) kind!: (typeof MEETING_HELD_KIND)[number];
  @Organisations() participants!: string[];
  @Flag() youthPresent!: boolean;
  @Optional() @Flag() parentsPresent?: boolean;
  @Optional() @Code() decision?: string;
}
