import { EventType } from '../language/event-type.js';
import { Code, Flag, OneOf, Optional } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const CREDENTIAL_AWARDED_TYPE = ['vmbo', 'vso', 'pro', 'entree', 'entree-basic', 'mbo-2', 'mbo-3', 'mbo-4', 'havo', 'vwo', 'trade-diploma', 'practice-statement', 'mbo-statement', 'branch-certificate', 'partial-certificate', 'portfolio', 'work-ready-diploma', 'progression-diploma', 'evc', 'programme-certificate'] as const;

/** A school or examiner awarded a diploma, certificate or statement; says itself whether it is a basic qualification. */
@EventType({ label: 'Diploma, certificaat of verklaring behaald', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class CredentialAwarded extends Occurrence {
  @OneOf(CREDENTIAL_AWARDED_TYPE) type!: (typeof CREDENTIAL_AWARDED_TYPE)[number];
  @Flag() basicQualification!: boolean;
  @Optional() @Code() programme?: string;
}
