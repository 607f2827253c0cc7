import { parseView } from '@trajectboek/catalogue';
import type { Caller } from '../../../server/testing/caller.js';
import type { Json } from '../examples/example.js';
import { ALL_LISTS } from '../paths/list-paths.js';
import { momentOf, type Answers, type Asked } from './verdict.js';

const COUNTED_BY = ['status', 'facet', 'municipality', 'target-group'] as const;

/** Who is on the list of a definition or on a work list, and with what. */
export function askList(auditor: Caller, view: string): (asked: Asked) => Promise<Answers> {
  return async (asked) => {
    const answers = new Map<string, unknown[]>();
    for await (const { trajectoryId, ...item } of pagesOf(auditor, `${addressOf(view)}${momentOf(asked)}`)) {
      answers.set(String(trajectoryId), [...answers.get(String(trajectoryId)) ?? [], item]);
    }
    return answers;
  };
}

function addressOf(view: string): string {
  const reference = parseView(view === 'worklists' ? ALL_LISTS : view);
  switch (reference?.kind) {
    case 'definition': return `/v1/in-beeld?definition=${reference.name}&`;
    case 'worklist': return `/v1/worklists/${reference.name}?`;
    default: throw new Error(`${view} is no list`);
  }
}

async function* pagesOf(auditor: Caller, address: string): AsyncGenerator<Json> {
  for (let cursor = ''; ;) {
    const { status, body, text } = await auditor.get(`${address}&limit=500${cursor}`);
    if (status !== 200) throw new Error(`${address}: ${text}`);
    yield* body['items'] as readonly Json[];
    if (body['next'] === null) return;
    cursor = `&cursor=${String(body['next'])}`;
  }
}

/** The cells in which each youth is counted: every youth of the test is the only one of his school. */
export async function askCounts(auditor: Caller, asked: Asked): Promise<Answers> {
  const bySchool = new Map<string, Json[]>();
  for (const axis of COUNTED_BY) {
    const { body } = await auditor.get(`/v1/in-beeld/counts?by=school,${axis}&${momentOf(asked)}`);
    for (const { school, ...cell } of body['cells'] as readonly Json[]) bySchool.set(String(school), [...bySchool.get(String(school)) ?? [], cell]);
  }
  return new Map(asked.showings.flatMap(({ trajectoryId, organisation }) => (bySchool.has(organisation) ? [[trajectoryId, bySchool.get(organisation)]] : [])));
}
