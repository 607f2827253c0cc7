import { IsAge, IsCivilDate, IsCode, IsMunicipality, IsOrganisation, IsRegion, IsTrueOrFalse, ViewQuery } from '@trajectboek/api';
import { IsOptional } from 'class-validator';

/** The period of a metric, the youths that it is about (filters as in counts), and whether the answer is for publication. */
export class MetricQuery extends ViewQuery {
  @IsOptional() @IsCivilDate() from?: string;
  @IsOptional() @IsCivilDate() to?: string;
  @IsOptional() @IsTrueOrFalse() published?: string;
  @IsOptional() @IsMunicipality() municipality?: string;
  @IsOptional() @IsRegion() rmcRegion?: string;
  @IsOptional() @IsRegion() labourMarketRegion?: string;
  @IsOptional() @IsOrganisation() school?: string;
  @IsOptional() @IsCode() targetGroup?: string;
  @IsOptional() @IsAge() ageFrom?: number;
  @IsOptional() @IsAge() ageTo?: number;
}

const FILTERS = ['definition', 'municipality', 'rmcRegion', 'labourMarketRegion', 'school', 'targetGroup', 'ageFrom', 'ageTo'] as const;

/** The filters of the question in the order of the contract, as they stand in an address. */
export function filtersOf(query: MetricQuery): readonly (readonly [string, string])[] {
  return FILTERS.flatMap((name) => (query[name] === undefined ? [] : [[name, String(query[name])] as const]));
}
