import { EventType } from '../language/event-type.js';
import { Codes, Day, InClass, MunicipalityCode, OneOf, Optional, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const TRAJECTORY_OPENED_REASON = ['transfer-from-vo', 'vso-leaver', 'pro-leaver', 'entree', 'mbo', 'early-leaver', 'register-match', 'self-report', 'referral', 'returned'] as const;

/** Somebody starts following a youth, or a youth returns; the birth date here is what every age rule counts from. */
@EventType({ label: 'Traject geopend', kind: 'process', that: 'involved', what: 'involved', dataClass: 'path' })
export class TrajectoryOpened extends Occurrence {
  @OneOf(TRAJECTORY_OPENED_REASON) reason!: (typeof TRAJECTORY_OPENED_REASON)[number];
  @InClass('identity') @Day() birthDate!: string;
  @MunicipalityCode() municipality!: string;
  @Optional() @Organisation() schoolOrg?: string;
  @Optional() @Codes() targetGroups?: string[];
}
