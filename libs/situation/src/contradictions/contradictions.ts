import { remembered } from '../remembered.js';
import type { Contradiction } from './contradiction.js';
import { endedBeforeStarted, jobsLostForUnknownPlacements, overlappingEnrolments } from './path-contradictions.js';
import { contactsThatContradictAnEnd, registerContradictions, twoMunicipalities } from './statement-contradictions.js';

/** What the sources contradict each other about on the date, as known at the moment; a correction makes it disappear. */
export const contradictionsOf = remembered((youth): readonly Contradiction[] => [
  ...overlappingEnrolments(youth),
  ...jobsLostForUnknownPlacements(youth),
  ...endedBeforeStarted(youth),
  ...twoMunicipalities(youth),
  ...contactsThatContradictAnEnd(youth),
  ...registerContradictions(youth),
]);
