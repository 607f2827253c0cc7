import { findEventType } from '@trajectboek/events';
import { readScenario, ScenarioError, statementsOf, type Scenario, type ScenarioYouth, type Statement } from '@trajectboek/testing/scenario';
import { readFile } from 'node:fs/promises';
import { UserError } from '../cli/user-error.js';
import type { Entry, EntrySource, Youth } from './entry.js';

/** A story file, ready to be loaded. */
export interface StorySource extends EntrySource {
  readonly scenario: Scenario;
}

/** @throws UserError with every fault of the file */
export async function readStory(file: string): Promise<Scenario> {
  const text = await readFile(file, 'utf8');
  try {
    return readScenario(text);
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    throw new UserError(`${file} is geen verhaal:\n  ${error.faults.join('\n  ')}`, { cause: error });
  }
}

export async function storySource(file: string): Promise<StorySource> {
  const scenario = await readStory(file);
  const statements = statementsOf(scenario);
  return { file, scenario, count: statements.length, entries: () => entriesOf(scenario, statements) };
}

/** A youth of a story is known by a name that the file makes, so that loading it again finds the same trajectory. */
export function youthOf(scenario: Scenario, { alias, birthDate, municipality }: ScenarioYouth): Youth {
  return { key: keyOf(scenario, alias), identity: { name: { given: alias, family: scenario.id }, birthDate }, municipality };
}

export function keyOf({ id }: Scenario, alias: string): string {
  return `${id}:${alias}`;
}

async function* entriesOf(scenario: Scenario, statements: readonly Statement[]): AsyncGenerator<Entry> {
  for (const youth of scenario.youths) yield { kind: 'youth', youth: youthOf(scenario, youth) };
  for (const statement of statements) yield toEntry(scenario, statement);
}

function toEntry(scenario: Scenario, { youth, event, source, id, type, data, recordedAt }: Statement): Entry {
  return {
    kind: 'event', recordedAt, line: id,
    event: { specversion: '1.0', type: findEventType(type)?.wireType ?? type, source, id, subject: keyOf(scenario, youth.alias), time: recordedAt, data },
    story: { scenario: scenario.id, youth: youth.alias, event: event.id, announced: event.refusedWith },
  };
}
