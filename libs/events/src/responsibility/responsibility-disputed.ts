import { EventType } from '../language/event-type.js';
import { OneOf, Organisations } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const RESPONSIBILITY_DISPUTED_QUESTION = ['who-leads', 'who-pays', 'which-municipality', 'which-law'] as const;

/** Parties do not agree who leads or pays; raises the alarm disputed until somebody takes the role. */
@EventType({ label: 'Verantwoordelijkheid onduidelijk', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class ResponsibilityDisputed extends Occurrence {
  @Organisations() parties!: string[];
  @OneOf(RESPONSIBILITY_DISPUTED_QUESTION) question!: (typeof RESPONSIBILITY_DISPUTED_QUESTION)[number];
}
