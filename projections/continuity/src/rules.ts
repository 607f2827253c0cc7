import { earlierOf, type Chronicle, type CivilDate, type History, type Period } from '@trajectboek/events';
import { deadlinesAt, legalResponsibility, outcomeOf, type Deadline, type RuleBook } from '@trajectboek/schemes';
import { causeOf, responsibilityOf, statusOf, youthOn, type Youth } from '@trajectboek/situation';

/** Where a youth stands on a date. */
export interface Sight {
  readonly status: string;
  /** Why a youth is out of view; only then. */
  readonly cause: string | undefined;
}

/** One clock of a youth on a date. */
export interface ClockOnDate {
  readonly scheme: string;
  readonly state: string;
  readonly type: string;
  readonly startedOn: CivilDate;
  /** Only what must be done can be missed. */
  readonly isDuty: boolean;
}

/** Aftercare that asks for a contact in every period, until it ends. */
export interface AftercareOnDate {
  readonly scheme: string;
  readonly startedOn: CivilDate;
  readonly endsOn: CivilDate;
  readonly contactEvery: Period;
  /** The days of what counts as such a contact. */
  readonly contactsOn: readonly CivilDate[];
}

/** What the metrics ask of the rules about one youth; the rules themselves are in libs/situation and libs/schemes. */
export interface MetricRules {
  youthOn(history: History): Youth;
  sightOn(youth: Youth): Sight;
  alarmsOn(youth: Youth): readonly string[];
  clocksOn(youth: Youth): readonly ClockOnDate[];
  aftercareOn(youth: Youth): readonly AftercareOnDate[];
  /** True when a definition certainly holds; an unknown answer is no count. */
  meets(definition: string, youth: Youth): boolean;
}

/** @param enabledFor the clocks that an organisation in the path of the youth switched on */
export function metricRules(ruleBook: RuleBook, enabledFor: (chronicle: Chronicle) => ReadonlySet<string>): MetricRules {
  const deadlinesOf = (youth: Youth): readonly Deadline[] => deadlinesAt(ruleBook, youth, { enabled: enabledFor(youth.history.chronicle) });
  return {
    youthOn: (history) => youthOn(history, ruleBook.settings),
    sightOn,
    alarmsOn: (youth) => responsibilityOf(youth, legalResponsibility(ruleBook, youth)).alarms,
    clocksOn: (youth) => deadlinesOf(youth).map(({ scheme, state, type, startedOn, duty }) => ({ scheme, state, type, startedOn, isDuty: duty === 'must' })),
    aftercareOn: (youth) => deadlinesOf(youth).flatMap(toAftercare),
    meets: (definition, youth) => outcomeOf(ruleBook, youth, definition) === true,
  };
}

function sightOn(youth: Youth): Sight {
  const status = statusOf(youth);
  return { status, cause: status === 'out-of-view' ? causeOf(youth).cause : undefined };
}

function toAftercare({ scheme, type, startedOn, dueOn, stoppedOn, contactEvery, contactsOn }: Deadline): readonly AftercareOnDate[] {
  if (type !== 'window' || contactEvery === null) return [];
  return [{ scheme, startedOn, endsOn: earlierOf(stoppedOn ?? dueOn, dueOn), contactEvery, contactsOn }];
}
