import { IsCode, ListQuery } from '@trajectboek/api';
import { IsOptional, Matches } from 'class-validator';

const ORGANISATION = /^urn:nld:oin:\d{20}$/;

/** Query of a work list. */
export class WorkListQuery extends ListQuery {
  @IsOptional() @Matches(/^GM\d{4}$/, { message: 'is geen gemeentecode' }) municipality?: string;
  @IsOptional() @Matches(/^[\w .'()/-]{1,80}$/u, { message: 'is geen regio' }) rmcRegion?: string;
  @IsOptional() @Matches(/^[\w .'()/-]{1,80}$/u, { message: 'is geen regio' }) labourMarketRegion?: string;
  @IsOptional() @Matches(ORGANISATION, { message: 'is geen organisatie' }) school?: string;
  /** Why the youth is out of view. */
  @IsOptional() @IsCode() cause?: string;
  @IsOptional() @Matches(/^person:[A-Za-z0-9._-]{1,100}$/, { message: 'is geen pseudoniem van een medewerker' }) guide?: string;
  /** Whose turn it is. */
  @IsOptional() @Matches(ORGANISATION, { message: 'is geen organisatie' }) organisation?: string;
}
