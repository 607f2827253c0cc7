import { SCHOOL } from '../calibration/school.js';
import { SIGHT } from '../calibration/sight.js';
import type { Day } from '../day.js';
import type { Life } from '../life.js';
import { handOver } from './handover.js';

export interface Attendance {
  readonly institution: string;
  /** Null where there are no levels. */
  readonly level: number | null;
}

/** What the school sees coming, the report of the early leaver, and the end of the enrolment. */
export function dropOut(life: Life, { institution, level }: Attendance, on: Day): void {
  const reason = life.choose(SCHOOL.signal);
  if (life.happens(SCHOOL.signalBeforeLeaving)) signalRisk(life, institution, { reason, on: on - life.days(SCHOOL.signalLead) });
  const exitInterviewHeld = life.happens(SCHOOL.exitInterview);
  if (exitInterviewHeld) life.tell('MeetingHeld', { by: institution, day: on, data: { kind: 'exit-interview', participants: [institution], youthPresent: true } });
  life.tell('EnrolmentEnded', { by: institution, day: on, data: { institution, reason: life.choose(SCHOOL.reasonToLeave), destination: life.random.pick(['none', 'unknown', 'unknown', 'labour']), withBasicQualification: life.hasBasicQualification } });
  life.tell('DroppedOut', { by: institution, day: on, data: { institution, ...(level !== null && { level }), lastSchoolDay: life.date(on), withBasicQualification: life.hasBasicQualification, exitInterviewHeld, reason } });
  if (life.happens(SIGHT.handover)) handOver(life, { from: institution, to: life.around.rmc, receiverRole: 'rmc', offeredOn: on + life.random.between(-5, 10) });
  life.day = on;
}

/** Absence comes with the report, so that the signal has a ground. */
export function signalRisk(life: Life, institution: string, { reason, on }: { readonly reason: Signal; readonly on: Day }): void {
  if (on < life.day) return;
  if (reason === 'absence') life.tell('AbsenceReported', { by: institution, day: on, data: { category: 'unauthorised', hours: life.random.between(16, 60), since: life.date(on - 20) } });
  life.tell('DropoutRiskSignalled', { by: institution, day: on, data: { signal: reason, urgency: life.random.pick(['early', 'serious', 'acute']) } });
}

type Signal = 'absence' | 'motivation' | 'wrong-choice' | 'overburdened' | 'no-internship' | 'home' | 'debts' | 'ability';
