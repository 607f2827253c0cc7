import { SCHOOL } from '../calibration/school.js';
import type { Life } from '../life.js';
import { anEmployer } from './internship.js';

/** The work that a bbl student learns in. */
export interface JobAtSchool {
  readonly placementId: string;
  readonly employer: string;
}

export function startJobAtSchool(life: Life): JobAtSchool {
  const job = { placementId: life.newId('p'), employer: anEmployer(life) };
  life.tell('PlacementStarted', { by: life.around.mbo, data: { ...job, kind: 'bbl', hoursPerWeek: life.days(SCHOOL.bblHours), paid: true, enrolled: true } });
  return job;
}

/** The job ends with the programme; who leaves early loses it. */
export function endJobAtSchool(life: Life, job: JobAtSchool | undefined, { isLost }: { readonly isLost: boolean }): void {
  if (job === undefined) return;
  const { placementId } = job;
  if (isLost) life.tell('JobLost', { by: life.around.mbo, data: { placementId, lastWorkingDay: life.date(), reason: 'resigned' } });
  else life.tell('PlacementEnded', { by: life.around.mbo, data: { placementId, reason: 'completed' } });
}
