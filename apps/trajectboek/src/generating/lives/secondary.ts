import { SCHOOL } from '../calibration/school.js';
import { SIGHT } from '../calibration/sight.js';
import { schoolEndAfter, schoolStartFrom, type Day } from '../day.js';
import type { Life } from '../life.js';
import { goOnFromVulnerable } from './going-on.js';
import { handOver } from './handover.js';
import type { Stage } from './stage.js';

/** The last year of vmbo, and the way to the mbo. */
export function finishVmbo(life: Life): Stage {
  const school = life.around.vo;
  const endsOn = beginLastYear(life, school, 'vmbo');
  const isPassed = life.happens(SCHOOL.vmboPassed);
  const wanted = isPassed ? life.choose(SCHOOL.afterVmbo) : life.random.pick(['entree', 'mbo-2'] as const);
  const isAdmitted = !life.happens(SCHOOL.applies) || applyFor(life, { next: wanted, startsOn: schoolStartFrom(endsOn) });
  const next = isAdmitted ? wanted : 'left';
  if (isPassed) life.tell('CredentialAwarded', { by: school, day: endsOn - 14, data: { type: 'vmbo', basicQualification: false } });
  else life.tell('ExamFailed', { by: school, day: endsOn - 14, data: { component: 'vmbo-final-exam', alternativeOffered: true } });
  endLastYear(life, school, { next, endsOn });
  return next;
}

/** The last year of pro or vso, with the outflow meeting and the handover to who takes over. */
export function finishSpecial(life: Life, kind: 'pro' | 'vso'): Stage {
  const school = life.around[kind];
  const next = kind === 'pro' ? goOnFromVulnerable(life, SCHOOL.afterPro) : goOnFromVulnerable(life, SCHOOL.afterVso);
  life.fromSpecialSchool = true;
  const endsOn = beginLastYear(life, school, kind);
  if (life.happens(SCHOOL.profileSet)) life.tell('ExitProfileSet', { by: school, day: life.day + 30, data: { profile: profileOf(next), finalEducation: true } });
  if (kind === 'vso' && life.happens(SCHOOL.transitionMeeting)) meetOnTransition(life, school, endsOn);
  if (life.happens(SCHOOL.outflowMeeting)) life.tell('MeetingHeld', { by: school, day: endsOn - life.days(SCHOOL.outflowMeetingBefore), data: { kind: 'outflow-meeting', participants: [school, life.around.municipality], youthPresent: true, parentsPresent: true } });
  life.tell('CredentialAwarded', { by: school, day: endsOn - 7, data: { type: kind, basicQualification: false } });
  if (life.happens(SCHOOL.transferDocument)) life.tell('TransferDocumentIssued', { by: school, day: endsOn - 5, data: { type: 'transition-document', document: `overgang-${life.birth.subject}`, issuedTo: [life.around.municipality] } });
  if (next !== 'mbo' && next !== 'entree' && life.happens(SIGHT.handover)) {
    handOver(life, { from: school, to: life.around.municipality, receiverRole: 'work-and-income', offeredOn: endsOn - life.days(SIGHT.offeredBefore) });
  }
  endLastYear(life, school, { next, endsOn });
  return next;
}

/** Two meetings about the transition, of which the second is sometimes forgotten. */
function meetOnTransition(life: Life, school: string, endsOn: Day): void {
  const first = endsOn - life.days(SCHOOL.outflowMeetingBefore);
  const participants = [school, life.around.municipality];
  life.tell('MeetingHeld', { by: school, day: first, data: { kind: 'transition-1', participants, youthPresent: true } });
  if (life.happens(SCHOOL.secondMeeting)) life.tell('MeetingHeld', { by: school, day: first + life.days(SCHOOL.secondMeetingAfter), data: { kind: 'transition-2', participants, youthPresent: true } });
}

function beginLastYear(life: Life, institution: string, schoolType: 'vmbo' | 'pro' | 'vso'): Day {
  life.day = schoolStartFrom(life.day);
  life.tell('EnrolmentStarted', { by: institution, data: { institution, schoolType, pathway: 'none' } });
  return schoolEndAfter(life.day);
}

function endLastYear(life: Life, institution: string, { next, endsOn }: { readonly next: Stage; readonly endsOn: Day }): void {
  const goesOn = isEducation(next);
  life.tell('EnrolmentEnded', { by: institution, day: endsOn, data: {
    institution, reason: 'completed', destination: destinationOf(next), withBasicQualification: false, ...(goesOn && { nextStartsOn: life.date(schoolStartFrom(endsOn)) }),
  } });
  life.day = endsOn + 1;
}

function isEducation(next: Stage): boolean {
  return next === 'entree' || next.startsWith('mbo');
}

function destinationOf(next: Stage): 'education' | 'labour' | 'day-activity' | 'none' {
  if (isEducation(next)) return 'education';
  if (next === 'work') return 'labour';
  return next === 'day-activity' ? next : 'none';
}

function profileOf(next: Stage): 'further-education' | 'labour' | 'day-activity' {
  if (isEducation(next)) return 'further-education';
  return next === 'day-activity' ? 'day-activity' : 'labour';
}

/** Application, intake and the decision; false after a refusal that was followed by nothing else. */
export function applyFor(life: Life, { next, startsOn }: { readonly next: Stage; readonly startsOn: Day }): boolean {
  const institution = life.around.mbo;
  const level = next === 'entree' ? 1 : Number(next.slice(-1)) || 2;
  const on = startsOn - life.days(SCHOOL.applicationBefore);
  life.tell('ApplicationSubmitted', { by: institution, day: on, data: { institution, level, submittedOn: life.date(on), origin: 'youth' } });
  const isRefused = life.happens(SCHOOL.refused);
  life.tell('IntakeHeld', { by: institution, day: on + 21, data: { kind: 'mbo', outcome: isRefused ? 'not-suitable' : 'suitable' } });
  if (isRefused) life.tell('AdmissionDecided', { by: institution, day: on + 35, data: { institution, decision: 'refused', ground: life.choose(SCHOOL.refusedGround), level } });
  if (isRefused && !life.happens(SCHOOL.appliesElsewhere)) return false;
  life.tell('AdmissionDecided', { by: institution, day: on + 42, data: { institution, decision: 'admitted', ground: 'none', level } });
  return true;
}
