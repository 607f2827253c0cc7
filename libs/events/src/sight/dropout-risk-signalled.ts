import { EventType } from '../language/event-type.js';
import { OneOf } from '../language/fields.js';
import { Occurrence } from '../language/occurrence.js';

export const DROPOUT_RISK_SIGNALLED_SIGNAL = ['absence', 'motivation', 'wrong-choice', 'overburdened', 'no-internship', 'transition', 'debts', 'home', 'ability', 'other'] as const;
export const DROPOUT_RISK_SIGNALLED_URGENCY = ['early', 'serious', 'acute'] as const;

/** School, guide or partner sees that the youth may drop out; a category and an urgency, never a story. */
@EventType({ label: 'Dreigende uitval gesignaleerd', kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' })
export class DropoutRiskSignalled extends Occurrence {
  @OneOf(DROPOUT_RISK_SIGNALLED_SIGNAL) signal!: (typeof DROPOUT_RISK_SIGNALLED_SIGNAL)[number];
  @OneOf(DROPOUT_RISK_SIGNALLED_URGENCY) urgency!: (typeof DROPOUT_RISK_SIGNALLED_URGENCY)[number];
}
