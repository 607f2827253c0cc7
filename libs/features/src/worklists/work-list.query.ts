import { IsEmployee, IsMunicipality, IsOrganisation, ListQuery } from '@trajectboek/api';
import { CAUSES } from '@trajectboek/situation';
import { IsIn, IsOptional } from 'class-validator';
import { IsRegionOf } from '../youths/region-name.js';

/** Query of a work list. */
export class WorkListQuery extends ListQuery {
  @IsOptional() @IsMunicipality() municipality?: string;
  @IsOptional() @IsRegionOf('rmcRegion') rmcRegion?: string;
  @IsOptional() @IsRegionOf('labourMarketRegion') labourMarketRegion?: string;
  @IsOptional() @IsOrganisation() school?: string;
  /** Why the youth is out of view. */
  @IsOptional() @IsIn(CAUSES, { message: 'is geen oorzaak' }) cause?: string;
  @IsOptional() @IsEmployee() guide?: string;
  /** Whose turn it is. */
  @IsOptional() @IsOrganisation() organisation?: string;
}
