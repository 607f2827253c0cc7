import { inOrderOfTheWorld, type Recorded } from '@trajectboek/events';
import { remembered } from '../remembered.js';
import { spellsOf } from './spell.js';

/** Everything that starts and ends in the life of a youth, each with its end when there is one, in the order of the world. */
export const enrolmentsOf = remembered(({ history }) => spellsOf({
  starts: history.all('EnrolmentStarted'),
  ends: history.all('EnrolmentEnded'),
  isOfKey: (start, end) => start.data.institution === end.data.institution,
}));

/** An end without an id closes every open internship. */
export const internshipsOf = remembered(({ history }) => spellsOf({
  starts: history.all('InternshipStarted'),
  ends: history.all('InternshipEnded'),
  isOfKey: (start, end) => end.data.internshipId === undefined || start.data.internshipId === end.data.internshipId,
}));

export const placementsOf = remembered(({ history }) => spellsOf({
  starts: history.all('PlacementStarted'),
  ends: placementEnds(history.all('JobLost'), history.all('PlacementEnded')),
  isOfKey: (start, end) => start.data.placementId === end.data.placementId,
}));

function placementEnds(lost: readonly Recorded<'JobLost'>[], ended: readonly Recorded<'PlacementEnded'>[]): readonly (Recorded<'JobLost'> | Recorded<'PlacementEnded'>)[] {
  if (ended.length === 0) return lost;
  return lost.length === 0 ? ended : [...lost, ...ended].sort(inOrderOfTheWorld);
}

export const tracksOf = remembered(({ history }) => spellsOf({
  starts: history.all('TrackStarted'),
  ends: history.all('TrackEnded'),
  isOfKey: (start, end) => start.data.programme === end.data.programme,
}));

export const staysOf = remembered(({ history }) => spellsOf({
  starts: history.all('InstitutionStayStarted'),
  ends: history.all('InstitutionStayEnded'),
  isOfKey: () => true,
}));

/** A benefit runs from the decision that grants or reduces it. */
export const benefitsOf = remembered(({ history }) => spellsOf({
  starts: history.all('BenefitDecided').filter(({ data }) => data.outcome === 'granted' || data.outcome === 'reduced'),
  ends: history.all('BenefitEnded'),
  isOfKey: (start, end) => start.data.kind === end.data.kind,
}));

export const interruptionsOf = remembered(({ history }) => spellsOf({
  starts: history.all('PathInterrupted'),
  ends: history.all('PathResumed'),
  isOfKey: (start, end) => start.data.what === end.data.what,
}));

export const guidancesOf = remembered(({ history }) => spellsOf({
  starts: history.all('GuideAssigned'),
  ends: history.all('GuideEnded'),
  isOfKey: (start, end) => start.data.person === end.data.person && start.data.role === end.data.role,
}));
