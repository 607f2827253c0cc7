import { loadRuleBook } from '@trajectboek/catalogue';
import { code, table } from '../markdown.js';
import { isItem, sourcesOf, textOf, validityOf, type Item } from './items.js';
import { compact, dueText, periodText, testsText, valueText } from './sentences.js';

/** One clock: what it asks, of whom, by when, since when, and where that stands. */
export function clockSection(clock: Item): string {
  const rows = [
    ['Term', dueText(clock['due'])], ['Starts with', testsText(clock['startsOn'])], ['Met by', testsText(clock['satisfiedBy'])],
    ['Cancelled by', testsText(clock['cancelledBy'])], ['Moved by', testsText(clock['extendedBy'])], ['Holds for', appliesText(clock['appliesTo'])],
    ['Who', ownerText(clock['owner'])], ['Kind', `${textOf(clock['kind'])}, ${textOf(clock['type'])}, ${textOf(clock['duty']) || 'must'}`],
    ['Warns', clock['warnBefore'] === undefined ? '' : `${periodText(clock['warnBefore'])} before`], ['In force', validityOf(clock)],
    ['Runs', clock['enabledByDefault'] === false ? 'only where an organisation switched it on' : 'by itself'],
    ['Replaced by', clock['replacedBy'] === undefined ? '' : code(textOf(clock['replacedBy']))], ['Source', sourcesOf(clock)],
    ['Confidence', textOf(clock['confidence'])], ['Note', textOf(clock['note'])],
  ];
  return [`## ${textOf(clock['nl'])}`, `\`${textOf(clock['code'])}\`: ${textOf(clock['rule'])}`, table(['', ''], rows.filter(([, value]) => value !== ''))].join('\n\n');
}

function appliesText(applies: unknown): string {
  if (!isItem(applies)) return '';
  return Object.entries(applies).map(([key, value]) => `${key} \`${compact(value)}\``).join('; ');
}

function ownerText(owner: unknown): string {
  if (!isItem(owner)) return textOf(owner);
  const place = owner['of'] === undefined ? '' : ` (${valueText(owner['of'])})`;
  return `${partyLabel(textOf(owner['party']))}${place}`;
}

/** The Dutch name of a party of the rule book; its code where it has none. */
export function partyLabel(party: string): string {
  const { meta } = loadRuleBook();
  const parties = isItem(meta) ? meta['parties'] : undefined;
  const found = isItem(parties) ? parties[party] : undefined;
  return isItem(found) ? textOf(found['nl']) : party;
}
