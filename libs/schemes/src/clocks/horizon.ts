import { AsOf, birthdayAt, laterOf, plus, type Chronicle, type CivilDate } from '@trajectboek/events';
import { SUBJECT_FACTS } from '../subject/subject-facts.js';

/** A clock that recurs without end would go on for ever: its periods are worked out up to this age. */
const LAST_AGE = 40;
/** The same for a youth whose birth date is not known, from the first fact on. */
const LONGEST_LIFE_IN_LEDGER = 'P25Y';

/** Of somebody older, what is told now still counts for so long. */
const AFTER_LAST_FACT = 'P7Y';

/** The day up to which stored views work out what is due. What stands then holds on; only new periods of recurring clocks are left out. */
export function clockHorizonOf(chronicle: Chronicle): CivilDate {
  const firstDay = chronicle.facts[0]?.occurredOn ?? '1900-01-01';
  const birthDate = SUBJECT_FACTS.birthDate(chronicle.on(new AsOf(firstDay)));
  const ofLife = birthDate === undefined ? plus(firstDay, LONGEST_LIFE_IN_LEDGER) : birthdayAt(birthDate, LAST_AGE);
  const ofFacts = plus(chronicle.facts.at(-1)?.occurredOn ?? firstDay, AFTER_LAST_FACT);
  return laterOf(ofLife, ofFacts);
}
