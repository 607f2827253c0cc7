import type { CatalogueLedger } from '../catalogue-ledger.js';
import type { Json } from '../examples/example.js';
import { momentOf, type Answers, type Asked } from './verdict.js';

const HEAD: ReadonlySet<string> = new Set(['asOf', 'knownAt', 'completeTo', 'links', 'from', 'to', 'metric', 'suppressed']);

/** The figures of each youth: a guide of the organisation sees no other youth, so that they are about him alone. */
export async function askMetrics(ledger: CatalogueLedger, asked: Asked): Promise<Answers> {
  const answers = new Map<string, unknown>();
  for (const { view, organisation, trajectoryId } of asked.showings) {
    const guide = await ledger.as('guide', organisation);
    const { status, body, text } = await guide.get(`/v1/metrics/${view}?from=2022-01-01&to=2025-12-31&${momentOf(asked)}`);
    if (status !== 200) throw new Error(`${view}: ${text}`);
    const figures: Json = Object.fromEntries(Object.entries(body).filter(([name]) => !HEAD.has(name)));
    if (figures['result'] !== 'insufficient-data') answers.set(trajectoryId, figures);
  }
  return answers;
}
