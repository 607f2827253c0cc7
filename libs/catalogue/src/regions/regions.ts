import { once } from '../data-file.js';
import { labourMarketRegionsOf2015, rmcRegionsOf2015, rmcRegionsOf2023, type Placed, type Region } from './tables.js';

export interface Regions {
  /** RMC region (Doorstroompunt); null for a code that is in no list. */
  readonly rmcRegion: Region | null;
  /** Labour-market region (arbeidsmarktregio); it does not coincide with the RMC region. */
  readonly labourMarketRegion: Region | null;
}

export interface Municipality {
  readonly code: string;
  readonly name: string;
}

/** From this day on the RMC regions have their present layout (Stcrt. 2020, 20218). */
const PRESENT_RMC_LAYOUT = '2020-01-01';
const LATER_THAN_ALL_LAYOUTS = '9999-12-31';

type Finder = (municipality: string) => Region | undefined;

const findRmc2023 = once(() => finderOf(rmcRegionsOf2023(), rmcRegionsOf2015()));
const findRmc2015 = once(() => finderOf(rmcRegionsOf2015(), rmcRegionsOf2015()));
const findLabourMarket = once(() => finderOf(labourMarketRegionsOf2015(), labourMarketRegionsOf2015()));

/**
 * The regions of a municipality (`GM0153`), also of one that has merged since 2015.
 * @param date civil date whose layout counts; without it the present one. Of the labour-market regions only the list of
 *   2015 is known, so it holds for every date.
 */
export function regionsOf(municipality: string, date: string = LATER_THAN_ALL_LAYOUTS): Regions {
  const findRmc = date < PRESENT_RMC_LAYOUT ? findRmc2015() : findRmc2023();
  return { rmcRegion: findRmc(municipality) ?? null, labourMarketRegion: findLabourMarket()(municipality) ?? null };
}

/** The name of a municipality of 2023 or 2015; undefined for another code. */
export function findMunicipality(code: string): Municipality | undefined {
  return municipalitiesByCode().get(code);
}

/** The municipalities of 2023, in the order of their codes. */
export function municipalities(): readonly Municipality[] {
  return rmcRegionsOf2023().map(({ municipality, municipalityName }) => ({ code: municipality, name: municipalityName }));
}

/** Every municipality that a list knows: those of 2023, and those that merged into them since 2015. */
export function knownMunicipalities(): readonly Municipality[] {
  return [...municipalitiesByCode().values()];
}

/** The number of a region that is called by its name, in any layout and any case; undefined when no list has that name. */
export function regionNumber(kind: keyof Regions, name: string): string | undefined {
  return numbersByName()[kind].get(name.toLowerCase());
}

const numbersByName = once((): Readonly<Record<keyof Regions, ReadonlyMap<string, string>>> => ({
  rmcRegion: numbersIn([...rmcRegionsOf2015(), ...rmcRegionsOf2023()]),
  labourMarketRegion: numbersIn(labourMarketRegionsOf2015()),
}));

function numbersIn(list: readonly Placed[]): ReadonlyMap<string, string> {
  return new Map(list.map(({ region: { code, name } }) => [name.toLowerCase(), code]));
}

const municipalitiesByCode = once(() => new Map([...rmcRegionsOf2015(), ...rmcRegionsOf2023()].map(
  ({ municipality, municipalityName }) => [municipality, { code: municipality, name: municipalityName }])));

/** By the code itself; else through the municipality that it went into; else by where most of its forerunners were. */
function finderOf(list: readonly Placed[], mergers: readonly Placed[]): Finder {
  const byCode = new Map(list.map(({ municipality, region }) => [municipality, region]));
  const bySuccessor = Map.groupBy(list, ({ successor }) => successor);
  const successors = new Map(mergers.map(({ municipality, successor }) => [municipality, successor]));
  return (municipality) => {
    const successor = successors.get(municipality) ?? municipality;
    return byCode.get(municipality) ?? byCode.get(successor) ?? mostFrequent(bySuccessor.get(successor) ?? []);
  };
}

/** A municipality whose forerunners were in several regions: the region of most of them, at a tie the first of the list. */
function mostFrequent(placed: readonly Placed[]): Region | undefined {
  const groups = [...Map.groupBy(placed, ({ region }) => region.code).values()];
  return groups.toSorted((a, b) => b.length - a.length)[0]?.[0]?.region;
}
