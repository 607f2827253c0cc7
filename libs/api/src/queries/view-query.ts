import { Transform } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Matches, Max, Min, ValidateBy, type ValidationOptions } from 'class-validator';
import { isCivilDate, isMoment } from '@trajectboek/events';

const DATE_TEXT: ValidationOptions = { message: 'is geen bestaande datum (JJJJ-MM-DD)' };
const MOMENT_TEXT: ValidationOptions = { message: 'is geen bestaande datum of tijdstip met tijdzone' };
const CODE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

export const IsCivilDate = (): PropertyDecorator => ValidateBy({ name: 'isCivilDate', validator: { validate: isCivilDate } }, DATE_TEXT);
export const IsMomentText = (): PropertyDecorator => ValidateBy({ name: 'isMoment', validator: { validate: isMoment } }, MOMENT_TEXT);
export const IsCode = (): PropertyDecorator => Matches(CODE, { message: 'is geen code in kleine letters met streepjes' });
export const ToNumber = (): PropertyDecorator => Transform(({ value }: { value: unknown }) => (value === undefined ? undefined : Number(value)));
export const IsMunicipality = (): PropertyDecorator => Matches(/^GM\d{4}$/, { message: 'is geen gemeentecode' });
/** Number or name of an RMC region or a labour-market region. */
export const IsRegion = (): PropertyDecorator => Matches(/^[\w .'()/-]{1,80}$/u, { message: 'is geen regio' });
export const IsOrganisation = (): PropertyDecorator => Matches(/^urn:nld:oin:\d{20}$/, { message: 'is geen organisatie' });
export const IsEmployee = (): PropertyDecorator => Matches(/^person:[A-Za-z0-9._-]{1,100}$/, { message: 'is geen pseudoniem van een medewerker' });
export const IsTrueOrFalse = (): PropertyDecorator => IsIn(['true', 'false'], { message: 'is geen true of false' });
/** Whole years. */
export const IsAge = (): PropertyDecorator => (target, key) => {
  [ToNumber(), IsInt({ message: 'is geen geheel getal' }), Min(0, { message: 'is kleiner dan 0' }), Max(120, { message: 'is meer dan 120' })].forEach((rule) => rule(target, key));
};

/** How many items a page has at most. */
export const IsLimit = (): PropertyDecorator => (target, key) => {
  [ToNumber(), IsInt({ message: 'is geen geheel getal' }), Min(1, { message: 'is kleiner dan 1' }), Max(500, { message: 'is meer dan 500' })].forEach((rule) => rule(target, key));
};
export const IsCursor = (): PropertyDecorator => Matches(/^[\w.~=-]{1,500}$/, { message: 'is geen cursor die wij hebben gegeven' });

/** What every view takes: the date in the world, the moment of knowledge, and how far the view must have come. */
export class ViewQuery {
  @IsOptional() @IsCivilDate() asOf?: string;
  @IsOptional() @IsMomentText() knownAt?: string;
  @IsOptional() @IsCode() definition?: string;
  @IsOptional() @ToNumber() @IsInt({ message: 'is geen geheel getal' }) @Min(0, { message: 'is kleiner dan 0' }) minPosition?: number;
}

/** What every list takes besides. */
export class ListQuery extends ViewQuery {
  @IsOptional() @IsLimit() limit?: number;
  @IsOptional() @IsCursor() cursor?: string;
}
