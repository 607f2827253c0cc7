import type { CivilDate, OrganisationUrn } from '@trajectboek/events';
import { SUBJECT_FACTS } from '@trajectboek/schemes';
import { remembered } from './remembered.js';
import type { Youth } from './youth.js';

/** The municipality of the newest opening or move; a move that was announced counts from its date on. */
export function municipalityOf({ history }: Youth): string | undefined {
  return SUBJECT_FACTS.municipality(history);
}

/** Nobody is born later because the trajectory was opened later: the birth date is known on every date (schemes.yaml). */
export const birthDateOf = remembered((youth): CivilDate | undefined => {
  const opened = youth.history.newest('TrajectoryOpened') ?? youth.history.chronicle.facts.find(({ type }) => type === 'TrajectoryOpened');
  return opened?.type === 'TrajectoryOpened' ? opened.data.birthDate : undefined;
});

/** The institution of the newest enrolment, open or not. */
export function lastInstitutionOf(youth: Youth): OrganisationUrn | undefined {
  return youth.history.newest('EnrolmentStarted')?.data.institution as OrganisationUrn | undefined;
}

/** The school of the youth: of the newest enrolment, else the one that the opening names. */
export function lastSchoolOf(youth: Youth): OrganisationUrn | undefined {
  return lastInstitutionOf(youth) ?? (youth.history.all('TrajectoryOpened').findLast(({ data }) => data.schoolOrg !== undefined)?.data.schoolOrg as OrganisationUrn | undefined);
}

/** True when a credential or a register states a basic qualification (schemes.yaml, subjectFacts.basicQualification). */
export const isKnownQualified = remembered((youth): boolean =>
  youth.history.all('CredentialAwarded').some(({ data }) => data.basicQualification)
  || youth.history.all('RegisterMatched').some(({ data }) => data.facts.includes('basic-qualification')));

/** The target groups of which the assignment was not ended, each once. */
export function targetGroupsOf({ history }: Youth): readonly string[] {
  const ended = history.all('TargetGroupEnded');
  const assigned = history.all('TargetGroupAssigned').filter(({ data, occurredOn }) =>
    !ended.some((end) => end.data.group === data.group && end.data.definition === data.definition && end.occurredOn >= occurredOn));
  return [...new Set(assigned.map(({ data }) => data.group))];
}
