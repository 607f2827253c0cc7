import { inOrderOfTheWorld, type Recorded, type RecordedEvent } from '@trajectboek/events';
import { isOpen, type Spell } from '../spells/spell.js';
import { enrolmentsOf, internshipsOf, placementsOf, tracksOf } from '../spells/spells.js';
import type { Youth } from '../youth.js';
import { contradiction, type Contradiction } from './contradiction.js';

type Enrolment = Recorded<'EnrolmentStarted'>;

/** Two institutions with an open enrolment; an exam elsewhere, a phased transfer and teaching at the other are no contradiction. */
export function overlappingEnrolments(youth: Youth): Contradiction[] {
  const newest = new Map<string, Enrolment>();
  for (const { start } of enrolmentsOf(youth).filter(isOpen)) if (!isShared(start)) newest.set(start.data.institution, start);
  const open = [...newest.values()].sort(inOrderOfTheWorld);
  return open.flatMap((first, index) => open.slice(index + 1)
    .filter((second) => !isTaughtAt(first, second) && !isTaughtAt(second, first))
    .map((second) => contradiction('overlapping-enrolments', first, second)));
}

function isShared({ data }: Enrolment): boolean {
  return data.form === 'extraneus' || data.form === 'phased-transfer';
}

function isTaughtAt({ data }: Enrolment, other: Enrolment): boolean {
  return data.teachingLocation === other.data.institution;
}

export function jobsLostForUnknownPlacements({ history }: Youth): Contradiction[] {
  const known = new Set(history.all('PlacementStarted').map(({ data }) => data.placementId));
  return history.all('JobLost').filter(({ data }) => !known.has(data.placementId)).map((lost) => contradiction('job-lost-for-unknown-placement', lost));
}

type End = Recorded<'JobLost'> | Recorded<'PlacementEnded'> | Recorded<'EnrolmentEnded'> | Recorded<'TrackEnded'> | Recorded<'InternshipEnded'>;

/** What is open, although an end of it lies before its start. */
export function endedBeforeStarted(youth: Youth): Contradiction[] {
  const { events } = youth.history;
  const found = (spells: readonly Spell<RecordedEvent, End>[]): Contradiction[] => spells.filter(isOpen).flatMap(({ start }) => {
    const end = events.findLast((candidate): candidate is End => isEndOf(candidate, start) && isMisplaced(candidate, start, spells));
    return end ? [contradiction('ended-before-started', start, end)] : [];
  });
  return [...found(placementsOf(youth)), ...found(enrolmentsOf(youth)), ...found(tracksOf(youth)), ...found(internshipsOf(youth))];
}

/** Only what cannot be the end of an earlier start, known or not: an end with an id of its own, or one told after the start. */
function isMisplaced(end: End, start: RecordedEvent, spells: readonly Spell<RecordedEvent, End>[]): boolean {
  if (spells.some((spell) => spell.start.occurredOn <= end.occurredOn && isEndOf(end, spell.start))) return false;
  const isTold = end.type === 'JobLost' || end.type === 'PlacementEnded';
  return isTold || (end.recordedAt >= start.recordedAt && end.organisation === start.organisation);
}

function isEndOf(end: RecordedEvent, start: RecordedEvent): end is End {
  switch (start.type) {
    case 'PlacementStarted': return (end.type === 'JobLost' || end.type === 'PlacementEnded') && end.data.placementId === start.data.placementId;
    case 'EnrolmentStarted': return end.type === 'EnrolmentEnded' && end.data.institution === start.data.institution;
    case 'TrackStarted': return end.type === 'TrackEnded' && end.data.programme === start.data.programme;
    case 'InternshipStarted': return end.type === 'InternshipEnded' && end.data.internshipId !== undefined && end.data.internshipId === start.data.internshipId;
    default: return false;
  }
}
