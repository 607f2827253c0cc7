import { fileURLToPath } from 'node:url';
import { FAMILIES, type EventFamily } from '@trajectboek/events';
import { familyPage } from './events/family-page.js';
import { cataloguePage } from './catalogue/catalogue-page.js';
import { eventsIndexPage } from './events/index-page.js';
import { figuresPage } from './figures/figures-page.js';
import { glossaryPage } from './glossary/glossary-page.js';
import { schemePages } from './schemes/scheme-pages.js';

export const DOCS = fileURLToPath(new URL('../../docs/', import.meta.url));

/** Folders of docs/ in which everything is generated. */
export const GENERATED_FOLDERS = ['events', 'schemes'] as const;

/** Every generated page by its path within docs/. */
export function pages(): ReadonlyMap<string, string> {
  const families = Object.keys(FAMILIES) as EventFamily[];
  return new Map([
    ['glossary.md', glossaryPage()],
    ['catalogue.md', cataloguePage()],
    ['figures.md', figuresPage()],
    ['events/README.md', eventsIndexPage(families)],
    ...families.map((family) => [`events/${family}.md`, familyPage(family)] as const),
    ...schemePages(),
  ]);
}
