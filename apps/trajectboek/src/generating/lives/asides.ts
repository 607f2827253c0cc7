import { ASIDES } from '../calibration/asides.js';
import type { Share } from '../calibration/parameter.js';
import type { Day } from '../day.js';
import type { Life } from '../life.js';

type Aside = (life: Life, on: Day) => void;

/** What may happen to anybody at any time, and how often it does. */
const MAY_HAPPEN: readonly (readonly [Share, Aside])[] = [
  [ASIDES.moves, move], [ASIDES.lifeEvent, live], [ASIDES.referral, refer], [ASIDES.request, request], [ASIDES.concern, worry],
  [ASIDES.assessed, assess], [ASIDES.targetGroup, joinTargetGroup], [ASIDES.route, chooseRoute], [ASIDES.dispute, dispute],
  [ASIDES.sharingDeclined, keepToSelf], [ASIDES.access, askAccess], [ASIDES.unknownJob, loseUnknownJob], [ASIDES.corrected, correct], [ASIDES.retracted, retract],
];

/** Besides school and work; facts that name an earlier one come after it. */
export function tellAsides(life: Life): void {
  const opened = life.facts[0];
  if (opened === undefined) return;
  for (const [share, aside] of MAY_HAPPEN) if (life.happens(share)) aside(life, life.random.between(opened.day, life.window.to));
}

function move(life: Life, day: Day): void {
  life.tell('ResidenceChanged', { by: life.around.municipality, day, data: { municipality: life.birth.elsewhere.municipality, from: life.date(day) } });
}

function live(life: Life, day: Day): void {
  life.tell('LifeEventRecorded', { by: life.around.municipality, day, data: { category: life.choose(ASIDES.lifeEventKind), from: life.date(day) } });
}

function refer(life: Life, day: Day): void {
  const { municipality, care } = life.around;
  const referralId = life.newId('v');
  life.tell('ReferralMade', { by: municipality, day, data: { referralId, to: care, domain: life.choose(ASIDES.domain) } });
  if (life.happens(ASIDES.referralAnswered)) life.tell('ReferralAnswered', { by: care, day: day + life.days(ASIDES.answerAfter), data: { referralId, accepted: life.happens(ASIDES.referralAccepted) } });
}

function request(life: Life, day: Day): void {
  const by = life.around.municipality;
  const requestId = life.newId('q');
  const domain = life.choose(ASIDES.domain);
  const answeredOn = day + life.days(ASIDES.answerAfter);
  life.tell('SupportRequested', { by, day, data: { requestId, domain } });
  if (life.happens(ASIDES.requestRefused)) life.tell('SupportRefused', { by, day: answeredOn, data: { requestId, ground: life.random.pick(['not-entitled', 'no-capacity', 'other-party']) } });
  else life.tell('SupportOffered', { by, day: answeredOn, data: { requestId, instrument: `hulp-${domain}` } });
  if (life.happens(ASIDES.obstacleRemoved)) life.tell('ObstacleRemoved', { by, day: answeredOn + 30, data: { domain: life.random.pick(['debts', 'housing', 'home', 'transport', 'mental-health']) } });
}

function worry(life: Life, day: Day): void {
  life.tell('ConcernSignalled', { by: life.around.care, day, data: { source: life.random.pick(['family', 'informal-network', 'school']), domain: life.choose(ASIDES.domain), followUpAsked: true } });
}

function assess(life: Life, day: Day): void {
  const by = life.around.uwv;
  life.tell('AssessmentRecorded', { by, day, data: { kind: 'wage-value', band: life.random.pick(['below-30', '30-to-50', 'above-50', 'full']) } });
  life.tell('IndicationDecided', { by, day: day + life.days(ASIDES.answerAfter), data: { kind: life.random.pick(['job-agreement-register', 'sheltered-work', 'no-risk']), outcome: life.random.pick(['granted', 'granted', 'refused']) } });
}

function joinTargetGroup(life: Life, day: Day): void {
  const [by, definition, group] = [life.around.rmc, 'jikp', 'kwetsbare-positie'];
  life.tell('TargetGroupAssigned', { by, day, data: { definition, group } });
  if (life.happens(ASIDES.targetGroupEnds)) life.tell('TargetGroupEnded', { by, day: day + 365, data: { definition, group, reason: 'other' } });
}

function chooseRoute(life: Life, day: Day): void {
  const { municipality, rmc } = life.around;
  life.tell('RouteChosen', { by: municipality, day, data: { route: life.random.pick(['education', 'work', 'participation', 'education-at-risk']), decidedBy: [municipality, rmc] } });
}

function dispute(life: Life, day: Day): void {
  const { municipality, rmc } = life.around;
  life.tell('ResponsibilityDisputed', { by: rmc, day, data: { parties: [municipality, rmc], question: 'who-leads' } });
}

function keepToSelf(life: Life, day: Day): void {
  const { municipality, care } = life.around;
  life.tell('SharingDeclined', { by: care, day, data: { askedBy: municipality, holder: care, ground: 'no-consent' } });
}

function askAccess(life: Life, day: Day): void {
  const by = life.around.municipality;
  const requestId = life.newId('r');
  life.tell('AccessRequested', { by, day, data: { requestId, by: 'subject' } });
  life.tell('AccessProvided', { by, day: day + life.days(ASIDES.answerAfter), data: { requestId } });
}

/** A register reports the end of a job of which nobody told the beginning. */
function loseUnknownJob(life: Life, day: Day): void {
  life.tell('JobLost', { by: life.around.uwv, day, data: { placementId: `uwv-${life.newId('p')}`, lastWorkingDay: life.date(day), reason: 'unknown' } });
}

/** Somebody was said to be away longer than he was. */
function correct(life: Life): void {
  const wrong = life.facts.find(({ type }) => type === 'AbsenceReported');
  if (wrong === undefined) return;
  const day = wrong.day + life.days(ASIDES.answerAfter);
  life.tell('EventCorrected', { by: wrong.by, day, data: { correctedEventId: `${wrong.by} ${wrong.id}`, reason: 'wrong-content', replacement: { occurredAt: life.date(wrong.day), category: 'unauthorised', hours: 16, since: life.date(wrong.day - 28) } } });
}

/** An attempt to reach somebody else. */
function retract(life: Life): void {
  const wrong = life.facts.find(({ type }) => type === 'ContactAttempted');
  if (wrong === undefined) return;
  life.tell('EventRetracted', { by: wrong.by, day: wrong.day + life.days(ASIDES.answerAfter), data: { retractedEventId: `${wrong.by} ${wrong.id}`, reason: 'wrong-person' } });
}
