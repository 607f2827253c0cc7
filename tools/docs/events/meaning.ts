import { readFileSync } from 'node:fs';
import type { EventTypeDescription } from '@trajectboek/events';

const SOURCES = new URL('../../../libs/events/src/', import.meta.url);
const DOCSTRING = /\/\*\*\s*((?:(?!\*\/)[\s\S])*?)\s*\*\/\s*@EventType\(/;

/** Where the class of a type stands, relative to the root of the repository. */
export function sourcePathOf({ family, name }: Pick<EventTypeDescription, 'family' | 'name'>): string {
  return `libs/events/src/${family}/${name.replace(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase()}.ts`;
}

/** What a type means: the comment above its class. @throws Error where there is none */
export function meaningOf(type: Pick<EventTypeDescription, 'family' | 'name'>): string {
  const source = readFileSync(new URL(sourcePathOf(type).replace('libs/events/src/', ''), SOURCES), 'utf8');
  const comment = DOCSTRING.exec(source)?.[1];
  if (!comment) throw new Error(`${sourcePathOf(type)} does not say what it means`);
  return comment.replace(/\s*\n\s*\*\s?/g, ' ').trim();
}
