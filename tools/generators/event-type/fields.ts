import { quoted, toConstant } from '../names.js';

/** One field of a new type, as the command line says it: `reason?:oneOf(a|b):reden`. */
export interface NewField {
  readonly name: string;
  readonly optional: boolean;
  readonly decorator: string;
  readonly type: string;
  readonly label: string;
  readonly codes: readonly string[];
}

const FORMS: Readonly<Record<string, readonly [decorator: string, type: string]>> = {
  text: ['Text', 'string'], code: ['Code', 'string'], date: ['Day', 'string'], moment: ['DayOrInstant', 'string'], flag: ['Flag', 'boolean'],
  number: ['WholeNumber', 'number'], organisation: ['Organisation', 'string'], person: ['Person', 'string'], municipality: ['MunicipalityCode', 'string'],
  reference: ['Reference', 'string'], codes: ['Codes', 'string[]'], organisations: ['Organisations', 'string[]'], oneOf: ['OneOf', ''],
};
const FIELD = /^([a-z][A-Za-z0-9]*)(\?)?:([A-Za-z]+)(?:\(([a-z0-9|-]+)\))?:(.+)$/;

/** @throws Error that says which field is not understood */
export function parseFields(fields: string): readonly NewField[] {
  return fields.split(',').map((field) => field.trim()).filter(Boolean).map(parseField);
}

function parseField(text: string): NewField {
  const [, name = '', optional, form = '', codes = '', label = ''] = FIELD.exec(text) ?? [];
  const known = FORMS[form];
  if (!known || (form === 'oneOf') !== (codes !== '')) throw new Error(`${text} is not name:form:label; see --help for the forms`);
  const [decorator, type] = known;
  return { name, optional: optional !== undefined, decorator, type, label: label.trim(), codes: codes.split('|').filter(Boolean) };
}

/** The name of the list of codes of a field: `SHELTER_OFFERED_REASON`. */
function listName(typeName: string, { name }: NewField): string {
  return `${toConstant(typeName)}_${toConstant(name)}`;
}

export function codeLists(typeName: string, fields: readonly NewField[]): string {
  const lists = fields.filter(({ codes }) => codes.length > 0);
  return lists.map((field) => `export const ${listName(typeName, field)} = [${field.codes.map(quoted).join(', ')}] as const;\n`).join('');
}

export function fieldLine(typeName: string, field: NewField): string {
  const list = listName(typeName, field);
  const call = field.codes.length > 0 ? `@OneOf(${list})` : `@${field.decorator}()`;
  const type = field.codes.length > 0 ? `(typeof ${list})[number]` : field.type;
  return `  ${field.optional ? '@Optional() ' : ''}${call} ${field.name}${field.optional ? '?' : '!'}: ${type};\n`;
}
