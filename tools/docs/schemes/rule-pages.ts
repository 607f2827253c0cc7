import { code, GENERATED, page, table } from '../markdown.js';
import { itemsOf, listOf, sourcesOf, textOf, validityOf, type Item } from './items.js';
import { partyLabel } from './clock-section.js';
import { compact, periodText } from './sentences.js';

const BACK = '[All rules](README.md)';

/** Who must hold the youth by law, per period; of each role the first rule that is true counts. */
export function responsibilityPage(sets: readonly Item[]): string {
  return page(
    '# Who must hold the youth by law', GENERATED, BACK,
    'The asked date chooses the set. For each role the first rule that is true gives the party; nobody (`none`) is an answer.',
    ...sets.map(ruleSetSection),
  );
}

function ruleSetSection(set: Item): string {
  const rows = itemsOf(set['rules']).map((rule) => [
    code(textOf(rule['code'])), textOf(rule['role']), partyLabel(textOf(rule['party'])), textOf(rule['duty']), code(compact(rule['when'])),
    listOf(rule['contestedBy']).map(textOf).join(', '), textOf(rule['confidence']), [sourcesOf(rule), textOf(rule['note'])].filter(Boolean).join('. '),
  ]);
  const head = ['Rule', 'Role', 'Party', 'Duty', 'When', 'Also claimed by', 'Confidence', 'Source'];
  return [`## ${textOf(set['nl'])} (\`${textOf(set['set'])}\`)`, `In force: ${validityOf(set)}. ${textOf(set['note'])}`.trim(), table(head, rows)].join('\n\n');
}

export function definitionsPage(definitions: readonly Item[]): string {
  const groups = [...Map.groupBy(definitions, (definition) => textOf(definition['about']))];
  return page(
    '# Definitions', GENERATED, BACK,
    'Definitions that contradict each other stay side by side: every list and count names the one that it used.',
    ...groups.map(([about, ofGroup]) => [`## ${about}`, ...ofGroup.map(definitionSection)].join('\n\n')),
  );
}

function definitionSection(definition: Item): string {
  const rows = [
    ['True when', code(compact(definition['when']))], ['In force', validityOf(definition)], ['Source', sourcesOf(definition)],
    ['Confidence', textOf(definition['confidence'])], ['Note', textOf(definition['note'])],
  ];
  return [`### ${textOf(definition['nl'])}`, `\`${textOf(definition['code'])}\`: ${textOf(definition['rule'])}`, table(['', ''], rows.filter(([, value]) => value !== ''))].join('\n\n');
}

export function settingsPage(settings: readonly Item[]): string {
  const rows = settings.map((setting) => [
    code(textOf(setting['code'])), textOf(setting['nl']), settingValue(setting), textOf(setting['use']), textOf(setting['overridableBy']),
    textOf(setting['confidence']), [sourcesOf(setting), textOf(setting['note'])].filter(Boolean).join('. '),
  ]);
  return page('# Settings', GENERATED, BACK, 'A setting has one value for everybody, or values with dates; some may be overridden.', table(['Setting', 'Dutch label', 'Value', 'Used for', 'May be overridden by', 'Confidence', 'Source'], rows));
}

function settingValue(setting: Item): string {
  if (setting['value'] !== undefined) return Array.isArray(setting['value']) ? compact(setting['value']) : periodText(setting['value']);
  return itemsOf(setting['values']).map((row) => `${periodText(row['value'])} (${validityOf(row)})`).join('; ');
}
