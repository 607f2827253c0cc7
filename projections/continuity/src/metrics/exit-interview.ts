import { minus, type CivilDate, type History, type Recorded } from '@trajectboek/events';
import type { Youth } from '@trajectboek/situation';
import { shareOf } from '../figures/share.js';
import type { Metric } from '../metric.js';
import { happenedWithin, leaversIn } from '../path/leavers.js';
import { enrolmentsOf } from '../path/spells.js';
import { Tally } from '../tally.js';

type Leaver = Recorded<'EnrolmentEnded'>;

/** As far back as clock `exit-interview` looks. */
const INTERVIEW_LOOK_BACK = 'P6M';
/** How far ahead of the exit the outflow meeting is, and as far back as clock `outflow-meeting-6-months` looks. */
const [AHEAD, MEETING_LOOK_BACK] = ['P6M', 'P2Y'] as const;

function findEnrolment(leaver: Leaver, youth: Youth): Recorded<'EnrolmentStarted'> | undefined {
  const ended = enrolmentsOf(youth).filter(({ end }) => end?.eventId === leaver.eventId).at(-1);
  return ended?.start ?? youth.history.all('EnrolmentStarted').findLast(({ occurredOn }) => occurredOn <= leaver.occurredOn);
}

/** A dropout notice about the same enrolment that says so, whatever its own date. */
function isInterviewStated({ occurredOn, data }: Leaver, history: History): boolean {
  const starts = history.all('EnrolmentStarted').filter((start) => start.data.institution === data.institution);
  const since = starts.findLast((start) => start.occurredOn <= occurredOn)?.occurredOn;
  const next = starts.find((start) => start.occurredOn > occurredOn)?.occurredOn;
  return history.all('DroppedOut').some((dropout) => dropout.data.exitInterviewHeld && dropout.data.institution === data.institution
    && (since === undefined || dropout.occurredOn >= since) && (next === undefined || dropout.occurredOn < next));
}

function hadExitInterview(leaver: Leaver, history: History): boolean {
  const interviews = history.all('MeetingHeld').filter(({ data }) => data.kind === 'exit-interview');
  return happenedWithin(interviews, INTERVIEW_LOOK_BACK, leaver.occurredOn) || isInterviewStated(leaver, history);
}

function hadOutflowMeeting(meetings: readonly { readonly occurredOn: CivilDate }[], exitedOn: CivilDate): boolean {
  const [earliest, latest] = [minus(exitedOn, MEETING_LOOK_BACK), minus(exitedOn, AHEAD)];
  return meetings.some(({ occurredOn }) => earliest <= occurredOn && occurredOn <= latest);
}

function isFromVsoOrPro(leaver: Leaver, youth: Youth): boolean {
  const schoolType = findEnrolment(leaver, youth)?.data.schoolType;
  return schoolType === 'vso' || schoolType === 'pro';
}

/** C14: leavers who were spoken to before they left. */
export const EXIT_INTERVIEW_COVERAGE: Metric = {
  id: 'C14',
  label: 'Exitgesprek en uitstroomoverleg',
  definition: 'Welk deel van de jongeren die van school gaan naar werk, naar niets of naar onbekend, had vóór het vertrek een '
    + 'exitgesprek? En voor welk deel van hen die van vso of pro komen, was er minstens een half jaar vooraf een uitstroomoverleg?',
  unit: 'aandeel',
  worklist: 'left-school-without-exit-interview',
  keys: ['exitInterview', 'outflowMeeting'],
  itemsOf(youth, { window }) {
    const { history } = youth;
    const tally = new Tally();
    const outflowMeetings = history.all('MeetingHeld').filter(({ data }) => data.kind === 'outflow-meeting');
    for (const leaver of leaversIn(window, history)) {
      tally.on(leaver.occurredOn).judge('exitInterview', hadExitInterview(leaver, history));
      if (!isFromVsoOrPro(leaver, youth)) continue;
      tally.judge('outflowMeeting', hadOutflowMeeting(outflowMeetings, leaver.occurredOn));
    }
    return tally;
  },
  summarise: (tally) => ({ exitInterview: shareOf(tally, 'exitInterview'), outflowMeeting: shareOf(tally, 'outflowMeeting') }),
};
