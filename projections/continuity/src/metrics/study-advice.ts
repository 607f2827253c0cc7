import { plus, type History, type Recorded } from '@trajectboek/events';
import { CENSORED_SHARE_KEYS, censoredShareOf, shareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { Tally } from '../tally.js';
import { startingIn } from '../window.js';

/** The term of clocks `bsa-entree-2014` and `bsa-entree`. */
const TERM = 'P4M';

/** On time, too late, or undefined while the term still runs without an advice. */
function isAdvisedInTime({ occurredOn, data }: Recorded<'EnrolmentStarted'>, history: History): boolean | undefined {
  const dueOn = plus(occurredOn, TERM);
  const advised = history.all('StudyAdviceIssued').some((advice) =>
    advice.data.institution === data.institution && occurredOn <= advice.occurredOn && advice.occurredOn <= dueOn);
  return advised || history.asOf.passed(dueOn) ? advised : undefined;
}

/** C13: entree students who got their study advice in time. */
export const STUDY_ADVICE_ON_TIME: Metric = {
  id: 'C13',
  label: 'Studieadvies entree op tijd',
  definition: 'Welk deel van de inschrijvingen entree kreeg binnen vier maanden een bindend studieadvies? Een inschrijving waarvan de '
    + 'termijn nog loopt, telt alleen als lopend. Daarnaast: welk deel van de negatieve adviezen kwam zonder schriftelijke waarschuwing of '
    + 'zonder aangeboden hulp?',
  unit: 'aandeel',
  worklist: 'bsa-overdue',
  keys: [...CENSORED_SHARE_KEYS, 'negativeWithoutWarningOrSupport'],
  itemsOf({ history }, { window }) {
    const tally = new Tally();
    for (const enrolment of startingIn(window, history.all('EnrolmentStarted'))) {
      if (enrolment.data.schoolType === 'entree') tally.on(enrolment.occurredOn).judgeSoFar('inTime', isAdvisedInTime(enrolment, history));
    }
    for (const { data, occurredOn } of startingIn(window, history.all('StudyAdviceIssued'))) {
      if (data.advice !== 'positive') tally.on(occurredOn).judge('bare', data.writtenWarningOn === undefined || !data.supportOffered);
    }
    return tally;
  },
  summarise: (tally) => ({ ...censoredShareOf(tally, 'inTime'), negativeWithoutWarningOrSupport: shareOf(tally, 'bare') }),
};
