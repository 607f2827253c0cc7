import { plus, type CivilDate, type Recorded, type RecordedEvent } from '@trajectboek/events';
import { isRealContact, type Youth } from '@trajectboek/situation';
import { CENSORED_SHARE_KEYS, censoredShareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { nextAfterEach } from '../path/next-after-each.js';
import { periodOf } from '../path/settings.js';
import { Tally } from '../tally.js';
import { startingIn } from '../window.js';

function isFollowUp(event: RecordedEvent): boolean {
  switch (event.type) {
    case 'ApplicationSubmitted': case 'EnrolmentStarted': return true;
    case 'AdmissionDecided': return event.data.decision === 'alternative-offered' || event.data.decision === 'admitted';
    default: return isRealContact(event);
  }
}

/** Whether something followed in time; undefined while the term runs and nothing did. Facts of one day in the order recorded. */
function isFollowedUp({ occurredOn, data }: Recorded<'AdmissionDecided'>, next: CivilDate | undefined, youth: Youth): boolean | undefined {
  const dueOn = plus(occurredOn, periodOf('refusalFollowUp', youth));
  const followed = data.alternative !== undefined || (next !== undefined && next <= dueOn);
  return followed || youth.asOf.passed(dueOn) ? followed : undefined;
}

/** C16: refusals at the door of a school that did not end there. */
export const REFUSAL_FOLLOW_UP: Metric = {
  id: 'C16',
  label: 'Vervolg na afwijzing',
  definition: 'Op welk deel van de afwijzingen door een opleiding volgde binnen 28 dagen een alternatief, een andere aanmelding of echt '
    + 'contact? Een afwijzing waarvan de termijn nog loopt, telt alleen als lopend.',
  unit: 'aandeel',
  worklist: 'admission-refused-without-alternative',
  keys: CENSORED_SHARE_KEYS,
  itemsOf(youth, { window }) {
    const tally = new Tally();
    const followUpAfter = nextAfterEach(youth.history.events, isFollowUp);
    for (const decided of startingIn(window, youth.history.all('AdmissionDecided'))) {
      if (decided.data.decision === 'refused') tally.on(decided.occurredOn).judgeSoFar('followed', isFollowedUp(decided, followUpAfter.get(decided), youth));
    }
    return tally;
  },
  summarise: (tally) => censoredShareOf(tally, 'followed'),
};
