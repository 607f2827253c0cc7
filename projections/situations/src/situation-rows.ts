import { periodsOf, type Chronicle, type CivilDate, type History } from '@trajectboek/events';
import type { Settings } from '@trajectboek/schemes';
import { lastSchoolOf, municipalityOf, situationOf, youthOn, type Youth } from '@trajectboek/situation';
import type { ViewDeclaration, ViewRow } from '@trajectboek/view-store';

/**
 * Who is in beeld on which day, and why not? Found by status, cause, place and school. Age is no tag: periods that end on
 * birthdays would give the birth date away.
 */
export const SITUATIONS: ViewDeclaration = {
  name: 'situations', version: 3, tags: ['status', 'cause', 'municipality', 'school'],
  selections: [[], ['status'], ['cause'], ['municipality'], ['school'], ['status', 'municipality'], ['cause', 'municipality'], ['status', 'school']],
};

type Answer = Pick<ViewRow, 'tags' | 'doc'> & { readonly status: string; readonly text: string };

/** One row per period in which nothing of it changes, from the first fact on and into the future. */
export function situationRows(chronicle: Chronicle, settings: Settings): readonly ViewRow[] {
  const periods = periodsOf(chronicle, {
    answer: (history) => answerOn(history, settings),
    isSame: (a, b) => a.text === b.text,
  });
  let status = '';
  let since: CivilDate = '';
  return periods.map(({ from, until, value }): ViewRow => {
    if (value.status !== status) [status, since] = [value.status, from];
    return { key: from, from, until, since, tags: value.tags, doc: value.doc };
  });
}

function answerOn(history: History, settings: Settings): Answer {
  const youth = youthOn(history, settings);
  const { tags, doc, status } = describe(youth);
  return { tags, doc, status, text: JSON.stringify([tags, doc]) };
}

function describe(youth: Youth): Omit<Answer, 'text'> {
  const { status, cause, causeOn, causeEvent, facets, lastContact, guides } = situationOf(youth);
  const open = facets.filter((facet) => facet.open);
  return {
    status,
    tags: {
      status, cause,
      municipality: municipalityOf(youth) ?? null,
      school: lastSchoolOf(youth) ?? null,
    },
    doc: {
      causeOn, causeEvent: causeEvent && { source: causeEvent.source, id: causeEvent.id }, lastContact, guides,
      facets: open.map(({ facet, since, stale, source }) => ({ facet, since, stale, source })),
    },
  };
}
