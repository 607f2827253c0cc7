import { birthdayAt, daysBetween, plus, type CivilDate, type History, type Recorded } from '@trajectboek/events';
import { birthDateOf, isRealContact, type Youth } from '@trajectboek/situation';
import { distributionOf } from '../figures/distribution.js';
import { inYears } from '../figures/elapsed.js';
import { share, shareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { clip, isPaidWork, placementsOf, type Placement } from '../path/spells.js';
import { Tally } from '../tally.js';
import { boundsOf, startingIn, type Window } from '../window.js';

type Loss = Recorded<'JobLost'>;

/** The first placement, education or contact from the day of the loss on; the lost placement itself is not a next one. */
function nextStepAfter({ occurredOn, data }: Loss, history: History): CivilDate | undefined {
  const starts = [
    ...history.all('PlacementStarted').filter((start) => start.data.placementId !== data.placementId || start.occurredOn > occurredOn),
    ...history.all('EnrolmentStarted'),
    ...history.events.filter(isRealContact),
  ];
  return starts.map((event) => event.occurredOn).filter((date) => date >= occurredOn).sort()[0];
}

function isBetweenOneAndTwoYears({ occurredOn }: Loss, placement: Placement | undefined): boolean {
  if (!placement) return false;
  return plus(placement.startedOn, 'P1Y') <= occurredOn && occurredOn < plus(placement.startedOn, 'P2Y');
}

function isSoonAfter21({ occurredOn }: Loss, birthDate: CivilDate | undefined): boolean {
  if (birthDate === undefined) return false;
  const birthday = birthdayAt(birthDate, 21);
  return birthday <= occurredOn && occurredOn <= plus(birthday, 'P90D');
}

function itemsOf(youth: Youth, window: Window): Tally {
  const { history } = youth;
  const tally = new Tally();
  const placements = placementsOf(youth);
  const days = placements.filter(isPaidWork).map((placement) => clip(placement, boundsOf(window))).reduce((sum, part) => sum + (part ? daysBetween(...part) : 0), 0);
  if (days > 0) tally.count('placementDays', days);
  const birthDate = birthDateOf(youth);
  for (const loss of startingIn(window, history.all('JobLost'))) {
    const lost = placements.find(({ end }) => end?.eventId === loss.eventId);
    const next = nextStepAfter(loss, history);
    tally.count('lost');
    if (isBetweenOneAndTwoYears(loss, lost)) tally.count('betweenOneAndTwoYears');
    tally.judge('within90DaysOf21', isSoonAfter21(loss, birthDate));
    tally.length('daysUntilNext', daysBetween(loss.occurredOn, next ?? window.asOf), next === undefined);
  }
  return tally;
}

/** C11: how often jobs are lost, when, and how soon something follows. */
export const JOB_LOSS: Metric = {
  id: 'C11',
  label: 'Baanverlies',
  definition: 'Hoeveel banen gaan verloren per 100 jaar betaald werk, hoeveel na één tot twee jaar, welk deel binnen 90 dagen na de 21e '
    + 'verjaardag, en hoeveel dagen duurt het tot de volgende plaatsing, opleiding of het volgende contact? Wie nog wacht, telt als lopend.',
  unit: 'per jaar',
  worklist: 'job-lost-without-contact',
  keys: ['per100Years', 'betweenOneAndTwoYears', 'within90DaysOf21', 'daysUntilNext', 'shareBetweenOneAndTwoYears'],
  itemsOf: (youth, { window }) => itemsOf(youth, window),
  summarise(tally) {
    const [lost, days, early] = [tally.countOf('lost'), tally.countOf('placementDays'), tally.countOf('betweenOneAndTwoYears')];
    return {
      per100Years: days === 0 ? null : (100 * lost) / inYears(days),
      betweenOneAndTwoYears: early,
      shareBetweenOneAndTwoYears: share(early, lost),
      within90DaysOf21: shareOf(tally, 'within90DaysOf21'),
      daysUntilNext: distributionOf(tally, 'daysUntilNext'),
    };
  },
};
