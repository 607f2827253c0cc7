import { plus, type CivilDate, type History, type Recorded } from '@trajectboek/events';
import type { Youth } from '@trajectboek/situation';
import type { Figures } from '../figures/figure.js';
import type { Metric } from '../metric.js';
import { Tally } from '../tally.js';
import { startingIn } from '../window.js';

const STATUSES = ['education', 'work', 'benefit', 'other', 'unknown'] as const;
type YearLater = (typeof STATUSES)[number];

const AFTER = 'P365D';
/** How long after the dropout a confirmation still says something about one year later. */
const CONFIRMED_WITHIN = 'P15M';

type Confirmation = Recorded<'StatusConfirmed'>;

/** What a confirmation says; more than one kind of school counts as education. */
function statedBy({ data: { situation } }: Confirmation): YearLater {
  switch (situation) {
    case 'school': case 'school-and-work': return 'education';
    case 'work': case 'benefit': case 'unknown': return situation;
    case 'track': case 'care': case 'caring-for-family': case 'institution': case 'looking': case 'nothing': return 'other';
  }
}

function findConfirmation(droppedOutOn: CivilDate, history: History): Confirmation | undefined {
  const until = plus(droppedOutOn, CONFIRMED_WITHIN);
  return history.all('StatusConfirmed').findLast(({ data, occurredOn }) =>
    data.horizon === '1-year' && droppedOutOn < occurredOn && occurredOn <= until);
}

function statusAfter(droppedOutOn: CivilDate, today: Youth): YearLater {
  const youth = today.on(plus(droppedOutOn, AFTER));
  if (youth.hasFacet('education')) return 'education';
  if (youth.hasFacet('work')) return 'work';
  if (ELSEWHERE.some((facet) => youth.hasFacet(facet))) {
    const goesBefore = (['activity', 'care', 'searchPeriod'] as const).some((facet) => youth.hasFacet(facet));
    return !goesBefore && youth.hasFacet('benefit') ? 'benefit' : 'other';
  }
  const confirmation = findConfirmation(droppedOutOn, today.history);
  return confirmation ? statedBy(confirmation) : 'unknown';
}

const ELSEWHERE = ['activity', 'care', 'searchPeriod', 'benefit', 'explained', 'contact'] as const;

/** C19: where youths are one year after they dropped out. */
export const ONE_YEAR_LATER: Metric = {
  id: 'C19',
  label: 'Eén jaar na de uitval',
  definition: 'Waar zijn jongeren 365 dagen na hun uitval: onderwijs (ook met werk), werk, uitkering, anders of onbekend? Is er niets '
    + 'bekend, dan telt een bevestiging van de situatie na een jaar, tot 15 maanden na de uitval. Wie nog geen 365 dagen geleden '
    + 'uitviel, telt alleen als lopend.',
  unit: 'aantal',
  worklist: 'out-of-view',
  keys: ['n', 'censored', 'byStatus'],
  itemsOf(youth, { window }) {
    const tally = new Tally();
    for (const { occurredOn } of startingIn(window, youth.history.all('DroppedOut'))) {
      tally.on(occurredOn);
      if (youth.asOf.reached(plus(occurredOn, AFTER))) tally.count('n').count(statusAfter(occurredOn, youth));
      else tally.count('censored');
    }
    return tally;
  },
  summarise: (tally): Figures => ({
    n: tally.countOf('n'),
    censored: tally.countOf('censored'),
    byStatus: Object.fromEntries(STATUSES.map((status) => [status, tally.countOf('n') === 0 ? null : tally.countOf(status)])),
  }),
};
