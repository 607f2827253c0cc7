import { IsAge, IsCode, IsEmployee, IsMunicipality, IsOrganisation, IsRegion, IsTrueOrFalse, ListQuery, ViewQuery } from '@trajectboek/api';
import { IsOptional, Matches } from 'class-validator';

/** What youths can be found by. */
export class InBeeldQuery extends ListQuery {
  @IsOptional() @IsCode() status?: string;
  @IsOptional() @IsCode() cause?: string;
  @IsOptional() @IsMunicipality() municipality?: string;
  @IsOptional() @IsRegion() rmcRegion?: string;
  @IsOptional() @IsRegion() labourMarketRegion?: string;
  @IsOptional() @IsOrganisation() school?: string;
  @IsOptional() @IsEmployee() guide?: string;
  @IsOptional() @IsAge() ageFrom?: number;
  @IsOptional() @IsAge() ageTo?: number;
  @IsOptional() @IsCode() targetGroup?: string;
}

/** In the years that a date can have: any other month has no last day that can be asked for. */
const MONTH = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/;
const AXIS = '(?:status|facet|cause|municipality|rmc-region|labour-market-region|school|age-band|target-group)';

export class CountsQuery extends ViewQuery {
  @IsOptional() @Matches(new RegExp(`^${AXIS}(?:,${AXIS})?$`), { message: 'is geen as, of twee assen met een komma ertussen' }) by?: string;
  @IsOptional() @IsTrueOrFalse() published?: string;
  @IsOptional() @Matches(MONTH, { message: 'is geen maand (JJJJ-MM)' }) from?: string;
  @IsOptional() @Matches(MONTH, { message: 'is geen maand (JJJJ-MM)' }) to?: string;
  @IsOptional() @IsMunicipality() municipality?: string;
  @IsOptional() @IsRegion() rmcRegion?: string;
  @IsOptional() @IsRegion() labourMarketRegion?: string;
  @IsOptional() @IsOrganisation() school?: string;
}
