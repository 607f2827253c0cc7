import type { Cohort } from './cohort.js';
import { SCHOOL } from './school.js';
import { TRACKS } from './tracks.js';
import { SIGHT, WORK } from './work-and-sight.js';

/** Every cohort; each gives one figure of `../figures.ts`. */
export const COHORTS: readonly Cohort[] = [...SCHOOL, ...TRACKS, ...WORK, ...SIGHT];
