import { IsCivilDate } from '@trajectboek/api';
import { isBsn, isEducationNumber } from '@trajectboek/privacy';
import { Type } from 'class-transformer';
import { IsObject, Matches, MaxLength, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';

const IsBsn = (): PropertyDecorator =>
  ValidateBy({ name: 'isBsn', validator: { validate: (value) => typeof value === 'string' && isBsn(value) } }, { message: 'is geen burgerservicenummer (9 cijfers, elfproef)' });
const IsOnderwijsnummer = (): PropertyDecorator =>
  ValidateBy({ name: 'isEducationNumber', validator: { validate: (value) => typeof value === 'string' && isEducationNumber(value) } }, { message: 'is geen onderwijsnummer (9 cijfers, begint met 10)' });
/** A name has a letter: what is blank for one person is blank for all, and would make them one. */
const IsName = (): PropertyDecorator => (target, key) => {
  [Matches(/\p{L}/u, { message: 'is geen naam met een letter' }), MaxLength(200, { message: 'is te lang' })].forEach((rule) => rule(target, key));
};
/** May be left out; null is not the same as absent and is refused. */
const Optional = (): PropertyDecorator => ValidateIf((_, value) => value !== undefined);
const Nested = (): PropertyDecorator => (target, key) => {
  [IsObject({ message: 'is geen object' }), ValidateNested({ message: 'is geen object' })].forEach((rule) => rule(target, key));
};

export class NameRequest {
  @IsName() given!: string;
  @IsName() family!: string;
}

/** Who it is: a BSN, an education number, or a name with a birth date. Only ever in a body, never in an address. */
export class IdentityRequest {
  @Optional() @IsBsn() bsn?: string;
  @Optional() @IsOnderwijsnummer() educationNumber?: string;
  @Optional() @Nested() @Type(() => NameRequest) name?: NameRequest;
  @Optional() @IsCivilDate() birthDate?: string;
}

export class OpenTrajectoryRequest {
  @Nested() @Type(() => IdentityRequest) identity!: IdentityRequest;
  @Matches(/^GM\d{4}$/, { message: 'is geen gemeentecode (GM gevolgd door vier cijfers)' }) municipality!: string;
}
