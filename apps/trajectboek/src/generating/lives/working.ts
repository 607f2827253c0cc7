import { WORK } from '../calibration/work.js';
import type { Day } from '../day.js';
import type { Life } from '../life.js';
import { anEmployer } from './internship.js';
import type { Stage } from './stage.js';

const UNPAID = new Set(['work-experience', 'trial-placement', 'volunteer']);
const YEAR = 365;

interface Job {
  readonly placementId: string;
  readonly employer: string;
  readonly by: string;
  readonly endsOn: Day;
}

/** Looks for a job, has it for the time of a contract or two, and keeps or loses it. */
export function work(life: Life): Stage {
  life.wait(life.isPrepared ? WORK.searchingFromSchool : WORK.searching);
  life.isPrepared = false;
  if (life.isTold) return 'told';
  const job = startJob(life);
  const until = life.happens(WORK.extended) ? extend(life, job) : job.endsOn;
  if (until > life.window.to) return 'told';
  if (life.happens(WORK.lost)) return loseJob(life, job, until);
  life.day = until;
  life.tell('PlacementEnded', { by: job.by, data: { placementId: job.placementId, reason: life.random.pick(['moved-to-other-job', 'completed']) } });
  return life.choose(WORK.afterEnd);
}

function startJob(life: Life): Job {
  const kind = life.choose(WORK.kind);
  const employer = anEmployer(life);
  const by = kind === 'contract' || kind === 'temporary-agency' ? life.around.uwv : life.around.municipality;
  if (life.happens(WORK.introduced)) life.tell('CandidateIntroduced', { by: life.around.municipality, day: life.day - 10, data: { employer, result: 'hired' } });
  const placementId = life.newId('p');
  const endsOn = life.day + Number(life.choose(WORK.contractDays));
  const isPaid = !UNPAID.has(kind);
  life.tell('PlacementStarted', { by, data: { placementId, kind, employer, hoursPerWeek: life.days(WORK.hours), contractUntil: life.date(endsOn), paid: isPaid, enrolled: false } });
  tellGuidance(life, { placementId, employer, by, endsOn });
  return { placementId, employer, by, endsOn };
}

function tellGuidance(life: Life, { placementId, endsOn }: Job): void {
  const by = life.around.municipality;
  if (life.happens(WORK.visited)) life.tell('WorkplaceContactHeld', { by, day: life.random.between(life.day + 14, endsOn), data: { placementId, with: 'both', purpose: 'visit', concern: false } });
  if (life.happens(WORK.aftercare)) tellAftercare(life, by);
  if (life.happens(WORK.supported)) tellSupport(life, by, endsOn);
  if (life.happens(WORK.confirmed)) life.tell('StatusConfirmed', { by, day: life.random.between(life.day + 30, endsOn), data: { situation: 'work', by: life.choose(WORK.confirmedSituation), horizon: '6-months' } });
}

function tellAftercare(life: Life, by: string): void {
  const scheme = 'nazorg-gemeente';
  life.tell('AftercareStarted', { by, day: life.day + 1, data: { scheme, organisation: by, until: life.date(life.day + YEAR), mode: 'active' } });
  if (life.happens(WORK.aftercareEnds)) life.tell('AftercareEnded', { by, day: life.day + YEAR, data: { scheme, reason: 'term' } });
}

function tellSupport(life: Life, by: string, until: Day): void {
  const instrument = life.choose(WORK.instrument);
  life.tell('SupportStarted', { by, day: life.day + 1, data: { instrument, until: life.date(until) } });
  life.tell('SupportEnded', { by, day: until, data: { instrument, reason: 'term' } });
}

function extend(life: Life, { placementId, by, endsOn }: Job): Day {
  const isPermanent = life.happens(WORK.permanent);
  const until = endsOn + YEAR;
  life.tell('PlacementChanged', { by, day: endsOn - 7, data: { placementId, change: isPermanent ? 'permanent' : 'extended', ...(!isPermanent && { contractUntil: life.date(until) }) } });
  return until;
}

function loseJob(life: Life, { placementId, by }: Job, until: Day): Stage {
  life.day = until;
  life.tell('JobLost', { by, data: { placementId, lastWorkingDay: life.date(), reason: life.choose(WORK.lostReason) } });
  return life.choose(WORK.afterLoss);
}

/** Day activity goes on until the life is told. */
export function attendDayActivity(life: Life): Stage {
  life.day += 14;
  life.tell('PlacementStarted', { by: life.around.care, data: { placementId: life.newId('p'), kind: 'day-activity', employer: life.around.care, hoursPerWeek: life.days(WORK.hours), paid: false, enrolled: false, purpose: 'end-station' } });
  return 'told';
}
