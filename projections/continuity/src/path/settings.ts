import type { Period } from '@trajectboek/events';
import { municipalityOf, type Youth } from '@trajectboek/situation';

/** Settings that only metrics read; all are in schemes.yaml. */
export type MetricSetting = 'sameSpellGap' | 'refusalFollowUp' | 'referralStart' | 'interimStepReview';

/** A dated setting that is a period, as it holds for the youth's municipality on the date of the history. */
export function periodOf(code: MetricSetting, youth: Youth): Period {
  return String(youth.settings.valueOf(code, youth.asOf.date, municipalityOf(youth)));
}
