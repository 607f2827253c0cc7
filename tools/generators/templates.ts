import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { create, type Files } from './files.js';

export type Values = Readonly<Record<string, string>>;

const SUFFIX = '.template';

/**
 * Writes every template of a folder to its place: `{{name}}` in a text and `__name__` in a file name become the value.
 * @throws Error for a word without a value, or where there is a file already
 */
export function writeTemplates(files: Files, { from, to }: { readonly from: URL; readonly to: string }, values: Values): void {
  const templates = readdirSync(from, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith(SUFFIX)).sort();
  for (const template of templates) {
    const target = path.posix.join(to, template.slice(0, -SUFFIX.length).replaceAll(path.sep, '/'));
    create(files, filled(target, /__(\w+?)__/g, values), filled(readFileSync(new URL(template, from), 'utf8'), /\{\{(\w+)\}\}/g, values));
  }
}

function filled(text: string, word: RegExp, values: Values): string {
  return text.replaceAll(word, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`a template asks for ${name}`);
    return value;
  });
}
