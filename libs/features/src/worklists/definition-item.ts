import type { RuleBook } from '@trajectboek/schemes';
import { statusSince } from '@trajectboek/situation';
import type { WorkItem } from '@trajectboek/worklists';
import type { YouthRow } from '../in-beeld/youth-row.js';
import type { VisibleYouth } from '../youths/youths.js';

/** The item of a youth who is out of view by another definition than the default one: the definition says why. */
export function definitionItem({ youth }: VisibleYouth, { why, situation }: YouthRow, { ruleBook, code }: { readonly ruleBook: RuleBook; readonly code: string }): WorkItem {
  const definition = ruleBook.definitions.get(code);
  const event = situation.causeEvent;
  return {
    key: code, since: statusSince(youth), dueOn: null, owner: event?.organisation ?? null,
    why: { code, label: [definition?.label ?? code, ...(why ?? [])].join(': ') },
    nextStep: 'Kijk of de jongere hulp wil en wie die kan geven.', events: event ? [{ source: event.source, id: event.id }] : [],
  };
}
