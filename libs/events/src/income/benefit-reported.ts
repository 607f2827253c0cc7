import { EventType } from '../language/event-type.js';
import { Flag, MunicipalityCode } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** The youth reported at a municipality for social assistance: the start of the four weeks, not yet an application. */
@EventType({ label: 'Gemeld voor bijstand', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class BenefitReported extends Occurrence {
  @MunicipalityCode() municipality!: string;
  @Flag() urgentNeed!: boolean;
}
