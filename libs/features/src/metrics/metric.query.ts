import { IsAge, IsCivilDate, IsCode, IsCursor, IsLimit, IsMunicipality, IsOrganisation, IsTrueOrFalse, ViewQuery } from '@trajectboek/api';
import { PARTS, type Part } from '@trajectboek/continuity-view';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { IsRegionOf } from '../youths/region-name.js';

/** The period of a metric, and the youths that it is about: filters as in counts. */
export class MeasuredQuery extends ViewQuery {
  @IsOptional() @IsCivilDate() from?: string;
  @IsOptional() @IsCivilDate() to?: string;
  @IsOptional() @IsMunicipality() municipality?: string;
  @IsOptional() @IsRegionOf('rmcRegion') rmcRegion?: string;
  @IsOptional() @IsRegionOf('labourMarketRegion') labourMarketRegion?: string;
  @IsOptional() @IsOrganisation() school?: string;
  @IsOptional() @IsCode() targetGroup?: string;
  @IsOptional() @IsAge() ageFrom?: number;
  @IsOptional() @IsAge() ageTo?: number;
}

/** A metric, and whether the answer is for publication. */
export class MetricQuery extends MeasuredQuery {
  @IsOptional() @IsTrueOrFalse() published?: string;
}

/** The youths behind a metric, behind one figure of it, or behind one part of that. Never for publication. */
export class MetricYouthsQuery extends MeasuredQuery {
  @IsOptional() @Matches(/^(?:[\w-]+(?:\.[\w-]+)*)?$/, { message: 'is geen plaats van een cijfer in het antwoord, zoals byChannel.phone.reached' }) figure?: string;
  @IsOptional() @IsIn(Object.keys(PARTS), { message: `is geen van ${Object.keys(PARTS).join(', ')}` }) part?: Part;
  @IsOptional() @IsLimit() limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}

export const FILTERS = ['definition', 'municipality', 'rmcRegion', 'labourMarketRegion', 'school', 'targetGroup', 'ageFrom', 'ageTo'] as const;

/** The filters of the question in the order of the contract, as they stand in an address. */
export function filtersOf(query: MeasuredQuery): readonly (readonly [string, string])[] {
  return FILTERS.flatMap((name) => (query[name] === undefined ? [] : [[name, String(query[name])] as const]));
}
