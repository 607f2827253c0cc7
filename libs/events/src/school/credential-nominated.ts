import { EventType } from '../language/event-type.js';
import { OneOf, Organisation } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';
import { CREDENTIAL_AWARDED_TYPE } from './credential-awarded.js';

/** An organisation puts the youth forward for a credential; nothing is awarded before CredentialAwarded. */
@EventType({ label: 'Voorgedragen voor diploma', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class CredentialNominated extends Occurrence {
  @OneOf(CREDENTIAL_AWARDED_TYPE) type!: (typeof CREDENTIAL_AWARDED_TYPE)[number];
  @Organisation() by!: string;
}
