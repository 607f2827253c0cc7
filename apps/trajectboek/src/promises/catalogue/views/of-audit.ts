import { verifyInclusion } from '@trajectboek/proof';
import type { Caller } from '../../../server/testing/caller.js';
import type { Json } from '../examples/example.js';
import { momentOf, type Answers, type Asked } from './verdict.js';

/** The facts of the row in what was known at the moment, as an auditor replays it. */
export async function askReplays(auditor: Caller, asked: Asked): Promise<Answers> {
  const answers = new Map<string, unknown>();
  for (const { trajectoryId, row } of asked.showings) {
    const facts = (await replayed(auditor, trajectoryId, asked)).filter(({ type }) => row.events.some((name) => name === type));
    if (facts.length > 0) answers.set(trajectoryId, facts);
  }
  return answers;
}

/** For which facts of the row there is a proof that holds. */
export async function askProofs(auditor: Caller, asked: Asked): Promise<Answers> {
  const answers = new Map<string, unknown>();
  for (const { trajectoryId, row } of asked.showings) {
    const proven: unknown[] = [];
    for (const { type, eventId } of await replayed(auditor, trajectoryId, asked)) {
      if (!row.events.some((name) => name === type)) continue;
      const { body } = await auditor.get(`/v1/audit/proofs/inclusion?trajectoryId=${trajectoryId}&eventId=${String(eventId)}`);
      if (holds(body)) proven.push(eventId);
    }
    if (proven.length > 0) answers.set(trajectoryId, proven);
  }
  return answers;
}

async function replayed(auditor: Caller, trajectoryId: string, asked: Asked): Promise<readonly Json[]> {
  const { body } = await auditor.get(`/v1/audit/trajectories/${trajectoryId}/replay?${momentOf(asked)}`);
  return body['events'] as readonly Json[];
}

function holds({ index, treeSize, leafHash, root, proof }: Json): boolean {
  const bytes = (text: unknown): Uint8Array => Buffer.from(String(text), 'base64');
  return Array.isArray(proof) && verifyInclusion({ index: Number(index), size: Number(treeSize), leafHash: bytes(leafHash), root: bytes(root), proof: proof.map(bytes) });
}
