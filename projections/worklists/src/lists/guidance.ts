import { minus, plus, type History, type Recorded } from '@trajectboek/events';
import { birthDateOf, guideVacanciesOf } from '@trajectboek/situation';
import { periodOf, reference, type WorkItem, type WorkList, type WorkListYouth } from '../work-item.js';

/** A guide stopped and nobody took over. */
export const GUIDE_VACANCY: WorkList = {
  id: 'guide-vacancy',
  label: 'Begeleider weg, geen opvolger',
  itemsOf: (context) => guideVacanciesOf(context.youth).map((end): WorkItem => ({
    key: end.eventId, since: end.occurredOn, dueOn: plus(end.occurredOn, periodOf(context, 'guideVacancy', end.occurredOn)), owner: end.organisation,
    why: { code: end.data.reason, label: 'Geen opvolger genoemd of toegewezen' }, nextStep: 'Wijs een nieuwe vaste begeleider toe.', events: [reference(end)],
  })),
};

type Asked = Recorded<'ConsentRequested'>;

/** Consent that was asked and not answered by all who were asked, or given and taken back. */
export const CONSENT_PENDING: WorkList = {
  id: 'consent-pending-or-withdrawn',
  label: 'Toestemming open of ingetrokken',
  itemsOf(context) {
    const requests = [...Map.groupBy(context.youth.history.all('ConsentRequested'), ({ data }) => data.consentId).values()];
    return requests.flatMap((asked) => withdrawnItem(context.youth.history, asked) ?? pendingItem(context, asked) ?? []);
  },
};

/** Until the same is asked again. */
function withdrawnItem(history: History, asked: readonly Asked[]): WorkItem | undefined {
  const first = asked[0];
  const withdrawn = first && history.all('ConsentWithdrawn').findLast(({ data }) => data.consentId === first.data.consentId);
  if (!withdrawn) return undefined;
  const isAskedAgain = history.all('ConsentRequested').some(({ data, occurredOn }) =>
    data.consentId !== first.data.consentId && data.purpose === first.data.purpose && occurredOn >= withdrawn.occurredOn);
  return isAskedAgain ? undefined : {
    key: first.data.consentId, since: withdrawn.occurredOn, dueOn: null, owner: first.organisation, why: { code: 'withdrawn', label: 'Toestemming ingetrokken' },
    nextStep: 'Stop met delen en bespreek met de jongere wat dit betekent.', events: [withdrawn, first].map(reference),
  };
}

function pendingItem(context: WorkListYouth, asked: readonly Asked[]): WorkItem | undefined {
  const pending = asked.find((request) => !isAnswered(context.youth.history, request));
  return pending && {
    key: pending.data.consentId, since: pending.occurredOn, dueOn: plus(pending.occurredOn, periodOf(context, 'consentAnswer', pending.occurredOn)), owner: pending.organisation,
    why: { code: 'pending', label: 'Toestemming gevraagd, nog geen antwoord' }, nextStep: 'Vraag de jongere (en ouders) om een antwoord.', events: [reference(pending)],
  };
}

/** A refusal of one answers for all; an answer that does not say whose it is, is of all who were asked. */
function isAnswered(history: History, { data: { consentId, from } }: Asked): boolean {
  if ([...history.all('ConsentRefused'), ...history.all('ConsentWithdrawn')].some(({ data }) => data.consentId === consentId)) return true;
  const given = history.all('ConsentGiven').filter(({ data }) => data.consentId === consentId).map(({ data }) => data.by);
  const givers = from === 'both' ? ['youth', 'parents'] as const : [from];
  return given.includes(undefined) || givers.every((giver) => given.includes(giver));
}

const AGES = [18, 23, 27] as const;

/** Birthdays at which the law or the party in charge changes. */
export const TURNING: readonly WorkList[] = AGES.map((age) => ({
  id: `turning-${age}`,
  label: `Wordt ${age} binnen een half jaar`,
  itemsOf: (context) => birthdayItems(context, age),
}));

/** The three birthdays in one list. */
export const TURNING_ALL: WorkList = {
  id: 'turning-18-23-27',
  label: 'Wordt 18, 23 of 27 binnen een half jaar',
  itemsOf: (context) => AGES.flatMap((age) => birthdayItems(context, age)),
};

function birthdayItems(context: WorkListYouth, age: (typeof AGES)[number]): readonly WorkItem[] {
  const { history } = context.youth;
  const birthDate = birthDateOf(context.youth);
  if (birthDate === undefined) return [];
  const birthday = plus(birthDate, `P${age}Y`);
  const warnOn = minus(birthday, periodOf(context, 'ageWarning', birthday));
  if (!history.asOf.reached(warnOn) || history.asOf.reached(birthday)) return [];
  return [{
    key: String(age), since: warnOn, dueOn: birthday, owner: null, why: { code: `turning-${age}`, label: `Wordt ${age} op die dag` },
    nextStep: 'Kijk wie daarna verantwoordelijk is en draag zo nodig op tijd over.', events: history.all('TrajectoryOpened').slice(-1).map(reference),
  }];
}
