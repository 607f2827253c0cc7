import { IsCivilDate, IsCode, ToNumber, ViewQuery } from '@trajectboek/api';
import { IsIn, IsInt, IsOptional, Matches, Max, Min } from 'class-validator';

const IsRegion = (): PropertyDecorator => Matches(/^[\w .'()/-]{1,80}$/u, { message: 'is geen regio' });
const IsAge = (): PropertyDecorator => (target, key) => {
  [ToNumber(), IsInt({ message: 'is geen geheel getal' }), Min(0, { message: 'is kleiner dan 0' }), Max(120, { message: 'is meer dan 120' })].forEach((rule) => rule(target, key));
};

/** The period of a metric, the youths that it is about (filters as in counts), and whether the answer is for publication. */
export class MetricQuery extends ViewQuery {
  @IsOptional() @IsCivilDate() from?: string;
  @IsOptional() @IsCivilDate() to?: string;
  @IsOptional() @IsIn(['true', 'false'], { message: 'is geen true of false' }) published?: string;
  @IsOptional() @Matches(/^GM\d{4}$/, { message: 'is geen gemeentecode' }) municipality?: string;
  @IsOptional() @IsRegion() rmcRegion?: string;
  @IsOptional() @IsRegion() labourMarketRegion?: string;
  @IsOptional() @Matches(/^urn:nld:oin:\d{20}$/, { message: 'is geen organisatie' }) school?: string;
  @IsOptional() @IsCode() targetGroup?: string;
  @IsOptional() @IsAge() ageFrom?: number;
  @IsOptional() @IsAge() ageTo?: number;
}

const FILTERS = ['definition', 'municipality', 'rmcRegion', 'labourMarketRegion', 'school', 'targetGroup', 'ageFrom', 'ageTo'] as const;

/** The filters of the question in the order of the contract, as they stand in an address. */
export function filtersOf(query: MetricQuery): readonly (readonly [string, string])[] {
  return FILTERS.flatMap((name) => (query[name] === undefined ? [] : [[name, String(query[name])] as const]));
}
