import { epilogue, insert, textOf, type Epilogue, type Files } from '../files.js';
import { checkKebab, quoted, toPascal } from '../names.js';
import { writeTemplates } from '../templates.js';

export interface UseCaseOptions {
  /** kebab-case, imperative. */
  readonly name: string;
  readonly kind?: 'query' | 'command';
  /** Without a slash before or behind. */
  readonly path: string;
  readonly scope: string;
  /** Dutch sentence: what the route does. */
  readonly summary: string;
}

const FEATURES = 'libs/features/src';
const MODULE = `${FEATURES}/features.module.ts`;
const SCOPES = 'libs/access/src/scopes.ts';
const PATH = /^v1(?:\/:?[a-z][A-Za-z0-9]*(?:-[a-z0-9]+)*)+$/;

/** Writes request, handler, route and spec of a use case, and wires it in the features module. */
export function generateUseCase(files: Files, { name: given, kind = 'query', path, scope, summary }: UseCaseOptions): Epilogue {
  const name = checkKebab(given);
  if (!PATH.test(path)) throw new Error(`${path} is not a path such as v1/guides`);
  if (!textOf(files, SCOPES).includes(`'${scope}':`)) throw new Error(`${scope} is not a scope of ${SCOPES}: add it there first, with its Dutch sentence`);
  const from = new URL(`./templates/${kind}/`, import.meta.url);
  writeTemplates(files, { from, to: `${FEATURES}/${name}` }, { name, pascal: toPascal(name), path, scope, summary: quoted(summary) });
  wire(files, name, kind === 'command' ? 'WRITE' : 'READ');
  return epilogue(
    `what it does, in ${FEATURES}/${name}/${name}.handler.ts`,
    'which roles may: libs/access/src/roles.ts',
    'an end-to-end spec in apps/trajectboek',
  );
}

function wire(files: Files, name: string, side: 'READ' | 'WRITE'): void {
  const [controller, handler] = [`${toPascal(name)}Controller`, `${toPascal(name)}Handler`];
  const imports = `import { ${controller} } from './${name}/${name}.controller.js';\nimport { ${handler} } from './${name}/${name}.handler.js';\n`;
  insert(files, MODULE, { before: '\n/** What every service does', text: imports });
  addToList(files, `${side}_CONTROLLERS`, controller);
  addToList(files, `${side}_PROVIDERS`, handler);
}

/** At the end of a list that stands on one line or on several. */
function addToList(files: Files, list: string, item: string): void {
  const text = textOf(files, MODULE);
  const start = text.indexOf(`const ${list} = [`);
  const end = text.indexOf('];', start);
  if (start < 0 || end < 0) throw new Error(`${MODULE} has no list ${list}`);
  const body = text.slice(start, end);
  files.write(MODULE, `${text.slice(0, start)}${body.endsWith('\n') ? `${body}  ${item},\n` : `${body}, ${item}`}${text.slice(end)}`);
}
