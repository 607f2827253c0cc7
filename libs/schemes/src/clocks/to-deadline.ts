import type { CivilDate, RecordedEvent } from '@trajectboek/events';
import type { YouthOnDate } from '../youth-on-date.js';
import type { Deadline, DeadlineOwner, DeadlineState, EventReference } from './deadline.js';
import type { Question } from './deadlines-at.js';
import type { End, Run } from './run.js';
import type { Stage } from './stage.js';

/** A stage with everything that was found out about it. */
export interface JudgedStage {
  readonly stage: Stage;
  readonly state: DeadlineState;
  readonly warnOn: CivilDate;
  /** What ended it by the date of the view. */
  readonly end: End | null;
  /** The youth on the last day on which it was open. */
  readonly lastOpen: YouthOnDate;
}

export function toDeadline(run: Run, judged: JudgedStage, question: Question): Deadline {
  const { clock } = run;
  const { stage, state, warnOn } = judged;
  return {
    scheme: clock.code, label: clock.label, group: clock.group, kind: clock.kind, type: clock.type, duty: clock.duty, state,
    missed: clock.duty === 'must' && (state === 'overdue' || state === 'met-late'),
    startedOn: stage.startedOn, warnOn, dueOn: stage.dueOn, notBefore: run.notBefore, period: stage.period,
    owner: ownerOf(run, judged.lastOpen, question),
    source: clock.source, confidence: clock.confidence, dateConfidence: clock.dateConfidence, dataClasses: clock.dataClasses,
    startedBy: reference(run.start), ...howItStands(judged, question),
    contactEvery: clock.contactEvery, contactsOn: contactsOf(run, question),
  };
}

type Standing = Pick<Deadline, 'stoppedBy' | 'stoppedOn' | 'tooEarly' | 'waiver'>;

function howItStands({ stage, end }: JudgedStage, { youth }: Question): Standing {
  const tooEarly = stage.tooEarly && youth.history.asOf.reached(stage.tooEarly.on) ? stage.tooEarly : null;
  return {
    stoppedBy: end ? reference(end.act.event) : null, stoppedOn: end?.act.on ?? null,
    tooEarly: tooEarly ? reference(tooEarly.event) : null,
    waiver: end?.kind === 'cancelled' ? end.waiver : null,
  };
}

function contactsOf({ clock, acts }: Run, { youth }: Question): readonly CivilDate[] {
  return clock.contactEvery === null ? [] : acts.filter(({ on }) => youth.history.asOf.reached(on)).map(({ on }) => on);
}

function reference({ source, id }: RecordedEvent): EventReference {
  return { source, id };
}

const MUNICIPALITY = 'subject.municipality';

function ownerOf({ clock, start }: Run, youth: YouthOnDate, { ruleBook }: Question): DeadlineOwner {
  const { party, of } = clock.owner;
  const partyLabel = ruleBook.parties.labelOf(party);
  if (!of) return { party, partyLabel, of: null, organisation: null, municipality: null };
  const value = of.read({ youth, start });
  const holder = typeof value === 'string' ? value : null;
  const isMunicipality = of.path === MUNICIPALITY;
  return { party, partyLabel, of: of.path, organisation: isMunicipality ? null : holder, municipality: isMunicipality ? holder : null };
}
