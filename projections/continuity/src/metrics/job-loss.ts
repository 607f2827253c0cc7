import { birthdayAt, countBefore, daysBetween, plus, type CivilDate, type Recorded, type RecordedEvent } from '@trajectboek/events';
import { birthDateOf, isRealContact, type Youth } from '@trajectboek/situation';
import { distributionOf } from '../figures/distribution.js';
import { inYears } from '../figures/elapsed.js';
import { share, shareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { clip, isPaidWork, placementsOf, type Placement } from '../path/spells.js';
import { Tally } from '../tally.js';
import { boundsOf, startingIn, type Window } from '../window.js';

type Loss = Recorded<'JobLost'>;

/** A placement, education or contact. */
function isNextStep(event: RecordedEvent): boolean {
  return event.type === 'PlacementStarted' || event.type === 'EnrolmentStarted' || isRealContact(event);
}

/** The first step from the day of the loss on; the lost placement itself is not a next one. */
function nextStepAfter({ occurredOn, data }: Loss, steps: readonly RecordedEvent[]): CivilDate | undefined {
  for (let index = countBefore(steps, (step) => step.occurredOn < occurredOn); ; index += 1) {
    const step = steps[index];
    const isLost = step?.type === 'PlacementStarted' && step.data.placementId === data.placementId && step.occurredOn === occurredOn;
    if (!isLost) return step?.occurredOn;
  }
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
  for (const placement of placements.filter(isPaidWork)) {
    const part = clip(placement, boundsOf(window));
    if (part) tally.on(part[0]).count('placementDays', daysBetween(...part));
  }
  const birthDate = birthDateOf(youth);
  const steps = history.events.filter(isNextStep);
  const placementOf = new Map(placements.toReversed().map((placement) => [placement.end, placement]));
  for (const loss of startingIn(window, history.all('JobLost'))) {
    const lost = placementOf.get(loss);
    const next = nextStepAfter(loss, steps);
    tally.on(loss.occurredOn).count('lost');
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
