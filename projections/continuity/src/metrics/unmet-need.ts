import { countBefore, plus, type CivilDate, type History, type Recorded, type RecordedEvent } from '@trajectboek/events';
import type { Youth } from '@trajectboek/situation';
import { censoredShareOf, shareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { nextAfterEach } from '../path/next-after-each.js';
import { periodOf } from '../path/settings.js';
import { Tally } from '../tally.js';
import { startingIn } from '../window.js';

type Request = Recorded<'SupportRequested'>;

/** What counts as the start of a referral; the acts of clock `referral-start`. */
const STARTS: ReadonlySet<string> = new Set<RecordedEvent['type']>(['SupportStarted', 'TrackStarted', 'IntakeHeld', 'HandoverAccepted', 'GuideAssigned']);

/** The requests that were refused. A refusal without the id of a request answers the newest request before it. */
function declinedIn(history: History): (request: Request) => boolean {
  const requests = history.all('SupportRequested');
  const [ids, newest] = [new Set<string>(), new Set<Request | undefined>()];
  for (const { data, occurredOn } of history.all('SupportRefused')) {
    if (data.requestId !== undefined) ids.add(data.requestId);
    else newest.add(requests[countBefore(requests, (request) => request.occurredOn <= occurredOn) - 1]);
  }
  return (request) => ids.has(request.data.requestId) || newest.has(request);
}

/** Whether something started in time; undefined while the term runs and nothing did. */
function isPickedUp(referredOn: CivilDate, startedOn: CivilDate | undefined, youth: Youth): boolean | undefined {
  const dueOn = plus(referredOn, periodOf('referralStart', youth));
  const started = startedOn !== undefined && startedOn <= dueOn;
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
    const isDeclined = declinedIn(history);
    for (const request of startingIn(window, history.all('SupportRequested'))) {
      const declined = isDeclined(request);
      tally.on(request.occurredOn).judge('declined', declined).judge(`domain:${request.data.domain}:declined`, declined);
    }
    const startAfter = nextAfterEach(history.events, ({ type }) => STARTS.has(type));
    for (const referral of startingIn(window, history.all('ReferralMade'))) {
      const pickedUp = isPickedUp(referral.occurredOn, startAfter.get(referral), youth);
      const unmet = pickedUp === undefined ? undefined : !pickedUp;
      tally.on(referral.occurredOn).judgeSoFar('withoutStart', unmet).judgeSoFar(`domain:${referral.data.domain}:withoutStart`, unmet);
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
