// C12 to C16 and C26: signals, advice, exits, benefits, refusals and requests.
import { ask, censoredShare, column, count, field, REAL_CONTACT, shareOfLines, startsIn, type Second } from './ask.js';
import { share, spread } from './figures.js';

export const c12: Second = (world, asked) => {
  const dropouts = `FROM fact f WHERE ${startsIn('DroppedOut')}`;
  const first = `(SELECT min(s.day) FROM fact s WHERE s.youth = f.youth AND s.type = 'DropoutRiskSignalled' AND s.day <= f.day)`;
  const followed = `EXISTS (SELECT 1 FROM fact d WHERE d.youth = f.youth AND d.type = 'DroppedOut' AND d.day BETWEEN f.day AND date(f.day, '+12 months', 'floor'))`;
  return {
    ...spread(column(world, `SELECT julianday(f.day) - julianday(${first}) ${dropouts} AND ${first} IS NOT NULL`, asked)),
    withoutSignal: shareOfLines(world, `SELECT ${first} IS NULL ${dropouts}`, asked),
    signalsWithoutDropout: censoredShare(world, `SELECT iif(${followed}, 0, iif(date(f.day, '+12 months', 'floor') < :asOf, 1, NULL)) FROM fact f WHERE ${startsIn('DropoutRiskSignalled')}`, asked),
  };
};

export const c13: Second = (world, asked) => {
  const due = `date(f.day, '+4 months', 'floor')`;
  const advised = `EXISTS (SELECT 1 FROM fact a WHERE a.youth = f.youth AND a.type = 'StudyAdviceIssued' AND a.day BETWEEN f.day AND ${due} AND ${field('institution', 'a.data')} = ${field('institution')})`;
  return {
    ...censoredShare(world, `SELECT iif(${advised}, 1, iif(${due} < :asOf, 0, NULL)) FROM fact f WHERE ${startsIn('EnrolmentStarted')} AND ${field('schoolType')} = 'entree'`, asked),
    negativeWithoutWarningOrSupport: shareOfLines(world, `SELECT ${field('writtenWarningOn')} IS NULL OR NOT ${field('supportOffered')} FROM fact f WHERE ${startsIn('StudyAdviceIssued')} AND ${field('advice')} LIKE 'negative%'`, asked),
  };
};

/** An exit interview in the half year before the exit, or a dropout from the same stay at the school that says so. */
const INTERVIEWED = `EXISTS (SELECT 1 FROM fact m WHERE m.youth = f.youth AND m.type = 'MeetingHeld' AND ${field('kind', 'm.data')} = 'exit-interview'
    AND m.day BETWEEN date(f.day, '-6 months', 'floor') AND f.day)
  OR EXISTS (SELECT 1 FROM fact d WHERE d.youth = f.youth AND d.type = 'DroppedOut' AND ${field('exitInterviewHeld', 'd.data')}
    AND ${field('institution', 'd.data')} = ${field('institution')}
    AND (SELECT count(*) FROM fact s WHERE s.youth = f.youth AND s.type = 'EnrolmentStarted' AND ${field('institution', 's.data')} = ${field('institution')}
      AND s.day > min(f.day, d.day) AND s.day <= max(f.day, d.day)) = 0)`;
/** The school type of the enrolment that ended; where the start is not known, of the newest. */
const SCHOOL_TYPE = `ifnull((SELECT ${field('schoolType', 's.start')} FROM spell s WHERE s.kind = 'enrolment' AND s.endSeq = f.seq ORDER BY s.startSeq DESC LIMIT 1),
  (SELECT ${field('schoolType', 's.data')} FROM fact s WHERE s.youth = f.youth AND s.type = 'EnrolmentStarted' AND s.day <= f.day ORDER BY s.seq DESC LIMIT 1))`;
const AHEAD = `EXISTS (SELECT 1 FROM fact m WHERE m.youth = f.youth AND m.type = 'MeetingHeld' AND ${field('kind', 'm.data')} = 'outflow-meeting'
  AND m.day BETWEEN date(f.day, '-2 years', 'floor') AND date(f.day, '-6 months', 'floor'))`;

export const c14: Second = (world, asked) => {
  const leavers = `FROM fact f WHERE ${startsIn('EnrolmentEnded')} AND ${field('destination')} IN ('labour', 'none', 'unknown')`;
  return {
    exitInterview: shareOfLines(world, `SELECT ${INTERVIEWED} ${leavers}`, asked),
    outflowMeeting: shareOfLines(world, `SELECT ${AHEAD} ${leavers} AND ${SCHOOL_TYPE} IN ('vso', 'pro')`, asked),
  };
};

export const c15: Second = (world, asked) => {
  const reports = `(SELECT DISTINCT youth, day, (SELECT min(n.day) FROM fact n WHERE n.youth = f.youth AND n.type = 'BenefitReported' AND n.day > f.day) AS next
    FROM fact f WHERE type = 'BenefitReported' AND day BETWEEN :from AND :to)`;
  const step = (type: string, condition = '1'): string => `EXISTS (SELECT 1 FROM fact s WHERE s.youth = r.youth AND s.type = '${type}' AND s.day >= r.day AND (r.next IS NULL OR s.day < r.next) AND ${condition})`;
  const ended = `${step('SearchPeriodStarted')} AND NOT ${step('SearchPeriodStarted', `${field('endsOn', 's.data')} >= :asOf`)}`;
  const of = (condition: string): number => count(world, `SELECT 1 FROM ${reports} r WHERE ${condition}`, asked);
  const figures = {
    applied: of(step('BenefitApplied')), waived: of(step('SearchPeriodWaived')),
    lapsed: of(`${ended} AND NOT ${step('BenefitApplied')} AND NOT ${step('SearchPeriodWaived')}`),
    supportedFromDayOne: of(step('SearchPeriodStarted', field('supportFromDayOne', 's.data'))),
  };
  const reported = of('1');
  return { reported, ...figures, shares: Object.fromEntries(Object.entries(figures).map(([name, times]) => [name, share(times, reported)])) };
};

export const c16: Second = (world, asked) => {
  const due = `date(f.day, '+28 days')`;
  const followed = `${field('alternative')} IS NOT NULL OR EXISTS (SELECT 1 FROM fact n WHERE n.youth = f.youth AND n.seq > f.seq AND n.day <= ${due} AND (
    n.type IN ('ApplicationSubmitted', 'EnrolmentStarted') OR ${REAL_CONTACT('n')}
    OR (n.type = 'AdmissionDecided' AND ${field('decision', 'n.data')} IN ('alternative-offered', 'admitted'))))`;
  return censoredShare(world, `SELECT iif(${followed}, 1, iif(${due} < :asOf, 0, NULL)) FROM fact f WHERE ${startsIn('AdmissionDecided')} AND ${field('decision')} = 'refused'`, asked);
};

/** A refusal without the id of a request answers the newest request before it. */
const DECLINED = `EXISTS (SELECT 1 FROM fact r WHERE r.youth = f.youth AND r.type = 'SupportRefused' AND iif(${field('requestId', 'r.data')} IS NOT NULL,
  ${field('requestId', 'r.data')} = ${field('requestId')},
  f.seq = (SELECT max(q.seq) FROM fact q WHERE q.youth = f.youth AND q.type = 'SupportRequested' AND q.day <= r.day)))`;
const STARTED = `EXISTS (SELECT 1 FROM fact n WHERE n.youth = f.youth AND n.seq > f.seq AND n.day <= date(f.day, '+42 days')
  AND n.type IN ('SupportStarted', 'TrackStarted', 'IntakeHeld', 'HandoverAccepted', 'GuideAssigned'))`;

export const c26: Second = (world, asked) => {
  const figures = (condition: string) => ({
    requestsDeclined: shareOfLines(world, `SELECT ${DECLINED} FROM fact f WHERE ${startsIn('SupportRequested')} AND ${condition}`, asked),
    referralsWithoutStart: censoredShare(world, `SELECT iif(${STARTED}, 0, iif(date(f.day, '+42 days') < :asOf, 1, NULL)) FROM fact f WHERE ${startsIn('ReferralMade')} AND ${condition}`, asked),
  });
  const domains = ask(world, `SELECT DISTINCT ${field('domain')} AS domain FROM fact f WHERE ${startsIn('SupportRequested')} OR ${startsIn('ReferralMade')}`, asked);
  return { ...figures('1'), byDomain: Object.fromEntries(domains.map(({ domain }) => [String(domain), figures(`${field('domain')} = '${String(domain)}'`)])) };
};
