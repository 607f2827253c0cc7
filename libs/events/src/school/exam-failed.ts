import { EventType } from '../language/event-type.js';
import { CodeFrom, Flag } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** A school reports a failed part of an exam, and whether another way to the credential was offered. */
@EventType({ label: 'Examen niet behaald', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class ExamFailed extends Occurrence {
  @CodeFrom('examComponents') component!: string;
  @Flag() alternativeOffered!: boolean;
}
