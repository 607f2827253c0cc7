import { findEventType, findFaults, isMoment } from '@trajectboek/events';
import type { Entry, EntrySource, EventEntry } from './entry.js';

export interface DryRunLine {
  readonly line: string;
  /** Dutch; empty when the line is good. */
  readonly faults: readonly string[];
  /** A story says that the ledger must refuse this. */
  readonly announced: string | null;
}

const SOURCE = /^urn:nld:oin:\d{20}(?::systeem:[A-Za-z0-9._-]{1,60})?$/;
const REPLACEMENT_NEEDS_LEDGER = 'EventCorrected';

/** Checks every line against the language, without a ledger. What depends on earlier events only the ledger can tell. */
export async function* dryRun(source: EntrySource): AsyncGenerator<DryRunLine> {
  const seen = new Set<string>();
  for await (const entry of source.entries()) {
    const line = toLine(entry);
    if (!line || seen.has(line.line)) continue;
    if (entry.kind === 'event' && entry.story) seen.add(line.line);
    yield line;
  }
}

/** Events of a cohort are the same for each of its youths, so one line stands for all. */
function toLine(entry: Entry): DryRunLine | undefined {
  switch (entry.kind) {
    case 'youth': return undefined;
    case 'unreadable': return { line: entry.line, faults: [entry.detail], announced: null };
    case 'event': {
      const line = entry.story ? `${entry.story.scenario} ${entry.story.event}` : entry.line;
      return { line, faults: faultsOf(entry), announced: entry.story?.announced ?? null };
    }
  }
}

function faultsOf({ event }: EventEntry): string[] {
  const type = typeof event.type === 'string' ? findEventType(event.type) : undefined;
  const attributes = [
    ...(type ? [] : ['type is geen soort gebeurtenis die wij kennen']),
    ...(typeof event.source === 'string' && SOURCE.test(event.source) ? [] : ['source is geen urn:nld:oin: met 20 cijfers']),
    ...(typeof event.id === 'string' && event.id !== '' ? [] : ['id ontbreekt']),
    ...(typeof event.subject === 'string' && event.subject !== '' ? [] : ['subject ontbreekt']),
    ...(event.time === undefined || (isMoment(event.time) && event.time.length > 10) ? [] : ['time is geen tijdstip met tijdzone']),
  ];
  const data = type ? findFaults(type, event.data).map(({ pointer, detail }) => `data${pointer} ${detail}`) : [];
  const note = type?.name === REPLACEMENT_NEEDS_LEDGER ? replacementFaults(event.data) : [];
  return [...attributes, ...data, ...note];
}

/** Which type a replacement must fit, only the ledger knows; that it has a moment can be seen here. */
function replacementFaults(data: unknown): string[] {
  const replacement = typeof data === 'object' && data !== null && 'replacement' in data ? data.replacement : undefined;
  if (typeof replacement !== 'object' || replacement === null) return [];
  return 'occurredAt' in replacement && isMoment(replacement.occurredAt) ? [] : ['data/replacement/occurredAt is geen bestaande datum of tijdstip met tijdzone'];
}
