import { minus, type CivilDate } from '@trajectboek/events';
import type { YouthOnDate } from '../youth-on-date.js';
import type { CaseFile } from './case-file.js';
import type { End, Run } from './run.js';
import type { Stage } from './stage.js';

interface Judged {
  readonly stage: Stage;
  /** What ended it by the date of the view. */
  readonly end: End | null;
}

interface Surroundings {
  readonly youth: YouthOnDate;
  readonly file: CaseFile;
}

/**
 * A clock that is judged at the evaluation date sleeps while it does not apply; one that was met, missed or cancelled
 * stays so. It was missed when it applied on its last day, and met or cancelled when it applied on that day or on the eve:
 * what ends a clock often ends the ground for it as well.
 */
export function isAsleep({ clock, start }: Run, { stage, end }: Judged, { youth, file }: Surroundings): boolean {
  if (clock.appliesAt === 'start') return false;
  const appliesTo = (someDay: YouthOnDate): boolean => clock.appliesTo.test({ youth: someDay, start }) === true;
  const appliesOn = (date: CivilDate): boolean => appliesTo(file.youthOn(date));
  if (end && end.act.on <= stage.dueOn) {
    if (appliesOn(end.act.on) || appliesOn(minus(end.act.on, 'P1D'))) return false;
    if (end.kind === 'cancelled') return true;
  }
  return !(youth.history.asOf.passed(stage.dueOn) ? appliesOn(stage.dueOn) : appliesTo(youth));
}
