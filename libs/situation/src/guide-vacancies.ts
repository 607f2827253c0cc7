import type { CivilDate, Recorded } from '@trajectboek/events';
import { STARTS } from './causes/follow-up.js';
import { remembered } from './remembered.js';
import { guidancesOf } from './spells/spells.js';
import type { Youth } from './youth.js';

/** Guides who stopped without a successor in their role; not when the goal was reached, or the phase ended with the aftercare (views.md, section 3). */
export const guideVacanciesOf = remembered((youth): readonly Recorded<'GuideEnded'>[] =>
  youth.history.all('GuideEnded').filter((end) => end.data.successor === undefined && end.data.reason !== 'goal-reached'
    && !isSucceeded(youth, end) && !isEndOfAftercare(youth, end)));

/** Another guide in the role, named by then or since; or the same one who came back. */
function isSucceeded(youth: Youth, { data, occurredOn }: Recorded<'GuideEnded'>): boolean {
  return guidancesOf(youth).some(({ start, end }) => start.data.role === data.role && (start.data.person === data.person
    ? start.occurredOn > occurredOn
    : start.occurredOn >= occurredOn || end === undefined || end.occurredOn > occurredOn));
}

/** The aftercare was over by the end of the guide's phase, or ended with it, and nothing began in between. */
function isEndOfAftercare(youth: Youth, { data, occurredOn }: Recorded<'GuideEnded'>): boolean {
  if (data.reason !== 'phase-ended') return false;
  const { history } = youth;
  const started = history.newest('AftercareStarted')?.occurredOn ?? '';
  const ended = history.newest('AftercareEnded')?.occurredOn ?? '';
  return ended >= started && ended !== '' && (ended >= occurredOn || !hasStartBetween(youth, ended, occurredOn));
}

function hasStartBetween({ history }: Youth, after: CivilDate, until: CivilDate): boolean {
  return history.events.some(({ type, occurredOn }) => STARTS.has(type) && occurredOn > after && occurredOn <= until);
}
