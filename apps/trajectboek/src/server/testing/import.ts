import type { Json } from './facts.js';
import type { Running } from './running.js';

/** Brings events in with the moments in their `time`, as a history that was logged elsewhere; the ledger must be empty. */
export async function importInto(ledger: Running, events: readonly Json[]): Promise<readonly Json[]> {
  const loader = await ledger.as('loader');
  const { body } = await loader.send('POST', '/v1/imports');
  const importId = String(body['importId']);
  const { text } = await loader.send('POST', '/v1/events', {
    body: events.map((event) => JSON.stringify(event)).join('\n'),
    headers: { 'content-type': 'application/x-ndjson', 'trajectboek-import': importId },
  });
  await loader.send('DELETE', `/v1/imports/${importId}`);
  return text.trimEnd().split('\n').map((line) => JSON.parse(line) as Json);
}
