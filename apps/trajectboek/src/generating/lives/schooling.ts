import { SCHOOL } from '../calibration/school.js';
import { SIGHT } from '../calibration/sight.js';
import { schoolEndAfter, schoolStartFrom, type Day } from '../day.js';
import type { Life } from '../life.js';
import { endJobAtSchool, startJobAtSchool, type JobAtSchool } from './bbl.js';
import { goOnFromVulnerable } from './going-on.js';
import { handOver } from './handover.js';
import { dropOut } from './leaving-school.js';
import { tellSchoolYear } from './school-year.js';
import type { Stage } from './stage.js';

export type MboType = 'entree' | 'mbo-2' | 'mbo-3' | 'mbo-4';

export interface Leaving {
  /** Chance that a student of a level leaves early in one school year. */
  chanceOf(life: Life, level: number): number;
}

interface Programme {
  readonly schoolType: MboType;
  readonly level: number;
  /** That it takes from its beginning. */
  readonly years: number;
}

const PROGRAMMES: Readonly<Record<MboType, Programme>> = {
  entree: { schoolType: 'entree', level: 1, years: 1 },
  'mbo-2': { schoolType: 'mbo-2', level: 2, years: 2 },
  'mbo-3': { schoolType: 'mbo-3', level: 3, years: 3 },
  'mbo-4': { schoolType: 'mbo-4', level: 4, years: 4 },
};
/** Nobody leaves in the first weeks, so that who leaves was there on the count day. */
const SETTLING_IN_DAYS = 35;

/** Mbo from entree to level 4, year by year; who is followed from here on may be in any year of it. */
export function study(life: Life, schoolType: MboType, leaving: Leaving): Stage {
  const programme = PROGRAMMES[schoolType];
  const institution = life.around.mbo;
  const job = enrol(life, schoolType, institution);
  const years = life.random.between(1, programme.years);
  for (let year = 0; year < years; year += 1) {
    if (year > 0) life.day = schoolStartFrom(life.day);
    const endsOn = schoolEndAfter(life.day);
    if (life.random.happens(leaving.chanceOf(life, programme.level))) return leaveEarly(life, { institution, level: programme.level, job, on: life.random.between(life.day + SETTLING_IN_DAYS, endsOn) });
    tellSchoolYear(life, { institution, startsOn: life.day, endsOn, isEntree: programme.level === 1 });
    life.day = endsOn;
    if (life.isTold) return 'told';
  }
  endJobAtSchool(life, job, { isLost: false });
  return graduate(life, programme, institution);
}

function enrol(life: Life, schoolType: MboType, institution: string): JobAtSchool | undefined {
  life.day = schoolStartFrom(life.day);
  const isBbl = life.happens(SCHOOL.bbl);
  life.tell('EnrolmentStarted', { by: institution, data: { institution, schoolType, pathway: isBbl ? 'bbl' : 'bol', funding: 'state' } });
  if (life.happens(SCHOOL.mentorNamed)) life.tell('GuideAssigned', { by: institution, data: { role: 'study-coach', person: life.person(institution), organisation: institution, fixedContact: true } });
  return isBbl ? startJobAtSchool(life) : undefined;
}

interface EarlyLeaver {
  readonly institution: string;
  readonly level: number;
  readonly job: JobAtSchool | undefined;
  readonly on: Day;
}

function leaveEarly(life: Life, { institution, level, job, on }: EarlyLeaver): Stage {
  dropOut(life, { institution, level }, on);
  endJobAtSchool(life, job, { isLost: true });
  return 'left';
}

function graduate(life: Life, { schoolType, level }: Programme, institution: string): Stage {
  life.level = Math.max(life.level, level);
  life.tell('CredentialAwarded', { by: institution, data: { type: schoolType, basicQualification: level > 1 } });
  const next = level === 1 ? goOnFromVulnerable(life, SCHOOL.afterEntree) : afterDiploma(life, level);
  const isStudyingOn = next.startsWith('mbo-');
  life.tell('EnrolmentEnded', { by: institution, data: {
    institution, reason: 'completed', destination: destinationOf(next), withBasicQualification: life.hasBasicQualification, ...(isStudyingOn && { nextStartsOn: life.date(schoolStartFrom(life.day)) }),
  } });
  if (level === 1 && !isStudyingOn && life.happens(SIGHT.handover)) {
    handOver(life, { from: institution, to: life.around.municipality, receiverRole: 'work-and-income', offeredOn: life.day - life.days(SIGHT.offeredBefore) });
  }
  life.day += 1;
  return next;
}

function afterDiploma(life: Life, level: number): Stage {
  const next = life.choose(SCHOOL.afterDiploma);
  if (next !== 'further') return next;
  if (level < 4) return level === 2 ? 'mbo-3' : 'mbo-4';
  return 'further';
}

function destinationOf(next: Stage): 'education' | 'labour' | 'day-activity' | 'unknown' {
  if (next === 'work') return 'labour';
  if (next === 'day-activity') return next;
  return next.startsWith('mbo-') || next === 'further' ? 'education' : 'unknown';
}
