import { knownMunicipalities, regionsOf } from '@trajectboek/catalogue';
import type { CivilDate } from '@trajectboek/events';

interface Places {
  readonly municipality?: string;
  readonly rmcRegion?: string;
  readonly labourMarketRegion?: string;
}

/** The tag that finds rows in a place on a date. A region is the municipalities in it, merged ones too: only those are stored, because regions change. */
export function tagsWithin({ municipality, rmcRegion, labourMarketRegion }: Places, date: CivilDate): { municipality?: string | readonly string[] } {
  if (rmcRegion === undefined && labourMarketRegion === undefined) return municipality === undefined ? {} : { municipality };
  const isWithin = (code: string): boolean => {
    const regions = regionsOf(code, date);
    return (rmcRegion === undefined || regions.rmcRegion?.code === rmcRegion) && (labourMarketRegion === undefined || regions.labourMarketRegion?.code === labourMarketRegion);
  };
  return { municipality: knownMunicipalities().map(({ code }) => code).filter((code) => (municipality === undefined || code === municipality) && isWithin(code)) };
}
