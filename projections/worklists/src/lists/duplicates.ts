import { laterOf, type Recorded } from '@trajectboek/events';
import { birthDateOf, isClosed, municipalityOf, type Youth } from '@trajectboek/situation';
import { reference, type WorkItem } from '../work-item.js';

/** A youth among others, as this list compares them. */
export interface Candidate {
  readonly trajectoryId: string;
  readonly youth: Youth;
}

export interface DuplicateItem extends WorkItem {
  readonly trajectoryId: string;
  /** The other trajectory. */
  readonly duplicateOf: string;
}

export const POSSIBLE_DUPLICATES = { id: 'possible-duplicates', label: 'Mogelijk dubbele trajecten' } as const;

interface Opened {
  readonly trajectoryId: string;
  readonly opening: Recorded<'TrajectoryOpened'>;
}

/**
 * Pairs of trajectories that may be of one youth: opened by different organisations, with the same birth date, municipality
 * and a school in common. An organisation knows its own youths apart, and where three or more look the same it is a class
 * and no double; that keeps twins of one school and whole groups off the list.
 */
export class PossibleDuplicates {
  readonly #alike = new Map<string, Opened[]>();

  add({ trajectoryId, youth }: Candidate): void {
    const opening = youth.history.newest('TrajectoryOpened');
    if (!opening || isClosed(youth)) return;
    for (const key of keysOf(youth)) this.#alike.set(key, [...this.#alike.get(key) ?? [], { trajectoryId, opening }]);
  }

  /** One item for each trajectory of a pair. */
  items(): readonly DuplicateItem[] {
    const items = [...this.#alike.values()].flatMap(pairOf).flatMap(([one, other]) => [toItem(one, other), toItem(other, one)]);
    return [...new Map(items.map((item) => [`${item.trajectoryId} ${item.key}`, item])).values()];
  }
}

function keysOf(youth: Youth): readonly string[] {
  const birthDate = birthDateOf(youth);
  const municipality = municipalityOf(youth);
  if (birthDate === undefined || municipality === undefined) return [];
  const { history } = youth;
  const schools = [...history.all('EnrolmentStarted').map(({ data }) => data.institution), ...history.all('TrajectoryOpened').flatMap(({ data }) => data.schoolOrg ?? [])];
  return [...new Set(schools)].map((school) => `${birthDate} ${municipality} ${school}`);
}

function pairOf([one, other, ...more]: readonly Opened[]): readonly (readonly [Opened, Opened])[] {
  return one && other && more.length === 0 && one.opening.organisation !== other.opening.organisation ? [[one, other]] : [];
}

function toItem({ trajectoryId, opening }: Opened, other: Opened): DuplicateItem {
  return {
    trajectoryId, duplicateOf: other.trajectoryId, key: other.trajectoryId, since: laterOf(opening.occurredOn, other.opening.occurredOn), dueOn: null,
    owner: opening.organisation, why: { code: 'same-birth-date-place-and-school', label: 'Zelfde geboortedatum, gemeente en school' },
    nextStep: 'Vergelijk beide trajecten; is het één jongere, trek dan in wat dubbel is en sluit het lege traject.', events: [opening, other.opening].map(reference),
  };
}
