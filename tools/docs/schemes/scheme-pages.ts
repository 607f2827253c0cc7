import { loadRuleBook } from '@trajectboek/catalogue';
import { GENERATED, page, table } from '../markdown.js';
import { clockSection } from './clock-section.js';
import { definitionsPage, responsibilityPage, settingsPage } from './rule-pages.js';
import { isItem, itemsOf, textOf, type Item } from './items.js';

const GROUP_TITLES: Readonly<Record<string, string>> = {
  age: 'Leeftijd', school: 'School en verzuim', admission: 'Toelating', bsa: 'Bindend studieadvies', transition: 'Overgang', handover: 'Overdracht',
  benefit: 'Uitkering en zoekperiode', work: 'Werk', aftercare: 'Nazorg', privacy: 'Privacy en rechten',
};

/** The rules as people read them: a page for each group of clocks, and for responsibility, definitions and settings. */
export function schemePages(): ReadonlyMap<string, string> {
  const book = loadRuleBook();
  const clocks = itemsOf(book.clocks);
  const groups = [...Map.groupBy(clocks, (clock) => textOf(clock['group']))];
  return new Map([
    ['schemes/README.md', indexPage(groups, isItem(book.meta) ? book.meta : {})],
    ...groups.map(([group, ofGroup]) => [`schemes/${group}.md`, groupPage(group, ofGroup)] as const),
    ['schemes/responsibility.md', responsibilityPage(itemsOf(book.responsibility))],
    ['schemes/definitions.md', definitionsPage(itemsOf(book.definitions))],
    ['schemes/settings.md', settingsPage(itemsOf(book.settings))],
  ]);
}

function titleOf(group: string): string {
  return GROUP_TITLES[group] ?? group;
}

function indexPage(groups: readonly (readonly [string, readonly Item[]])[], { version, date, sources }: Item): string {
  const rows = groups.map(([group, clocks]) => [`[${titleOf(group)}](${group}.md)`, String(clocks.length), clocks.map((clock) => textOf(clock['nl'])).join(' · ')]);
  return page(
    '# The rules as data', GENERATED,
    'Every term, duty, age limit and definition stands in [libs/schemes/data/schemes.yaml](../../libs/schemes/data/schemes.yaml), with its dates, source and how sure we are of it: ' +
      '**stated** (the source says it), **inferred** (our reading) or **unverified** (check it before use; switched off).',
    table(['Group of clocks', 'Clocks', ''], rows),
    `Version ${textOf(version)} of ${textOf(date)}. Beside the clocks: [who must hold the youth by law](responsibility.md), [definitions](definitions.md), [settings](settings.md).`,
    '## Sources',
    table(['Short', 'Source'], Object.entries(isItem(sources) ? sources : {}).map(([short, source]) => [short, textOf(source)])),
  );
}

function groupPage(group: string, clocks: readonly Item[]): string {
  return page(`# ${titleOf(group)} (\`${group}\`)`, GENERATED, '[All rules](README.md)', ...clocks.map(clockSection));
}
