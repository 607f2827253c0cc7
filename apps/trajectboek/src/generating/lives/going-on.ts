import { SCHOOL } from '../calibration/school.js';
import type { Life } from '../life.js';
import type { Weighted } from '../random.js';
import type { Stage } from './stage.js';

/** After pro, vso or entree: to school or work as often as in the region, and soon; else to what remains. */
export function goOnFromVulnerable<Next extends Stage>(life: Life, arrived: Weighted<Next>): Stage {
  if (!life.random.happens(life.birth.place.arriving)) return life.choose(SCHOOL.notArrived);
  const next: Stage = life.choose(arrived);
  life.isPrepared = next === 'work';
  return next;
}
