// C7 and C8: guides and contact, one day after the other.
import type { Asked, Second } from './ask.js';
import { share, spread } from './figures.js';
import { daysFrom, eachDay, shift, type Row, type Spell } from './world.js';

/** Real contact (views.md, section 1). */
export function isContact({ type, data }: Row): boolean {
  if (type === 'IntakeHeld') return data['kind'] !== 'mbo' && data['kind'] !== 'joint';
  if (type === 'MeetingHeld') return data['youthPresent'] === true;
  if (type === 'StatusConfirmed') return data['by'] === 'youth' || data['by'] === 'guide';
  if (type === 'ContactAttempted') return data['reached'] === true;
  return type === 'ContactMade' || type === 'HandoverCompleted';
}

/** The day of the opening that stands on a date; undefined when there is none. */
export function openedBy(facts: readonly Row[], day: string): string | undefined {
  let opened: string | undefined;
  for (const fact of facts.filter((one) => one.day <= day)) {
    if (fact.type === 'TrajectoryOpened') opened ??= fact.day;
    if (fact.type === 'TrajectoryClosed') opened = undefined;
  }
  return opened;
}

export const isOn = ({ start, end }: Spell, day: string): boolean => start.day <= day && (!end || day < end.day);

function personsOn(spells: readonly Spell[], day: string): readonly unknown[] {
  return spells.filter((spell) => spell.kind === 'guide' && isOn(spell, day)).map(({ start }) => start.data['person']);
}

/** Of one youth: days with an open trajectory, days of those without a guide, and who they were. */
function guidedDays([facts, spells]: readonly [readonly Row[], readonly Spell[]], { from, to, asOf }: Asked) {
  const open = eachDay(from, to < asOf ? to : asOf).filter((day) => openedBy(facts, day) !== undefined);
  const persons = open.map((day) => personsOn(spells, day));
  return { days: open.length, without: persons.filter((those) => those.length === 0).length, persons: new Set(persons.flat()).size };
}

const STEPS = ['enrolment', 'placement', 'track', 'internship'];

/** For each exit from school with a next step: whether a guide of the day before is there on the day of that step. */
function keptGuides([facts, spells]: readonly [readonly Row[], readonly Spell[]], { from, to, asOf }: Asked): readonly boolean[] {
  return facts.filter(({ type, day }) => type === 'EnrolmentEnded' && day >= from && day <= to).flatMap((exit) => {
    const next = eachDay(exit.day, asOf).find((day) => spells.some((spell) => STEPS.includes(spell.kind)
      && (isOn(spell, day) || (spell.start.day === day && spell.end !== exit))));
    if (next === undefined) return [];
    const before = personsOn(spells, shift(exit.day, -1));
    return [personsOn(spells, next).some((person) => before.includes(person))];
  });
}

export const c7: Second = ({ youths, spells }, asked) => {
  const lives = youths.map((facts, youth) => [facts, spells[youth] ?? []] as const);
  const guided = lives.map((life) => guidedDays(life, asked));
  const sum = (of: 'days' | 'without' | 'persons'): number => guided.reduce((so, part) => so + part[of], 0);
  const kept = lives.flatMap((life) => keptGuides(life, asked));
  return {
    perYouthPerYear: sum('days') === 0 ? null : sum('persons') / (sum('days') / 365.25),
    keptAcrossTransition: share(kept.filter(Boolean).length, kept.length),
    daysWithoutGuide: sum('days') === 0 ? null : sum('without'),
  };
};

/** A counter that goes up every day, and back to 0 on a day with contact; it may begin in the window only. */
function longestSilence(facts: readonly Row[], { from, to, asOf }: Asked): number | undefined {
  const opened = openedBy(facts, asOf);
  if (opened === undefined) return undefined;
  let [silence, longest, counts]: [number, number | undefined, boolean] = [0, undefined, false];
  for (const day of eachDay(opened > from ? opened : from, asOf)) {
    const begins = day === from || day === opened || facts.some((fact) => fact.day === day && isContact(fact));
    if (counts) longest = Math.max(longest ?? 0, silence += 1);
    if (begins) [silence, counts] = [0, day <= to];
    if (counts) longest ??= 0;
  }
  return longest;
}

export const c8: Second = ({ youths }, asked) => {
  const open = youths.filter((facts) => openedBy(facts, asked.asOf) !== undefined);
  const within = (days: number): number => open.filter((facts) => facts.some((fact) => isContact(fact) && daysFrom(fact.day, asked.asOf) <= days)).length;
  return {
    withContact: Object.fromEntries([30, 90, 180].map((days) => [days, share(within(days), open.length)])),
    longestSilence: spread(open.flatMap((facts) => longestSilence(facts, asked) ?? [])),
  };
};
