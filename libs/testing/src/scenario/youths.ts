import { isCivilDate } from '@trajectboek/events';
import type { ScenarioEvent, ScenarioYouth } from './scenario.js';
import type { Shape } from './shape.js';

type ReadEvents = (shapes: readonly Shape[]) => readonly ScenarioEvent[];
type Person = Pick<ScenarioYouth, 'birthDate' | 'municipality'>;

interface Group {
  readonly name: string;
  readonly count: number;
  readonly events: readonly ScenarioEvent[];
}

/** The one youth of a story, or all youths of a cohort: those of its groups in file order, then those in no group. */
export function youthsOf(file: Shape, readEvents: ReadEvents): readonly ScenarioYouth[] {
  const { shared, groups } = readInFileOrder(file, readEvents);
  if (file.has('subject')) {
    const subject = file.shape('subject');
    return [{ alias: subject.text('alias'), group: null, ...personOf(subject), events: shared }];
  }
  if (!file.has('subjects')) {
    file.fault('subject', 'ontbreekt, en subjects ook');
    return [];
  }
  return cohortOf(file.shape('subjects'), groups, shared);
}

/** Ties between equal recording moments follow the file, also where groups stand above the shared events. */
function readInFileOrder(file: Shape, readEvents: ReadEvents): { shared: readonly ScenarioEvent[]; groups: readonly Group[] } {
  const keys = file.keys();
  const groupsFirst = keys.includes('groups') && keys.indexOf('groups') < keys.indexOf('events');
  const before = groupsFirst ? readGroups(file, readEvents) : undefined;
  const shared = readEvents(file.shapes('events'));
  return { shared, groups: before ?? readGroups(file, readEvents) };
}

function readGroups(file: Shape, readEvents: ReadEvents): Group[] {
  return file.shapes('groups').map((group) => ({ name: group.text('name'), count: group.count('count'), events: readEvents(group.shapes('events')) }));
}

function cohortOf(subjects: Shape, groups: readonly Group[], shared: readonly ScenarioEvent[]): ScenarioYouth[] {
  const person = personOf(subjects);
  const inGroups = groups.reduce((sum, { count }) => sum + count, 0);
  const total = subjects.has('count') ? subjects.count('count') : inGroups;
  if (inGroups > total) subjects.fault('count', `is kleiner dan de ${inGroups} jongeren van de groepen samen`);
  const members = groups.flatMap(({ name, count, events }) =>
    numbered(name, count).map((alias) => ({ alias, group: name, ...person, events: inOrder([...shared, ...events]) })));
  const others = numbered('youth', Math.max(total - inGroups, 0)).map((alias) => ({ alias, group: null, ...person, events: shared }));
  return [...members, ...others];
}

function inOrder(events: readonly ScenarioEvent[]): readonly ScenarioEvent[] {
  return events.toSorted((a, b) => a.order - b.order);
}

function numbered(name: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${name}-${String(index + 1).padStart(3, '0')}`);
}

function personOf(shape: Shape): Person {
  const birthDate = shape.text('birthDate');
  if (birthDate !== '' && !isCivilDate(birthDate)) shape.fault('birthDate', 'is geen bestaande datum');
  return { birthDate, municipality: shape.text('municipality') };
}
