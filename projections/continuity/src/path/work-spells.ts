import { plus, type CivilDate } from '@trajectboek/events';
import type { Youth } from '@trajectboek/situation';
import { periodOf } from './settings.js';
import { isPaidWork, placementsOf, type Span } from './spells.js';

/** Sorting puts what has no end yet last. */
function lastOf(a: CivilDate | undefined, b: CivilDate | undefined): CivilDate | undefined {
  return [a, b].sort()[1];
}

/** Paid work without a break that counts, at one employer or several: a next placement within the days of setting `sameSpellGap` after the end continues the spell (metrics.md, C10). */
export function workSpellsOf(youth: Youth): readonly Span[] {
  const gap = periodOf('sameSpellGap', youth);
  const spells: { startedOn: CivilDate; endedOn: CivilDate | undefined }[] = [];
  for (const { startedOn, endedOn } of placementsOf(youth).filter(isPaidWork)) {
    const last = spells.at(-1);
    const continues = last && (last.endedOn === undefined || startedOn <= plus(last.endedOn, gap));
    if (continues) last.endedOn = lastOf(last.endedOn, endedOn);
    else spells.push({ startedOn, endedOn });
  }
  return spells;
}
