import { plus, type History, type Recorded, type RecordedEvent } from '@trajectboek/events';
import type { Youth } from '@trajectboek/situation';
import { censoredShareOf, shareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { periodOf } from '../path/settings.js';
import { Tally } from '../tally.js';
import { startingIn } from '../window.js';

/** What counts as the start of a referral; the acts of clock `referral-start`. */
const STARTS: ReadonlySet<string> = new Set<RecordedEvent['type']>(['SupportStarted', 'TrackStarted', 'IntakeHeld', 'HandoverAccepted', 'GuideAssigned']);

/** A refusal without the id of a request answers the newest request before it. */
function isDeclined(request: Recorded<'SupportRequested'>, history: History): boolean {
  return history.all('SupportRefused').some((refusal) => {
    if (refusal.data.requestId !== undefined) return refusal.data.requestId === request.data.requestId;
    const newest = history.all('SupportRequested').findLast(({ occurredOn }) => occurredOn <= refusal.occurredOn);
    return newest?.eventId === request.eventId;
  });
}

/** Whether something started in time; undefined while the term runs and nothing did. */
function isPickedUp(referral: Recorded<'ReferralMade'>, youth: Youth): boolean | undefined {
  const dueOn = plus(referral.occurredOn, periodOf('referralStart', youth));
  const { events } = youth.history;
  const later = events.slice(events.indexOf(referral) + 1);
  const started = later.some(({ type, occurredOn }) => occurredOn <= dueOn && STARTS.has(type));
  return started || youth.asOf.passed(dueOn) ? started : undefined;
}

/** C26: help that was asked for and did not come. */
export const UNMET_NEED: Metric = {
  id: 'C26',
  label: 'Onvervulde hulpvraag',
  definition: 'Welk deel van de hulpvragen is niet toegekend, en welk deel van de doorverwijzingen had na 42 dagen nog geen start, per '
    + 'leefgebied? Een doorverwijzing waarvan de termijn nog loopt, telt alleen als lopend.',
  unit: 'aandeel',
  worklist: 'deadlines-due-and-overdue',
  keys: ['requestsDeclined', 'referralsWithoutStart', 'byDomain'],
  itemsOf(youth, { window }) {
    const { history } = youth;
    const tally = new Tally();
    for (const request of startingIn(window, history.all('SupportRequested'))) {
      const declined = isDeclined(request, history);
      tally.judge('declined', declined).judge(`domain:${request.data.domain}:declined`, declined);
    }
    for (const referral of startingIn(window, history.all('ReferralMade'))) {
      const pickedUp = isPickedUp(referral, youth);
      const unmet = pickedUp === undefined ? undefined : !pickedUp;
      tally.judgeSoFar('withoutStart', unmet).judgeSoFar(`domain:${referral.data.domain}:withoutStart`, unmet);
    }
    return tally;
  },
  summarise(tally) {
    const domains = new Set(tally.namesAfter('domain:').map((name) => name.slice(0, name.indexOf(':'))));
    return {
      requestsDeclined: shareOf(tally, 'declined'),
      referralsWithoutStart: censoredShareOf(tally, 'withoutStart'),
      byDomain: Object.fromEntries([...domains].map((domain) => [domain, {
        requestsDeclined: shareOf(tally, `domain:${domain}:declined`),
        referralsWithoutStart: censoredShareOf(tally, `domain:${domain}:withoutStart`),
      }])),
    };
  },
};
