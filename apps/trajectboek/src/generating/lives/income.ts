import { WORK } from '../calibration/work.js';
import type { Life } from '../life.js';
import type { Stage } from './stage.js';

const SEARCH_PERIOD_DAYS = 28;

/** Reports for benefit, searches for four weeks or not, applies or not, and may get it. */
export function askBenefit(life: Life): Stage {
  const by = life.around.municipality;
  life.wait(WORK.searching);
  if (life.isTold) return 'told';
  life.tell('BenefitReported', { by, data: { municipality: life.birth.place.municipality, urgentNeed: life.happens(WORK.urgent) } });
  if (life.happens(WORK.jobSeeker)) life.tell('JobSeekerRegistered', { by: life.around.uwv, data: { from: life.date() } });
  tellSearchPeriod(life, by);
  if (!life.happens(WORK.appliesForBenefit)) {
    life.day += SEARCH_PERIOD_DAYS;
    return 'unseen';
  }
  return decideBenefit(life, by);
}

function tellSearchPeriod(life: Life, by: string): void {
  if (life.happens(WORK.waived)) {
    life.tell('SearchPeriodWaived', { by, data: { ground: life.fromSpecialSchool ? 'vso-pro-leaver' : life.choose(WORK.waivedGround) } });
    life.day += 1;
    return;
  }
  life.tell('SearchPeriodStarted', { by, data: { endsOn: life.date(life.day + SEARCH_PERIOD_DAYS), supportFromDayOne: life.happens(WORK.supportedFromDayOne) } });
  life.day += SEARCH_PERIOD_DAYS;
  if (life.happens(WORK.effortShown)) life.tell('SearchEffortShown', { by, data: { sufficient: life.happens(WORK.effortSuffices) } });
}

function decideBenefit(life: Life, by: string): Stage {
  life.tell('BenefitApplied', { by, data: { kind: 'social-assistance' } });
  life.wait(WORK.decisionAfter);
  if (life.happens(WORK.studyAssessed)) life.tell('StudyObligationAssessed', { by, day: life.day - 1, data: { studyIsOption: false, evidence: 'rmc' } });
  if (!life.happens(WORK.benefitGranted)) {
    life.tell('BenefitDecided', { by, data: { kind: 'social-assistance', outcome: 'refused', ground: life.choose(WORK.refusedBenefit) } });
    return 'unseen';
  }
  life.tell('BenefitDecided', { by, data: { kind: 'social-assistance', outcome: 'granted', ground: 'none', from: life.date() } });
  life.wait(WORK.benefitDays);
  if (life.isTold) return 'told';
  life.tell('BenefitEnded', { by, data: { kind: 'social-assistance', reason: life.choose(WORK.benefitReason) } });
  return life.choose(WORK.afterBenefit);
}
