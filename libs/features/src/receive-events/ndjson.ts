import { problem, problemDocument, type ProblemDocument } from '@trajectboek/api';
import { groupsOfLines, type Line } from './lines.js';
import type { NamedOutcome } from './receiver.js';

type Receive = (events: readonly unknown[]) => Promise<readonly NamedOutcome[]>;
type ReadLine = { readonly value: unknown } | { readonly fault: ProblemDocument };

const NOT_JSON = problemDocument('schema', 'Deze regel is geen geldige JSON in UTF-8.');
const TOO_LONG = problemDocument('too-large', 'Deze regel is te lang voor één gebeurtenis.');

/**
 * Answers NDJSON with NDJSON, line for line: the next lines are read when the answers to the former have been taken, so
 * that a stream of any length needs the memory of one group. A line that cannot be read is refused by itself.
 */
export async function* answerLines(body: AsyncIterable<Uint8Array>, receive: Receive): AsyncGenerator<string> {
  let answered = 0;
  for await (const lines of groupsOfLines(body)) {
    yield textOf(await outcomesOf(lines, receive), answered);
    answered += lines.length;
  }
}

/**
 * The same for lines that are recorded all or not at all, and so are kept in memory together.
 * @throws ProblemError too-large
 */
export async function* answerAllOrNothing(body: AsyncIterable<Uint8Array>, receive: Receive, most: { readonly lines: number; readonly bytes: number }): AsyncGenerator<string> {
  const all: Line[] = [];
  let bytes = 0;
  for await (const lines of groupsOfLines(body)) {
    all.push(...lines);
    bytes += lines.reduce((sum, line) => sum + line.bytes, 0);
    if (all.length > most.lines || bytes > most.bytes) throw problem('too-large', `Alles-of-niets kan voor hooguit ${most.lines} gebeurtenissen tegelijk.`);
  }
  yield textOf(await outcomesOf(all, receive), 0);
}

async function outcomesOf(lines: readonly Line[], receive: Receive): Promise<readonly NamedOutcome[]> {
  const read = lines.map(readLine);
  const outcomes = await receive(read.map((line) => ('value' in line ? line.value : undefined)));
  return outcomes.map((outcome, index) => {
    const line = read[index];
    return line && 'fault' in line ? { result: 'refused', source: null, id: null, problem: line.fault } : outcome;
  });
}

function readLine(line: Line): ReadLine {
  if ('unreadable' in line) return { fault: line.unreadable === 'too-long' ? TOO_LONG : NOT_JSON };
  try {
    return { value: JSON.parse(line.text) as unknown };
  } catch {
    return { fault: NOT_JSON };
  }
}

function textOf(outcomes: readonly NamedOutcome[], first: number): string {
  return outcomes.map((outcome, at) => `${JSON.stringify({ index: first + at, ...outcome })}\n`).join('');
}
