import { IsCode, IsEmployee, IsMunicipality, IsOrganisation, IsRegion, ListQuery } from '@trajectboek/api';
import { IsOptional } from 'class-validator';

/** Query of a work list. */
export class WorkListQuery extends ListQuery {
  @IsOptional() @IsMunicipality() municipality?: string;
  @IsOptional() @IsRegion() rmcRegion?: string;
  @IsOptional() @IsRegion() labourMarketRegion?: string;
  @IsOptional() @IsOrganisation() school?: string;
  /** Why the youth is out of view. */
  @IsOptional() @IsCode() cause?: string;
  @IsOptional() @IsEmployee() guide?: string;
  /** Whose turn it is. */
  @IsOptional() @IsOrganisation() organisation?: string;
}
