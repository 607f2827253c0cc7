import { MUNICIPALITY, SCHOOL } from '@trajectboek/testing';
import type { Json } from '../../server/testing/facts.js';

interface Step {
  readonly type: string;
  readonly by?: string;
  /** @param round how often this youth went through all steps before */
  data(round: number): Json;
}

/** What happens to each youth, over and over: with steps that are only possible after another, and one whose type is sealed too. */
const STEPS: readonly Step[] = [
  { type: 'EnrolmentStarted', data: () => ({ institution: SCHOOL, schoolType: 'mbo-2', pathway: 'bol' }) },
  { type: 'HandoverOffered', data: (round) => ({ handoverId: `h${round}`, to: MUNICIPALITY, receiverRole: 'municipality', warm: true, answerBy: '2022-03-15' }) },
  { type: 'HandoverAccepted', by: MUNICIPALITY, data: (round) => ({ handoverId: `h${round}` }) },
  { type: 'AssessmentRecorded', data: () => ({ kind: 'support-need', band: 'medium' }) },
  { type: 'HandoverCompleted', by: MUNICIPALITY, data: (round) => ({ handoverId: `h${round}`, firstContactOn: '2022-02-20' }) },
  { type: 'ContactMade', data: () => ({ purpose: 'guidance', situation: 'school', supportNeeded: true }) },
  { type: 'GuideAssigned', data: () => ({ role: 'mentor', person: 'person:mentor', organisation: SCHOOL, fixedContact: true }) },
  { type: 'AbsenceReported', data: () => ({ category: 'unauthorised', hours: 6, since: '2022-02-01' }) },
  { type: 'EnrolmentEnded', data: () => ({ institution: SCHOOL, reason: 'switched', destination: 'education', withBasicQualification: false }) },
];

/** Lines about one youth in a row, as in the delivery of one organisation. */
const IN_A_ROW = 10;

/** The nth line of a long history of many youths: some lines about one, then about the next, over and over. */
export function lineOf(n: number, subjects: readonly string[]): string {
  const block = Math.floor(n / IN_A_ROW);
  const nth = IN_A_ROW * Math.floor(block / subjects.length) + (n % IN_A_ROW);
  const [step, round] = [STEPS[nth % STEPS.length], Math.floor(nth / STEPS.length)];
  const occurredAt = `2022-02-${String(1 + (nth % 28)).padStart(2, '0')}`;
  const subject = subjects[block % subjects.length];
  return `${JSON.stringify({ specversion: '1.0', type: step?.type, source: step?.by ?? SCHOOL, id: `line-${n}`, subject, data: { occurredAt, ...step?.data(round) } })}\n`;
}
