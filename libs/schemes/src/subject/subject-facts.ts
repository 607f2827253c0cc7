import { inOrderOfTheWorld, LastingAnswer, type CivilDate, type Chronicle, type History, type Recorded, type RecordedEvent } from '@trajectboek/events';

/** The facts about a youth that rules ask for (`subject.…`, schemes.yaml meta.subjectFacts); undefined = not known. */
export interface SubjectFacts {
  readonly municipality: string | undefined;
  readonly birthDate: CivilDate | undefined;
  readonly basicQualification: boolean | undefined;
  readonly credentials: readonly string[];
  readonly exitProfile: string | undefined;
  readonly lastSchoolType: string | undefined;
  readonly lastPathway: string | undefined;
  readonly lastInstitution: string | undefined;
  readonly targetGroups: readonly string[];
  readonly openPlacementKinds: readonly string[];
  readonly openProgrammes: readonly string[];
  readonly lastInstitutionCategory: string | undefined;
}

export type SubjectFact = keyof SubjectFacts;

type Reader<Fact extends SubjectFact> = (history: History) => SubjectFacts[Fact];

export const SUBJECT_FACTS: { readonly [Fact in SubjectFact]: Reader<Fact> } = {
  municipality: remembered(municipalityOf),
  birthDate: ({ chronicle }) => birthDateOf(chronicle),
  basicQualification: remembered(basicQualificationOf),
  credentials: (history) => history.all('CredentialAwarded').map(({ data }) => data.type),
  exitProfile: (history) => history.newest('ExitProfileSet')?.data.profile,
  lastSchoolType: (history) => history.newest('EnrolmentStarted')?.data.schoolType,
  lastPathway: (history) => history.newest('EnrolmentStarted')?.data.pathway,
  lastInstitution: (history) => history.newest('EnrolmentStarted')?.data.institution,
  targetGroups: targetGroupsOf,
  openPlacementKinds: openPlacementKindsOf,
  openProgrammes: openProgrammesOf,
  lastInstitutionCategory: (history) => history.newest('InstitutionStayStarted')?.data.category,
};

export function isSubjectFact(name: string): name is SubjectFact {
  return Object.hasOwn(SUBJECT_FACTS, name);
}

/** Rules ask for the same fact on many dates of one life. */
function remembered<T>(compute: (history: History) => T): (history: History) => T {
  const answers = new WeakMap<Chronicle, LastingAnswer<T>>();
  return (history) => {
    const answer = answers.get(history.chronicle) ?? new LastingAnswer<T>();
    answers.set(history.chronicle, answer);
    return answer.on(history.asOf, () => compute(history));
  };
}

const birthDates = new WeakMap<Chronicle, { readonly value: CivilDate | undefined }>();

/** Nobody is born later because the trajectory was opened later: the birth date is known on every date. */
function birthDateOf(chronicle: Chronicle): CivilDate | undefined {
  const known = birthDates.get(chronicle);
  if (known) return known.value;
  const opened = chronicle.facts.findLast((event): event is Recorded<'TrajectoryOpened'> => event.type === 'TrajectoryOpened');
  birthDates.set(chronicle, { value: opened?.data.birthDate });
  return opened?.data.birthDate;
}

/** A move that was announced counts from its own date on. */
function municipalityOf(history: History): string | undefined {
  const opened = history.newest('TrajectoryOpened');
  const moved = history.all('ResidenceChanged').findLast(({ data }) => history.asOf.reached(data.from));
  return moved && (!opened || inOrderOfTheWorld(opened, moved) < 0) ? moved.data.municipality : opened?.data.municipality;
}

function basicQualificationOf(history: History): boolean | undefined {
  const matches = history.all('RegisterMatched');
  const stated = [...history.all('EnrolmentEnded'), ...history.all('DroppedOut')].map(({ data }) => data.withBasicQualification);
  const proven = history.all('CredentialAwarded').some(({ data }) => data.basicQualification)
    || matches.some(({ data }) => data.facts.includes('basic-qualification'));
  if (proven) return true;
  // A school that says "with" and shows no credential proves nothing, but it takes the ground from a "without".
  if (stated.includes(true)) return undefined;
  return stated.includes(false) || matches.some(({ data }) => data.result === 'found') ? false : undefined;
}

function targetGroupsOf(history: History): readonly string[] {
  const ended = history.all('TargetGroupEnded');
  return history.all('TargetGroupAssigned')
    .filter((assigned) => !ended.some((end) => end.data.group === assigned.data.group && end.data.definition === assigned.data.definition && end.occurredOn >= assigned.occurredOn))
    .map(({ data }) => data.group);
}

function openPlacementKindsOf(history: History): readonly string[] {
  const ends = [...history.all('PlacementEnded'), ...history.all('JobLost')];
  return openOf(history.all('PlacementStarted'), ends, (start, end) => start.data.placementId === end.data.placementId).map(({ data }) => data.kind);
}

function openProgrammesOf(history: History): readonly string[] {
  return openOf(history.all('TrackStarted'), history.all('TrackEnded'), (start, end) => start.data.programme === end.data.programme)
    .map(({ data }) => data.programme);
}

/** An end closes what began before it, and what began on its own day only when there is nothing older (views.md, readings). */
function openOf<Start extends RecordedEvent, End extends RecordedEvent>(starts: readonly Start[], ends: readonly End[], isOfKey: (start: Start, end: End) => boolean): readonly Start[] {
  let open = starts;
  for (const end of [...ends].sort(inOrderOfTheWorld)) {
    const closable = open.filter((start) => start.occurredOn <= end.occurredOn && isOfKey(start, end));
    const older = closable.filter((start) => start.occurredOn < end.occurredOn);
    const closed = new Set(older.length > 0 ? older : closable);
    open = open.filter((start) => !closed.has(start));
  }
  return open;
}
