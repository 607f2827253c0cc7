import { regionsOf } from '@trajectboek/catalogue';
import type { CivilDate } from '@trajectboek/events';

interface Placed {
  readonly municipality?: string;
  readonly rmcRegion?: string;
  readonly labourMarketRegion?: string;
}

/**
 * The same question about more youths: each filter left out, or a municipality taken for its region, in every combination. What is
 * published of a part may not leave few of any of these, because both can be asked and the one subtracted from the other.
 */
export function widerThan<Question extends Placed>(question: Question, filters: readonly (keyof Question)[], date: CivilDate): readonly Question[] {
  let all: readonly Question[] = [question];
  for (const name of filters) if (question[name] !== undefined) all = all.flatMap((one) => [one, without(one, name)]);
  const [, ...wider] = [...all, ...all.flatMap((one) => inRegions(one, date))];
  return wider;
}

function without<Question>(question: Question, name: keyof Question): Question {
  const { [name]: _left, ...rest } = question;
  return rest as Question;
}

/** A region that was asked for too stays as it is. */
function inRegions<Question extends Placed>(question: Question, date: CivilDate): readonly Question[] {
  if (question.municipality === undefined) return [];
  const { rmcRegion, labourMarketRegion } = regionsOf(question.municipality, date);
  const around = without(question, 'municipality');
  return [
    ...(rmcRegion && question.rmcRegion === undefined ? [{ ...around, rmcRegion: rmcRegion.code }] : []),
    ...(labourMarketRegion && question.labourMarketRegion === undefined ? [{ ...around, labourMarketRegion: labourMarketRegion.code }] : []),
  ];
}

type GroupOf = (municipality: string) => string | undefined;

/** What other tables take together of a table with this axis. */
export function groupsOn(date: CivilDate): { readonly municipality: readonly GroupOf[] } {
  return { municipality: [(code) => regionsOf(code, date).rmcRegion?.code, (code) => regionsOf(code, date).labourMarketRegion?.code] };
}
