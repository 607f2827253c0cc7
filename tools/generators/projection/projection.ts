import { epilogue, insert, type Epilogue, type Files } from '../files.js';
import { checkKebab, quoted, toCamel, toConstant } from '../names.js';
import { writeTemplates } from '../templates.js';

export interface ProjectionOptions {
  /** kebab-case, plural: what it answers. */
  readonly name: string;
  /** English, with its question mark. */
  readonly question: string;
  /** With commas between them. */
  readonly tags?: string;
}

const TEMPLATES = new URL('./templates/', import.meta.url);
const MAP = 'docs/README.md';
const END_OF_PROJECTIONS = '\n\n<!-- end of projections -->';

/** Makes the project of a new question: a fold that says open or closed, to be replaced by the answer. */
export function generateProjection(files: Files, { name: given, question, tags: text = 'state' }: ProjectionOptions): Epilogue {
  const name = checkKebab(given);
  const folder = `projections/${name}`;
  const tags = text.split(',').map((tag) => tag.trim()).filter(Boolean);
  writeTemplates(files, { from: TEMPLATES, to: folder }, {
    name, question, camel: toCamel(name), constant: toConstant(name), firstTag: tags[0] ?? 'state',
    tags: tags.map(quoted).join(', '), tagNames: tags.map((tag) => `\`${tag}\``).join(', '),
  });
  insert(files, MAP, { before: END_OF_PROJECTIONS, text: `\n| [${folder}](../${folder}/README.md) | ${question} |` });
  return epilogue(
    'npm install (links the new package)',
    `the answer itself, in ${folder}/src/${name}-rows.ts, and its spec`,
    `${folder}/README.md: who reads it, which events, personal fields, retention`,
    'a line in apps/trajectboek/src/server/projector/subscriptions.ts, so that it is kept up to date',
  );
}
