import { SCHOOL } from './calibration/school.js';
import { SIGHT } from './calibration/sight.js';
import { schoolStartFrom, type Day } from './day.js';
import type { Life } from './life.js';
import { tellAsides } from './lives/asides.js';
import { askBenefit } from './lives/income.js';
import { applyFor, finishSpecial, finishVmbo } from './lives/secondary.js';
import { study, type Leaving } from './lives/schooling.js';
import { lookFor, stayUnseen } from './lives/seeing.js';
import type { Stage } from './lives/stage.js';
import { followTrack } from './lives/track.js';
import { attendDayActivity, work } from './lives/working.js';

/** How a life comes into the ledger; the same words as the parts of a life, and a youth who reports himself. */
export type Entry = 'vo' | 'entree' | 'mbo' | 'pro' | 'vso' | 'left' | 'unseen' | 'self-report';

type Reason = 'transfer-from-vo' | 'entree' | 'mbo' | 'pro-leaver' | 'vso-leaver' | 'early-leaver' | 'register-match' | 'self-report';

const REASONS: Readonly<Record<Entry, Reason>> = {
  vo: 'transfer-from-vo', entree: 'entree', mbo: 'mbo', pro: 'pro-leaver', vso: 'vso-leaver', left: 'early-leaver', unseen: 'register-match', 'self-report': 'self-report',
};
/** No life has more parts: each takes days, and the window has an end. */
const MOST_PARTS = 60;

/** Opens the trajectory and tells the life until its window ends; facts come out in the order of the world. */
export function tellLife(life: Life, entry: Entry, leaving: Leaving): void {
  open(life, entry);
  let stage: Stage = entry === 'self-report' ? 'left' : entry;
  for (let part = 0; stage !== 'told' && !life.isTold && part < MOST_PARTS; part += 1) stage = tellPart(life, stage, leaving);
  tellAsides(life);
  if (life.isAtAgeLimit && life.happens(SIGHT.closedAtAgeLimit)) closeAtAgeLimit(life);
  life.facts.sort((a, b) => a.day - b.day);
}

/** Whoever was closed before is not closed again. */
function closeAtAgeLimit(life: Life): void {
  if (life.facts.some(({ type }) => type === 'TrajectoryClosed')) return;
  life.tell('TrajectoryClosed', { by: life.around.municipality, day: life.window.to, data: { reason: 'age-limit' } });
}

function open(life: Life, entry: Entry): void {
  const { around, birth } = life;
  const school = schoolAt(life, entry);
  life.tell('TrajectoryOpened', { by: school ?? around.rmc, data: {
    reason: REASONS[entry], birthDate: life.date(birth.birthDay), municipality: birth.place.municipality, ...(school !== undefined && { schoolOrg: school }),
  } });
  if (entry === 'self-report') life.tell('ContactMade', { by: around.rmc, data: { purpose: 'self-report', situation: 'looking', supportNeeded: true } });
}

function schoolAt({ around }: Life, entry: Entry): string | undefined {
  switch (entry) {
    case 'vo': return around.vo;
    case 'pro': return around.pro;
    case 'vso': return around.vso;
    case 'entree':
    case 'mbo': return around.mbo;
    case 'left':
    case 'unseen':
    case 'self-report': return undefined;
  }
}

function tellPart(life: Life, stage: Stage, leaving: Leaving): Stage {
  switch (stage) {
    case 'vo': return finishVmbo(life);
    case 'pro':
    case 'vso': return finishSpecial(life, stage);
    case 'entree':
    case 'mbo-2':
    case 'mbo-3':
    case 'mbo-4': return study(life, stage, leaving);
    case 'mbo': return study(life, life.choose(SCHOOL.level), leaving);
    case 'education': return backToSchool(life, leaving);
    case 'left': return lookFor(life);
    case 'unseen': return stayUnseen(life);
    case 'work': return work(life);
    case 'benefit': return askBenefit(life);
    case 'track': return followTrack(life);
    case 'day-activity': return attendDayActivity(life);
    case 'further':
    case 'settled': return settle(life);
    case 'told': return 'told';
  }
}

/** Who returns applies first, and begins where the last diploma leads. */
function backToSchool(life: Life, leaving: Leaving): Stage {
  const next = life.level >= 3 ? 'mbo-4' : life.level === 2 ? 'mbo-3' : life.random.pick(['entree', 'mbo-2'] as const);
  const startsOn = schoolStartFrom(life.day);
  if (startsOn - life.day > SCHOOL.applicationBefore.most && !applyFor(life, { next, startsOn })) return turnedAway(life, startsOn);
  return study(life, next, leaving);
}

function turnedAway(life: Life, startsOn: Day): Stage {
  life.day = startsOn;
  return 'left';
}

/** Nothing more to follow: sometimes the trajectory is closed, sometimes nobody does so. */
function settle(life: Life): Stage {
  life.day += 60;
  if (life.happens(SIGHT.closes)) life.tell('TrajectoryClosed', { by: life.around.municipality, data: { reason: 'durable-work' } });
  return 'told';
}
