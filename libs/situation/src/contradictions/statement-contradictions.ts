import { inOrderOfTheWorld, type CivilDate, type Recorded, type RecordedEvent } from '@trajectboek/events';
import { facetOf } from '../facets/facets.js';
import { facetOfPlacement } from '../facets/path-items.js';
import { placementsOf } from '../spells/spells.js';
import type { Youth } from '../youth.js';
import { contradiction, type Contradiction } from './contradiction.js';

/** Two municipalities from the same day, stated by moves or openings, as long as no later one was stated. */
export function twoMunicipalities({ history, asOf }: Youth): Contradiction[] {
  const stated = [...history.all('TrajectoryOpened'), ...history.all('ResidenceChanged')].sort(inOrderOfTheWorld).filter((event) => asOf.reached(livesThereFrom(event)));
  const latest = stated.map(livesThereFrom).reduce((a, b) => (a > b ? a : b), '');
  const claims = new Map<string, RecordedEvent>();
  for (const event of stated) if (livesThereFrom(event) === latest) claims.set(event.data.municipality, event);
  const [first, second] = [...claims.values()].sort(inOrderOfTheWorld);
  return first && second ? [contradiction('two-municipalities', first, second)] : [];
}

function livesThereFrom(event: Recorded<'TrajectoryOpened'> | Recorded<'ResidenceChanged'>): CivilDate {
  return event.type === 'ResidenceChanged' ? event.data.from : event.occurredOn;
}

const AT_WORK: ReadonlySet<string> = new Set(['work', 'school-and-work']);
const ON_THE_JOB: ReadonlySet<string> = new Set(['check-in', 'visit', 'progress', 'first-day']);

/** The newest word on a placement is that the youth works there, after its employer or another source said that it ended. */
export function contactsThatContradictAnEnd(youth: Youth): Contradiction[] {
  const word = youth.history.events.findLast(isWordOnSituation);
  if (!word || placementsOf(youth).some((placement) => isWorkOn(placement, word.occurredOn))) return [];
  const ended = placementsOf(youth).findLast(({ start, end }) => end !== undefined && end.occurredOn < word.occurredOn && isAbout(word, start, end));
  return ended?.end ? [contradiction('contact-contradicts-ended', ended.end, word)] : [];
}

type Word = Recorded<'ContactMade'> | Recorded<'StatusConfirmed'> | Recorded<'WorkplaceContactHeld'>;

function isWordOnSituation(event: RecordedEvent): event is Word {
  return event.type === 'ContactMade' || event.type === 'StatusConfirmed' || (event.type === 'WorkplaceContactHeld' && event.data.with !== 'employer' && ON_THE_JOB.has(event.data.purpose));
}

function isWorkOn({ start, end }: { readonly start: Recorded<'PlacementStarted'>; readonly end: RecordedEvent | undefined }, date: string): boolean {
  return facetOfPlacement(start.data) === 'work' && start.occurredOn <= date && (!end || end.occurredOn >= date);
}

/** A talk names no employer; it is about the last job, which is only certain to have ended when its employer said so. */
function isAbout(word: Word, start: Recorded<'PlacementStarted'>, end: RecordedEvent): boolean {
  if (word.type === 'WorkplaceContactHeld') return word.data.placementId === start.data.placementId;
  return AT_WORK.has(word.data.situation) && end.organisation === start.data.employer;
}

const REGISTERED = { education: 'enrolled', work: 'employed', benefit: 'on-benefit' } as const;

/** The newest match that checked for it did not find what is open here and was already open on the day of the run. */
export function registerContradictions(youth: Youth): Contradiction[] {
  return (['education', 'work', 'benefit'] as const).flatMap((facet) => {
    const match = youth.history.all('RegisterMatched').findLast(({ data }) => data.result !== 'no-legal-basis' && data.checked?.includes(REGISTERED[facet]));
    const { event } = facetOf(youth, facet);
    if (!match || !event || match.data.facts.includes(REGISTERED[facet]) || isOwnBusiness(event)) return [];
    return event.occurredOn <= match.data.runOn ? [contradiction('register-contradicts-facet', event, match)] : [];
  });
}

/** Who works for himself is in no register of employees. */
function isOwnBusiness(event: RecordedEvent): boolean {
  return event.type === 'PlacementStarted' && event.data.kind === 'own-business';
}
