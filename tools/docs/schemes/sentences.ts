import { isItem, listOf, textOf, type Item } from './items.js';

const UNITS: Readonly<Record<string, string>> = { D: 'day', M: 'month', Y: 'year' };

/** `P2M` is `2 months`; a setting is named with its code. */
export function periodText(value: unknown): string {
  if (isItem(value)) return valueText(value);
  const match = /^P(\d+)([DMY])$/.exec(textOf(value));
  const unit = UNITS[match?.[2] ?? ''];
  return match && unit ? `${match[1]} ${unit}${match[1] === '1' ? '' : 's'}` : textOf(value);
}

/** A value of the rule book in words. */
export function valueText(value: unknown): string {
  if (!isItem(value)) return textOf(value);
  const { setting, path, latest, nextDay, from } = value;
  const moved = `${movedBy('+', value['plus'])}${movedBy('−', value['minus'])}`;
  if (setting !== undefined) return `setting \`${textOf(setting)}\`${moved}`;
  if (path !== undefined) return `\`${textOf(path)}\`${moved}`;
  if (latest !== undefined) return `the latest of ${listOf(latest).map(valueText).join(', ')}${moved}`;
  if (nextDay !== undefined) return `the first ${valueText(nextDay)} on or after ${valueText(from)}${moved}`;
  return `\`${JSON.stringify(value)}\``;
}

function movedBy(sign: string, period: unknown): string {
  return period === undefined ? '' : ` ${sign} ${periodText(period)}`;
}

/** When a clock is due, in words. */
export function dueText(due: unknown): string {
  if (!isItem(due)) return textOf(due);
  const { after, notBefore, at, orElse, before, birthday, plus, every, until } = due;
  if (after !== undefined) return `${periodText(after)} after the start${notBefore === undefined ? '' : `, not before ${periodText(notBefore)}`}`;
  if (at !== undefined) return `on ${valueText(at)}${orElse === undefined ? '' : `, or else ${valueText(orElse)}`}`;
  if (before !== undefined) return `on or before ${valueText(before)}`;
  if (birthday !== undefined) return `birthday ${textOf(birthday)}${plus === undefined ? '' : ` + ${periodText(plus)}`}`;
  if (every !== undefined) return `every ${periodText(every)}${until === undefined ? '' : `, until ${periodText(until)}`}`;
  return `\`${JSON.stringify(due)}\``;
}

/** `EnrolmentEnded when …` for each test; the condition as it stands in the data. */
export function testsText(tests: unknown): string {
  return listOf(tests).map((test) => (isItem(test) ? testText(test) : textOf(test))).join('; ');
}

function testText(test: Item): string {
  const { event, set, when, same, anyDate, until } = test;
  const name = set === undefined ? textOf(event) : `set ${textOf(set)}`;
  const parts = [
    when === undefined ? '' : ` when \`${compact(when)}\``, same === undefined ? '' : ` with the same ${listOf(same).map(textOf).join(', ')}`,
    anyDate === true ? ' on any date' : '', until === undefined ? '' : ` to ${textOf(until)}`,
  ];
  return `${name}${parts.join('')}`;
}

/** A condition on one line, without the quotes that JSON needs. */
export function compact(value: unknown): string {
  return JSON.stringify(value).replaceAll('"', '').replaceAll(':', ': ').replaceAll(',', ', ').replaceAll('`', '');
}
