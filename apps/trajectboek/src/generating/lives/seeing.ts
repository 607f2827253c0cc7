import { SIGHT } from '../calibration/sight.js';
import type { Life } from '../life.js';
import { assignGuide } from './handover.js';
import type { Stage } from './stage.js';

/** Out of school without work: the contact municipality looks for the youth. */
export function lookFor(life: Life): Stage {
  const rmc = life.around.rmc;
  const attempts = Number(life.choose(SIGHT.attempts));
  life.wait(SIGHT.firstAttemptAfter);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (attempt > 0) life.wait(SIGHT.nextAttemptAfter);
    if (life.isTold) return 'told';
    if (attemptContact(life, rmc)) return meet(life, rmc);
  }
  life.wait(SIGHT.nextAttemptAfter);
  return life.choose(SIGHT.afterNoContact);
}

function attemptContact(life: Life, by: string): boolean {
  const isEvening = life.happens(SIGHT.byEvening);
  const reached = life.happens(isEvening ? SIGHT.reachedInEvening : SIGHT.reachedByDay);
  life.tell('ContactAttempted', { by, data: { channel: isEvening ? 'home-visit' : life.choose(SIGHT.channel), dayPart: isEvening ? 'evening' : 'day', reached, purpose: 'return-to-view' } });
  return reached;
}

function meet(life: Life, by: string): Stage {
  life.tell('ContactMade', { by, data: { purpose: 'return-to-view', situation: life.random.pick(['looking', 'nothing', 'unknown', 'caring-for-family']), supportNeeded: true } });
  if (life.happens(SIGHT.declines)) {
    life.tell('SupportDeclined', { by, day: life.day + 7, data: { recheckOn: life.date(life.day + life.days(SIGHT.recheckAfter)) } });
    return 'unseen';
  }
  if (life.happens(SIGHT.explained)) {
    life.tell('InactivityExplained', { by, data: { reason: life.choose(SIGHT.inactivity), recheckOn: life.date(life.day + life.days(SIGHT.recheckAfter)) } });
    return 'unseen';
  }
  if (life.happens(SIGHT.guide)) {
    life.tell('ResponsibilityTaken', { by, data: { role: 'guidance', organisation: by, ground: 'web-titel-9-2' } });
    assignGuide(life, by, life.day);
  }
  life.wait(SIGHT.firstAttemptAfter);
  return life.choose(SIGHT.afterContact);
}

/** Nobody sees the youth for months; a register may. */
export function stayUnseen(life: Life): Stage {
  const seenOn = life.day + life.days(SIGHT.unseenFor);
  if (life.happens(SIGHT.matched)) {
    const on = life.random.between(life.day, seenOn);
    const isFound = life.happens(SIGHT.found);
    life.tell('RegisterMatched', { by: life.around.register, day: on, data: {
      register: 'suwinet', runOn: life.date(on), result: isFound ? 'found' : 'not-found', checked: ['enrolled', 'employed', 'on-benefit'], facts: isFound ? ['has-income'] : [], legalBasis: 'web-8.3.2',
    } });
  }
  if (life.happens(SIGHT.stay)) tellStay(life);
  life.day = seenOn;
  return life.choose(SIGHT.afterUnseen);
}

function tellStay(life: Life): void {
  const by = life.around.care;
  const category = life.random.pick(['detention', 'closed-youth-care', 'clinic', 'shelter'] as const);
  life.tell('InstitutionStayStarted', { by, data: { category } });
  life.tell('InstitutionStayEnded', { by, day: life.day + life.days(SIGHT.stayDays), data: { followUpPlaceArranged: life.happens(SIGHT.stayFollowedUp) } });
}
