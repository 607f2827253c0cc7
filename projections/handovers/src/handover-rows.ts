import { periodsOf, type Chronicle } from '@trajectboek/events';
import type { Settings } from '@trajectboek/schemes';
import { isClosed, lastSchoolOf, municipalityOf, youthOn } from '@trajectboek/situation';
import type { ViewDeclaration, ViewRow } from '@trajectboek/view-store';
import { openHandoversOf, ownerOf, type OpenHandover } from '@trajectboek/worklists';

/** Which handovers are open, at whose door, and since when? Found by the organisation whose turn it is, municipality and school. */
export const HANDOVERS: ViewDeclaration = { name: 'handovers', version: 3, tags: ['owner', 'municipality', 'school'] };

interface Open {
  readonly municipality: string | null;
  readonly school: string | null;
  readonly handovers: readonly OpenHandover[];
}

/** One row per handover and period in which nothing of it changes; none while the trajectory is closed. */
export function handoverRows(chronicle: Chronicle, settings: Settings): readonly ViewRow[] {
  // Most youths have none, and then there is nothing to walk through.
  if (!chronicle.facts.some(({ type }) => type === 'HandoverOffered')) return [];
  const periods = periodsOf<Open>(chronicle, {
    answer(history) {
      const youth = youthOn(history, settings);
      return { municipality: municipalityOf(youth) ?? null, school: lastSchoolOf(youth) ?? null, handovers: isClosed(youth) ? [] : openHandoversOf(youth) };
    },
    isSame: (a, b) => JSON.stringify(a) === JSON.stringify(b),
  });
  return periods.flatMap(({ from, until, value: { municipality, school, handovers } }) => handovers.map((handover): ViewRow => ({
    key: `${handover.handoverId} ${from}`, from, until, since: handover.since,
    tags: { owner: ownerOf(handover), municipality, school },
    doc: { ...handover },
  })));
}
