import {
  ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsObject, Matches, Max, MaxLength, Min, MinLength, ValidateBy, ValidateIf,
} from 'class-validator';
import { isCivilDate, isMoment } from '../time/civil-date.js';
import { CODE_LISTS } from './code-lists.js';
import type { DataClass } from './event-type.js';

/** JSON Schema (2020-12) of one field; kept beside the validator so that the two are one fact. */
export type FieldSchema = Readonly<Record<string, unknown>>;

export interface FieldDescription {
  readonly name: string;
  readonly schema: FieldSchema;
  readonly required: boolean;
  readonly dataClass?: DataClass;
}

type Draft = { -readonly [K in keyof FieldDescription]: FieldDescription[K] };

const FIELDS = new WeakMap<object, Map<string, Draft>>();
const LONGEST_TEXT = 200;
const LONGEST_LIST = 100;
const CODE = /^[a-z0-9]+(?:[-.:@][a-z0-9]+)*$/i;
const ORGANISATION = /^urn:nld:oin:\d{20}$/;
const PERSON = /^person:[A-Za-z0-9._-]{1,100}$/;
const MUNICIPALITY = /^GM\d{4}$/;

function draft(target: object, name: string): Draft {
  const fields = FIELDS.get(target) ?? new Map<string, Draft>();
  FIELDS.set(target, fields);
  const existing = fields.get(name) ?? { name, schema: {}, required: true };
  fields.set(name, existing);
  return existing;
}

function field(schema: FieldSchema, ...validators: PropertyDecorator[]): PropertyDecorator {
  return (target, key) => {
    Object.assign(draft(target, String(key)), { schema });
    validators.forEach((validator) => validator(target, key));
  };
}

/** The fields of an event class, those of its base class first. */
export function describeFields(eventClass: new () => object): readonly FieldDescription[] {
  const chain: object[] = [];
  for (let proto: object | null = eventClass.prototype as object; proto && proto !== Object.prototype; proto = Object.getPrototypeOf(proto) as object | null) chain.unshift(proto);
  return chain.flatMap((proto) => [...(FIELDS.get(proto)?.values() ?? [])]);
}

/** May be left out; null is not the same as absent and is refused. */
export function Optional(): PropertyDecorator {
  return (target, key) => {
    draft(target, String(key)).required = false;
    ValidateIf((_, value) => value !== undefined)(target, key);
  };
}

/** The field holds data of another class than the rest of its event, and is sealed with that class's key. */
export function InClass(dataClass: DataClass): PropertyDecorator {
  return (target, key) => {
    Object.assign(draft(target, String(key)), { dataClass });
  };
}

const day = (name: string): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: isCivilDate, defaultMessage: () => 'is geen bestaande datum (JJJJ-MM-DD)' } });
const moment = (name: string): PropertyDecorator =>
  ValidateBy({ name, validator: { validate: isMoment, defaultMessage: () => 'is geen bestaande datum of tijdstip met tijdzone' } });

export const Text = (): PropertyDecorator =>
  field({ type: 'string', minLength: 1, maxLength: LONGEST_TEXT }, MinLength(1, { message: 'is leeg' }), MaxLength(LONGEST_TEXT, { message: 'is geen tekst van hooguit 200 tekens' }));
export const Code = (): PropertyDecorator =>
  field({ type: 'string', pattern: CODE.source, maxLength: LONGEST_TEXT }, Matches(CODE, { message: 'is geen code' }), MaxLength(LONGEST_TEXT, { message: 'is te lang' }));
export const MunicipalityCode = (): PropertyDecorator =>
  field({ type: 'string', pattern: MUNICIPALITY.source }, Matches(MUNICIPALITY, { message: 'is geen gemeentecode (GM gevolgd door vier cijfers)' }));
export const Organisation = (): PropertyDecorator =>
  field({ type: 'string', pattern: ORGANISATION.source }, Matches(ORGANISATION, { message: 'is geen organisatie (urn:nld:oin: gevolgd door 20 cijfers)' }));
export const Person = (): PropertyDecorator =>
  field({ type: 'string', pattern: PERSON.source }, Matches(PERSON, { message: 'is geen pseudoniem van een medewerker (person:…)' }));
/** A code of one of the small lists of the language; another code is refused (codes.yaml). */
export const CodeFrom = (list: keyof typeof CODE_LISTS): PropertyDecorator => OneOf(Object.keys(CODE_LISTS[list]));
export const Reference = Text;
export const Day = (): PropertyDecorator => field({ type: 'string', format: 'date' }, day('isCivilDate'));
export const DayOrInstant = (): PropertyDecorator =>
  field({ type: 'string', anyOf: [{ format: 'date' }, { format: 'date-time' }] }, moment('isMoment'));
export const Flag = (): PropertyDecorator => field({ type: 'boolean' }, IsBoolean({ message: 'is geen true of false' }));
export const WholeNumber = (): PropertyDecorator =>
  field({ type: 'integer', minimum: 0, maximum: 100_000 }, IsInt({ message: 'is geen geheel getal' }), Min(0, { message: 'is kleiner dan 0' }), Max(100_000, { message: 'is te groot' }));
export const OneOf = (values: readonly string[]): PropertyDecorator =>
  field({ type: 'string', enum: values }, IsIn(values, { message: 'is niet een van de toegestane waarden' }));
/** The data of another event type; which one is known only when the ledger has found the corrected event. */
export const DataOfAnotherType = (): PropertyDecorator => field({ type: 'object' }, IsObject({ message: 'is geen object' }));

const list = (items: FieldSchema, ...validators: PropertyDecorator[]): PropertyDecorator =>
  field({ type: 'array', items, maxItems: LONGEST_LIST }, IsArray({ message: 'is geen lijst' }), ArrayMaxSize(LONGEST_LIST, { message: 'is te lang' }), ...validators);

export const ListOf = (values: readonly string[]): PropertyDecorator =>
  list({ type: 'string', enum: values }, IsIn(values, { each: true, message: 'bevat een waarde die niet is toegestaan' }));
export const Codes = (): PropertyDecorator =>
  list({ type: 'string', pattern: CODE.source }, Matches(CODE, { each: true, message: 'bevat iets dat geen code is' }));
export const CodesFrom = (list: keyof typeof CODE_LISTS): PropertyDecorator => ListOf(Object.keys(CODE_LISTS[list]));
export const Organisations = (): PropertyDecorator =>
  list({ type: 'string', pattern: ORGANISATION.source }, Matches(ORGANISATION, { each: true, message: 'bevat iets dat geen organisatie is' }));

