import type { ScenarioCheck } from '@trajectboek/testing/scenario';
import { UserError } from '../cli/user-error.js';
import { RefusedRequest } from '../client/http-problem.js';
import { asSet, differences, isObject } from './compare.js';
import { fileEventId, type CheckContext } from './context.js';

interface TimelineItem {
  readonly id: string;
  readonly late: boolean;
  readonly level: string;
  readonly correctedBy: unknown;
  readonly retractedBy: unknown;
}

type Item = TimelineItem & { readonly event: string };

const KEYS = ['order', 'late', 'absent', 'hidden', 'corrected', 'retracted', 'level'];

export function judgeTimeline(context: CheckContext, check: ScenarioCheck): Promise<readonly string[]> {
  const expect = expectationOf(check);
  return context.forEachYouth(check, async (alias) => {
    const items = await itemsFor(context, check, alias);
    const found = differences(wanted(expect), observed(expect, items));
    return found.length > 0 || expect.hidden.length === 0 ? found : hiddenFromReaderOnly({ context, check, alias }, expect.hidden);
  });
}

interface Expectation {
  readonly given: Readonly<Record<string, unknown>>;
  readonly hidden: readonly string[];
}

function expectationOf({ expect }: ScenarioCheck): Expectation {
  if (!isObject(expect)) throw new UserError('expect is geen blok met sleutels');
  const unknown = Object.keys(expect).filter((key) => !KEYS.includes(key));
  if (unknown.length > 0) throw new UserError(`onbekende sleutel ${unknown.join(', ')} bij een tijdlijn`);
  return { given: expect, hidden: textsOf(expect['hidden']) };
}

/** What must not be there is compared as an empty list of what is there after all. */
function wanted({ given }: Expectation): unknown {
  const { absent: _absent, hidden: _hidden, late, ...rest } = given;
  return { ...rest, present: [], visible: [], ...(late !== undefined && { late: asSet(textsOf(late)) }) };
}

function observed({ given, hidden }: Expectation, items: readonly Item[]): unknown {
  const events = items.map(({ event }) => event);
  const marked = (key: 'corrected' | 'retracted'): string[] => textsOf(given[key]).filter((id) =>
    items.some((item) => item.event === id && item[`${key}By`] !== null && item[`${key}By`] !== undefined));
  return {
    order: events.filter((event) => textsOf(given['order']).includes(event)),
    late: asSet(items.filter(({ late }) => late).map(({ event }) => event)),
    present: textsOf(given['absent']).filter((event) => events.includes(event)),
    visible: hidden.filter((event) => events.includes(event)),
    corrected: marked('corrected'),
    retracted: marked('retracted'),
    level: Object.fromEntries(items.map(({ event, level }) => [event, level])),
  };
}

/** Who has no legal basis sees nothing at all, which is right where everything asked for must be hidden. */
async function itemsFor(context: CheckContext, check: ScenarioCheck, alias: string): Promise<readonly Item[]> {
  try {
    const { items } = await context.getAll<TimelineItem>(check, `/v1/trajectories/${context.idOf(alias)}/events`);
    return items.map((item) => ({ ...item, event: fileEventId(item.id) }));
  } catch (error) {
    const onlyHidden = isObject(check.expect) && Object.keys(check.expect).join() === 'hidden';
    if (onlyHidden && error instanceof RefusedRequest && error.code === 'no-legal-basis') return [];
    throw error;
  }
}

/** What is hidden from a reader is there for an auditor; otherwise a lost event would pass for a hidden one. */
async function hiddenFromReaderOnly({ context, check, alias }: { readonly context: CheckContext; readonly check: ScenarioCheck; readonly alias: string }, hidden: readonly string[]): Promise<readonly string[]> {
  const { reader: _reader, ...asAuditor } = check;
  const events = (await itemsFor(context, asAuditor, alias)).map(({ event }) => event);
  return differences({ seenByAuditor: hidden }, { seenByAuditor: hidden.filter((event) => events.includes(event)) });
}

function textsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
