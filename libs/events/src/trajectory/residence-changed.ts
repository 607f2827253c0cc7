import { EventType } from '../language/event-type.js';
import { Day, MunicipalityCode } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

/** The youth lives in another municipality from a date on, as a register says; it may change who is legally responsible. */
@EventType({ label: 'Verhuisd naar andere gemeente', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class ResidenceChanged extends Occurrence {
  @MunicipalityCode() municipality!: string;
  @Day() from!: string;
}
