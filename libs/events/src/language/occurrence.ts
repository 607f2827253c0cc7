import { DayOrInstant } from './fields.js';

/** What every event says: when it happened in the world (valid time), as a date or an instant with zone. */
export class Occurrence {
  @DayOrInstant() occurredAt!: string;
}
