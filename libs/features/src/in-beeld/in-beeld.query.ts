import { IsCode, ListQuery, ToNumber, ViewQuery } from '@trajectboek/api';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

const ORGANISATION = /^urn:nld:oin:\d{20}$/;
const IsAge = (): PropertyDecorator => (target, key) => {
  [ToNumber(), IsInt({ message: 'is geen geheel getal' }), Min(0, { message: 'is kleiner dan 0' }), Max(120, { message: 'is meer dan 120' })].forEach((rule) => rule(target, key));
};

/** What youths can be found by. */
export class InBeeldQuery extends ListQuery {
  @IsOptional() @IsCode() status?: string;
  @IsOptional() @IsCode() cause?: string;
  @IsOptional() @Matches(/^GM\d{4}$/, { message: 'is geen gemeentecode' }) municipality?: string;
  @IsOptional() @Matches(/^[\w .'()/-]{1,80}$/u, { message: 'is geen regio' }) rmcRegion?: string;
  @IsOptional() @Matches(/^[\w .'()/-]{1,80}$/u, { message: 'is geen regio' }) labourMarketRegion?: string;
  @IsOptional() @Matches(ORGANISATION, { message: 'is geen organisatie' }) school?: string;
  @IsOptional() @Matches(/^person:[A-Za-z0-9._-]{1,100}$/, { message: 'is geen pseudoniem van een medewerker' }) guide?: string;
  @IsOptional() @IsAge() ageFrom?: number;
  @IsOptional() @IsAge() ageTo?: number;
  @IsOptional() @IsCode() targetGroup?: string;
}

/** In the years that a date can have: any other month has no last day that can be asked for. */
const MONTH = /^(?:19|20|21)\d{2}-(?:0[1-9]|1[0-2])$/;
const AXIS = '(?:status|facet|cause|municipality|rmc-region|labour-market-region|school|age-band|target-group)';

export class CountsQuery extends ViewQuery {
  @IsOptional() @Matches(new RegExp(`^${AXIS}(?:,${AXIS})?$`), { message: 'is geen as, of twee assen met een komma ertussen' }) by?: string;
  @IsOptional() @IsIn(['true', 'false'], { message: 'is geen true of false' }) published?: string;
  @IsOptional() @Matches(MONTH, { message: 'is geen maand (JJJJ-MM)' }) from?: string;
  @IsOptional() @Matches(MONTH, { message: 'is geen maand (JJJJ-MM)' }) to?: string;
  @IsOptional() @Matches(/^GM\d{4}$/, { message: 'is geen gemeentecode' }) municipality?: string;
  @IsOptional() @Matches(/^[\w .'()/-]{1,80}$/u, { message: 'is geen regio' }) rmcRegion?: string;
  @IsOptional() @Matches(/^[\w .'()/-]{1,80}$/u, { message: 'is geen regio' }) labourMarketRegion?: string;
  @IsOptional() @Matches(ORGANISATION, { message: 'is geen organisatie' }) school?: string;
}
