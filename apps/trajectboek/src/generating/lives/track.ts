import { WORK } from '../calibration/work.js';
import type { Day } from '../day.js';
import type { Life } from '../life.js';
import type { Stage } from './stage.js';

interface Track {
  readonly programme: string;
  readonly provider: string;
  readonly startsOn: Day;
  readonly endsOn: Day;
}

type Goal = 'work' | 'school' | 'orientation' | 'stabilisation';

/** A track at a provider, with a plan and activities. */
export function followTrack(life: Life): Stage {
  const { provider } = life.around;
  const [programme, goal, startsOn] = [life.choose(WORK.track), life.choose(WORK.trackGoal), life.day];
  life.wait(WORK.trackDays);
  life.tell('TrackStarted', { by: provider, day: startsOn, data: { programme, provider, goal, plannedEnd: life.date() } });
  tellProgress(life, { programme, provider, startsOn, endsOn: life.day });
  if (life.isTold) return 'told';
  const isDone = life.happens(WORK.trackDone);
  life.tell('TrackEnded', { by: provider, data: { programme, result: [isDone ? resultOf(goal) : 'no-result'], completed: isDone } });
  if (!isDone) return 'left';
  return goal === 'school' ? 'education' : 'work';
}

function tellProgress(life: Life, track: Track): void {
  const { programme, provider, startsOn, endsOn } = track;
  if (life.happens(WORK.planned)) tellPlan(life, track);
  if (life.happens(WORK.phases)) life.tell('TrackPhaseChanged', { by: provider, day: life.random.between(startsOn, endsOn), data: { programme, phase: 'uitstroom', from: 'orientatie' } });
  if (life.happens(WORK.attended)) life.tell('ActivityAttended', { by: provider, day: life.random.between(startsOn, endsOn), data: { activity: 'workshop', organisation: provider, topic: life.random.pick(['orientation', 'application', 'work-skills']) } });
  if (life.happens(WORK.missed)) missAppointment(life, provider, life.random.between(startsOn + 10, endsOn));
}

function tellPlan(life: Life, { provider, startsOn, endsOn }: Track): void {
  const reviewOn = Math.min(startsOn + 100, endsOn);
  life.tell('PlanAgreed', { by: provider, day: startsOn + 14, data: { type: 'action-plan', parties: [provider, life.around.municipality], reviewOn: life.date(reviewOn) } });
  if (life.happens(WORK.reviewed)) life.tell('PlanReviewed', { by: provider, day: reviewOn, data: { type: 'action-plan', progress: life.random.pick(['on-track', 'ahead', 'stalled']) } });
}

function missAppointment(life: Life, provider: string, on: Day): void {
  const appointmentId = life.newId('a');
  life.tell('AppointmentPlanned', { by: provider, day: on - 7, data: { appointmentId, kind: 'intake', plannedFor: life.date(on), with: [provider] } });
  life.tell('AppointmentMissed', { by: provider, day: on, data: { appointmentId, by: 'youth', noticeGiven: false } });
}

function resultOf(goal: Goal): 'work' | 'school' | 'stabilised' {
  return goal === 'work' || goal === 'school' ? goal : 'stabilised';
}
