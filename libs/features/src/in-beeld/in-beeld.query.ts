import { IsAge, IsCode, IsEmployee, IsMunicipality, IsOrganisation, IsTrueOrFalse, ListQuery, ViewQuery } from '@trajectboek/api';
import { CAUSES, STATUSES } from '@trajectboek/situation';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { IsRegionOf } from '../youths/region-name.js';

/** What youths can be found by. */
export class InBeeldQuery extends ListQuery {
  @IsOptional() @IsIn(STATUSES, { message: 'is geen status' }) status?: string;
  @IsOptional() @IsIn(CAUSES, { message: 'is geen oorzaak' }) cause?: string;
  @IsOptional() @IsMunicipality() municipality?: string;
  @IsOptional() @IsRegionOf('rmcRegion') rmcRegion?: string;
  @IsOptional() @IsRegionOf('labourMarketRegion') labourMarketRegion?: string;
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
  @IsOptional() @IsRegionOf('rmcRegion') rmcRegion?: string;
  @IsOptional() @IsRegionOf('labourMarketRegion') labourMarketRegion?: string;
  @IsOptional() @IsOrganisation() school?: string;
}
