import { findMunicipality, municipalities, regionsOf } from '@trajectboek/catalogue';
import { CAUSE_LABELS, FACET_LABELS, STATUS_LABELS } from '@trajectboek/situation';

/** What counts can be broken down by. */
export type Axis = 'status' | 'facet' | 'cause' | 'municipality' | 'rmcRegion' | 'labourMarketRegion' | 'school' | 'ageBand' | 'targetGroup';

const AGE_BANDS: Readonly<Record<string, string>> = {
  'under-16': 'jonger dan 16', '16-17': '16 en 17', '18-22': '18 tot en met 22', '23-26': '23 tot en met 26', '27-plus': '27 en ouder',
};

/** Names of the regions by their number. */
function regionNames(kind: 'rmcRegion' | 'labourMarketRegion'): ReadonlyMap<string, string> {
  return new Map(municipalities().flatMap(({ code }) => {
    const region = regionsOf(code)[kind];
    return region ? [[region.code, region.name] as const] : [];
  }));
}

const RMC_REGIONS = regionNames('rmcRegion');
const LABOUR_MARKET_REGIONS = regionNames('labourMarketRegion');

const label = (labels: Readonly<Partial<Record<string, string>>>) => (value: string): string | undefined => labels[value];

/** The Dutch label of a value on an axis; undefined where the value speaks for itself. */
export const LABEL_OF: Readonly<Record<Axis, (value: string) => string | undefined>> = {
  status: label(STATUS_LABELS),
  cause: label(CAUSE_LABELS),
  facet: label(FACET_LABELS),
  ageBand: label(AGE_BANDS),
  municipality: (value) => findMunicipality(value)?.name,
  rmcRegion: (value) => RMC_REGIONS.get(value),
  labourMarketRegion: (value) => LABOUR_MARKET_REGIONS.get(value),
  school: () => undefined,
  targetGroup: () => undefined,
};
