import { once } from 'node:events';
import { request, type ClientRequest, type IncomingMessage } from 'node:http';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What the ledger answered to one line. */
export interface LineAnswer {
  readonly index: number;
  readonly result: 'recorded' | 'duplicate' | 'refused';
  readonly trajectoryId: string;
  readonly eventId: string;
  readonly revision: number;
  readonly position: number;
  readonly recordedAt: string;
}

const LINES_AT_ONCE = 200;

export interface Sending {
  readonly url: string;
  readonly token: string;
  readonly lines: Iterable<string>;
  readonly onAnswer: (answer: LineAnswer) => void;
}

/**
 * Streams NDJSON and takes the answers while it sends. Resolves when the last answer is in (`whole`) or when the connection
 * broke, after every answer that came in whole was taken (`broken`).
 */
export async function sendLines({ url, token, lines, onAnswer }: Sending): Promise<'whole' | 'broken'> {
  const call = request(`${url}/v1/events`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' } });
  const answered = takeAnswers(call, onAnswer);
  const [ended] = await Promise.all([answered, write(call, lines)]);
  return ended;
}

async function takeAnswers(call: ClientRequest, onAnswer: (answer: LineAnswer) => void): Promise<'whole' | 'broken'> {
  try {
    const [response] = await once(call, 'response') as [IncomingMessage];
    response.on('error', () => undefined);
    call.on('error', () => undefined);
    if (response.statusCode !== 200) throw new RangeError(`HTTP ${String(response.statusCode)}`);
    for await (const line of createInterface({ input: response, crlfDelay: Infinity })) {
      const answer = parse(line);
      if (answer) onAnswer(answer);
    }
    return response.complete ? 'whole' : 'broken';
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return 'broken';
  }
}

/** Half a line is no answer. */
function parse(line: string): LineAnswer | undefined {
  try {
    return JSON.parse(line) as LineAnswer;
  } catch {
    return undefined;
  }
}

/** A connection that breaks ends the sending; what was answered until then counts. */
async function write(call: ClientRequest, lines: Iterable<string>): Promise<void> {
  await pipeline(Readable.from(parts(lines)), call).catch(() => undefined);
}

function* parts(lines: Iterable<string>): Generator<string> {
  let waiting: string[] = [];
  for (const line of lines) {
    waiting.push(line);
    if (waiting.length < LINES_AT_ONCE) continue;
    yield waiting.join('');
    waiting = [];
  }
  if (waiting.length > 0) yield waiting.join('');
}
