import type { Place } from './reference-data.js';

/** What kind of organisation it is: two digits of an invented number in the test range 00000099. */
const KINDS = {
  vo: 11, pro: 12, vso: 13, mbo: 14, municipality: 20, rmc: 21, uwv: 30, provider: 40, care: 50, employer: 60, register: 70,
} as const;

export type OrganisationKind = keyof typeof KINDS;

const TEST_RANGE = 'urn:nld:oin:00000099';

function urn(kind: OrganisationKind, place: number, number: number): string {
  return `${TEST_RANGE}${KINDS[kind]}${String(place).padStart(5, '0')}${String(number).padStart(5, '0')}`;
}

/** The organisations around a youth; all invented. Schools for vo, pro and vso stand in the municipality, an mbo serves the RMC region. */
export interface Surroundings {
  readonly vo: string;
  readonly pro: string;
  readonly vso: string;
  readonly mbo: string;
  readonly municipality: string;
  readonly rmc: string;
  readonly uwv: string;
  readonly provider: string;
  readonly care: string;
  readonly register: string;
}

export function surroundingsOf({ municipality, rmcRegion }: Place): Surroundings {
  const town = Number(municipality.slice('GM'.length));
  const region = 90_000 + Number(rmcRegion);
  return {
    vo: urn('vo', town, 1), pro: urn('pro', town, 1), vso: urn('vso', town, 1), mbo: urn('mbo', region, 1),
    municipality: urn('municipality', town, 1), rmc: urn('rmc', region, 1), uwv: urn('uwv', 0, 1),
    provider: urn('provider', region, 1), care: urn('care', region, 1), register: urn('register', 0, 1),
  };
}

/** One of the employers of a municipality. */
export function employerOf({ municipality }: Place, number: number): string {
  return urn('employer', Number(municipality.slice('GM'.length)), number);
}
