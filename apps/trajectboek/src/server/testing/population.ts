import { EMPLOYER, RMC } from '@trajectboek/testing';
import { enrolment, offer, opening, sent, type Json } from './facts.js';
import { MUNICIPALITY, SCHOOL, type Running } from './running.js';

/** The places and kinds of the youths below. */
export const [EDE, ARNHEM] = ['GM0228', 'GM0202'];

/** Thirty youths in two municipalities: in education, at work, out of view, or handed over. All of it is before 2024-04-01. */
export async function populate(ledger: Running): Promise<readonly string[]> {
  const youths: string[] = [];
  for (let nth = 0; nth < 30; nth += 1) youths.push(await ledger.open());
  const events = youths.flatMap((subject, nth) => eventsOf(subject, nth));
  const loader = await ledger.as('loader');
  const { body } = await loader.batch(events);
  if (body['refused'] !== 0) throw new Error(JSON.stringify(body));
  await loader.get('/health/ready');
  const auditor = await ledger.as('auditor');
  await auditor.get(`/v1/in-beeld?limit=1&minPosition=${events.length}`);
  return youths;
}

/** Of ten youths: four in education, three at work, two out of view, one handed over. */
function eventsOf(subject: string, nth: number): readonly Json[] {
  const said = (type: string, data: Json, source: string = SCHOOL): Json => sent({ subject, source, type, id: `${nth}-${type}`, data });
  const opened = said('TrajectoryOpened', opening({ municipality: nth % 3 === 0 ? EDE : ARNHEM, birthDate: `${2003 + nth % 6}-06-01` }));
  const start = nth % 2 === 0 ? [opened, said('TargetGroupAssigned', { occurredAt: '2024-01-10', definition: 'rmc', group: 'vsv' })] : [opened];
  switch (nth % 10) {
    case 0: case 1: case 2: case 3: return [...start, said('EnrolmentStarted', enrolment()), said('GuideAssigned', { occurredAt: '2024-02-01', role: 'job-coach', person: `person:${nth % 2}`, organisation: SCHOOL, fixedContact: true })];
    case 4: case 5: case 6: return [...start, said('PlacementStarted', { occurredAt: '2024-02-01', placementId: `p${nth}`, kind: 'contract', employer: EMPLOYER, hoursPerWeek: 32, paid: true, enrolled: false }, RMC)];
    case 7: case 8: return [...start, said('EnrolmentStarted', enrolment()), said('DroppedOut', { occurredAt: '2024-02-15', institution: SCHOOL, lastSchoolDay: '2024-02-10', withBasicQualification: false, exitInterviewHeld: false }), said('EnrolmentEnded', { occurredAt: '2024-02-20', institution: SCHOOL, reason: 'other', destination: 'unknown', withBasicQualification: false })];
    default: return [...start, said('HandoverOffered', offer({ to: MUNICIPALITY, handoverId: `h${nth}` }))];
  }
}
