import { epilogue, insert, textOf, type Epilogue, type Files } from '../files.js';
import { checkPascal, quoted, toKebab } from '../names.js';
import { writeTemplates } from '../templates.js';
import { codeLists, fieldLine, parseFields, type NewField } from './fields.js';

export interface EventTypeOptions {
  /** PascalCase, noun first, past tense. */
  readonly name: string;
  readonly family: string;
  readonly label: string;
  readonly meaning: string;
  readonly kind?: string;
  readonly that?: string;
  readonly what?: string;
  readonly dataClass?: string;
  /** As the schema of the generator describes them. */
  readonly fields?: string;
}

const EVENTS = 'libs/events/src';
const LABELS = `${EVENTS}/labels/field-labels.ts`;
const TEMPLATES = new URL('./templates/', import.meta.url);
const DEFAULTS = { kind: 'observation', that: 'involved', what: 'involved', dataClass: 'path' };

/** Writes the class of a new event type and gives it its place in the language. */
export function generateEventType(files: Files, options: EventTypeOptions): Epilogue {
  const { family, label, fields: text = '', ...rest } = options;
  const name = checkPascal(options.name);
  const kebab = toKebab(name);
  const fields = parseFields(text);
  const lists = codeLists(name, fields);
  writeTemplates(files, { from: TEMPLATES, to: `${EVENTS}/${family}` }, {
    ...DEFAULTS, ...rest, kebab, label: quoted(label), imports: importsOf(fields), lists: lists && `\n${lists}`, body: bodyOf(name, fields),
  });
  const index = `${EVENTS}/${family}/index.ts`;
  files.write(index, `${textOf(files, index)}export * from './${kebab}.js';\n`);
  addToLanguage(files, family, name);
  fields.forEach((field) => addLabel(files, name, field));
  return whatIsLeft(options, fields);
}

function importsOf(fields: readonly NewField[]): string {
  const decorators = new Set(fields.flatMap(({ decorator, optional }) => (optional ? [decorator, 'Optional'] : [decorator])));
  return decorators.size === 0 ? '' : `import { ${[...decorators].sort().join(', ')} } from '../language/fields.js';\n`;
}

function bodyOf(name: string, fields: readonly NewField[]): string {
  return fields.length === 0 ? '{}' : `{\n${fields.map((field) => fieldLine(name, field)).join('')}}`;
}

/** The last line of the family in language.ts. */
function addToLanguage(files: Files, family: string, name: string): void {
  const path = `${EVENTS}/language.ts`;
  const text = textOf(files, path);
  const start = text.indexOf(`\n  ${family}: {\n`);
  const end = text.indexOf('\n  },', start);
  if (start < 0 || end < 0) throw new Error(`${path} has no family ${family}`);
  files.write(path, `${text.slice(0, end)}\n    ${name}: ${family}.${name},${text.slice(end)}`);
}

/** A field whose name has another label already gets one of its own. */
function addLabel(files: Files, type: string, { name, label }: NewField): void {
  const known = new RegExp(`^  ${name}: (?:'(.*)'|"(.*)"),$`, 'm').exec(textOf(files, LABELS));
  if ((known?.[1] ?? known?.[2]) === label) return;
  const key = known ? `'${type}.${name}'` : name;
  insert(files, LABELS, { before: '\n};\n', text: `\n  ${key}: ${quoted(label)},` });
}

function whatIsLeft({ family, kind }: EventTypeOptions, fields: readonly NewField[]): Epilogue {
  const codes = fields.flatMap((field) => field.codes);
  return epilogue(
    ...(codes.length > 0 ? [`labels of codes that are new, in ${EVENTS}/labels/codes/${family}.ts: ${codes.join(', ')}`] : []),
    ...(kind === 'process' ? ['the rule that guards it, in libs/trajectory, with its spec'] : []),
    'what it changes: facets and causes in libs/situation, clocks in libs/schemes/data/schemes.yaml',
    'npm run docs (its page and its row in the glossary), npm test',
  );
}
